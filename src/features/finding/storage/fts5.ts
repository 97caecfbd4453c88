// SQLite: FTS5 without content. Words stand in its columns as our terms parted by spaces, and
// after them the stems, behind a sign that no phrase reaches over.
import { type Reader, sql, type Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { type AnalysedText, type Phrase, pieceEnd } from '../../../text/index.ts';
import type { TextAudience, TextQuestion, TextTables } from './text-tables.ts';

export const fts5Tables: TextTables = {
  // It answers on the thread that serves.
  entriesAtOnce: 100_000,
  rankedMost: 5_000,

  async put(transaction, audience, entries) {
    const table = sql.table(tableOf(audience));
    for (const { number, fields } of entries) {
      const { title, summary, notes, text } = fields;
      await sql`
        insert into ${table} (rowid, title, summary, notes, text) values (${number},
          ${written(title)}, ${written(summary)}, ${written(notes)}, ${written(text)})`.execute(
        transaction,
      );
    }
  },

  async remove(transaction, audience, numbers) {
    for (const number of numbers) {
      await sql`delete from ${sql.table(tableOf(audience))} where rowid = ${number}`.execute(
        transaction,
      );
    }
  },

  async clear(transaction) {
    await clearOne(transaction, 'public');
    await clearOne(transaction, 'members');
  },

  async find(reader, audience, question, { from, to }) {
    const table = sql.table(tableOf(audience));
    // One row with all of them: a row for each costs ten times as much.
    const { rows } = await sql<{ works: string }>`
      select json_group_array(r.work_id) as works
      from ${table} f join text_rows r on r.number = f.rowid
      where ${table} match ${expression(question)} and f.rowid between ${from} and ${to}`.execute(
      reader,
    );
    return JSON.parse(rows[0]?.works ?? '[]') as number[];
  },

  async rank(reader, audience, question, most) {
    const table = sql.table(tableOf(audience));
    const { rows } = await sql<{ work: WorkId; score: number }>`
      select r.work_id as work, -best.score as score
      from (
        select rowid as number, bm25(${table}) as score from ${table}
        where ${table} match ${expression(question)} order by rowid desc limit ${most}
      ) best join text_rows r on r.number = best.number`.execute(reader);
    return rows.map(({ work, score }) => ({ work, density: score / (1 + score) }));
  },
};

function tableOf(audience: TextAudience): string {
  return `text_${audience}`;
}

function clearOne(transaction: Transaction | Reader, audience: TextAudience): Promise<unknown> {
  const name = tableOf(audience);
  const table = sql.table(name);
  return sql`insert into ${table} (${sql.ref(name)}) values ('delete-all')`.execute(transaction);
}

function written({ words, stems }: AnalysedText): string {
  if (stems.length === 0) return words.join(' ');
  return `${words.join(' ')} ${pieceEnd} ${stems.join(' ')}`;
}

/** `{title summary} : ("slow burn" OR "bur" *)`. Terms hold no quotation marks. */
function expression({ phrases, columns }: TextQuestion): string {
  const any = phrases.map(asWritten).join(' OR ');
  return `{${columns.join(' ')}} : (${any})`;
}

function asWritten({ terms, prefix }: Phrase): string {
  return `"${terms.join(' ')}"${prefix ? ' *' : ''}`;
}
