// PostgreSQL: vectors of our terms under a GIN index, a row for each field of an entry. A vector
// takes 16,383 places, and 255 of one term, so that a long text is cut into parts.
import { type Reader, sql } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { type AnalysedText, type Phrase, phraseTermsMax } from '../../../text/index.ts';
import {
  type RankedWork,
  type TextAudience,
  type TextColumn,
  type TextEntry,
  type TextQuestion,
  type TextTables,
  textColumns,
} from './text-tables.ts';

const placesMax = 8_000;
const placesOfTermMax = 250;
// Parts share this much, so that a phrase across a cut is whole in one of them.
const overlap = phraseTermsMax - 1;

export const tsvectorTables: TextTables = {
  // Another process does the work, and every part of an answer reads the whole index.
  entriesAtOnce: Number.MAX_SAFE_INTEGER,
  // Each reads a vector of some kilobytes.
  rankedMost: 500,

  async put(transaction, audience, entries) {
    const rows = entries.flatMap(rowsOf);
    if (rows.length === 0) return;
    await sql`
      insert into ${sql.table(tableOf(audience))} (number, field, part, work_id, words)
      select (r ->> 0)::bigint, (r ->> 1)::smallint, (r ->> 2)::integer, (r ->> 3)::bigint,
        (r ->> 4)::tsvector
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`.execute(transaction);
  },

  async remove(transaction, audience, numbers) {
    await sql`delete from ${sql.table(tableOf(audience))}
      where number = any(${numbers}::bigint[])`.execute(transaction);
  },

  async clear(transaction) {
    await sql`truncate text_public, text_members`.execute(transaction);
  },

  async find(reader, audience, question, { from, to }) {
    return byIndex(reader, async (inside) => {
      const { rows } = await sql<{ works: string | null }>`
        select string_agg(work_id::text, ',') as works from ${sql.table(tableOf(audience))}
        where words @@ ${expression(question)}::tsquery and ${fieldsOf(question)}
          and number between ${from} and ${to}`.execute(inside);
      return JSON.parse(`[${rows[0]?.works ?? ''}]`) as number[];
    });
  },

  async rank(reader, audience, question, most) {
    return byIndex(reader, async (inside) => {
      const wanted = sql`${expression(question)}::tsquery`;
      const { rows } = await sql<RankedWork>`
        select work_id as work,
          least(0.999, ts_rank('{1,1,1,1}', words, ${wanted}, 1)) as density
        from (
          select number, work_id, words from ${sql.table(tableOf(audience))}
          where words @@ ${wanted} and ${fieldsOf(question)}
          order by number desc, field, part limit ${most}
        ) best`.execute(inside);
      return rows;
    });
  },
};

/**
 * Runs a question with the index. For words that are common the planner prefers to read the whole
 * table, and does not know that each vector then comes from its own place on the disk.
 */
function byIndex<Result>(
  reader: Reader,
  work: (inside: Reader) => Promise<Result>,
): Promise<Result> {
  return reader.transaction().execute(async (inside) => {
    await sql`set local enable_seqscan = off`.execute(inside);
    return work(inside);
  });
}

function tableOf(audience: TextAudience): string {
  return `text_${audience}`;
}

function fieldsOf({ columns }: TextQuestion) {
  if (columns.length === textColumns.length) return sql`true`;
  return sql`field = any(${columns.map(fieldNumber)}::smallint[])`;
}

function fieldNumber(column: TextColumn): number {
  return textColumns.indexOf(column) + 1;
}

/** `'slow' <-> 'burn' | 'bur':*`. Terms hold no quotation marks. */
function expression({ phrases }: TextQuestion): string {
  return phrases.map(asWritten).join(' | ');
}

function asWritten({ terms, prefix }: Phrase): string {
  const quoted = terms.map((term) => `'${term}'`).join(' <-> ');
  return `(${quoted}${prefix ? ':*' : ''})`;
}

type VectorRow = readonly [
  number: number,
  field: number,
  part: number,
  work: WorkId,
  words: string,
];

function rowsOf({ number, work, fields }: TextEntry): VectorRow[] {
  return textColumns.flatMap((column) =>
    vectorsOf(fields[column]).map(
      (words, part): VectorRow => [number, fieldNumber(column), part, work, words],
    ),
  );
}

/** The text as vectors, cut where one is full. */
export function vectorsOf({ words, stems }: AnalysedText): string[] {
  const vectors: string[] = [];
  let places = new Map<string, number[]>();
  let begun = 0;
  // Written with the first part: who looks for a stem looks at every part.
  let besides: readonly string[] = stems;
  const close = () => {
    vectors.push(vectorOf(places, besides));
    places = new Map();
    besides = [];
  };
  for (let at = 0; at < words.length; at += 1) {
    const term = words[at] as string;
    const own = places.get(term) ?? [];
    if (at - begun >= placesMax || own.length >= placesOfTermMax) {
      close();
      begun = at - overlap;
      at = begun - 1;
      continue;
    }
    own.push(at - begun + 1);
    places.set(term, own);
  }
  if (places.size > 0) close();
  return vectors;
}

function vectorOf(
  places: ReadonlyMap<string, readonly number[]>,
  besides: readonly string[],
): string {
  const words = [...places].map(([term, at]) => `'${term}':${at.join(',')}`);
  return [...words, ...besides.map((term) => `'${term}'`)].join(' ');
}
