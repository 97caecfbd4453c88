// Answers what full text is asked for.
import type { Database } from '../../../kit/sql/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { analyseQuestion, type WantedWord } from '../../../text/index.ts';
import { newestNumber, readTextState } from '../storage/rows.ts';
import {
  type TextAudience,
  type TextColumn,
  type TextTables,
  textColumns,
} from '../storage/text-tables.ts';
import type { SearchText, TextHits, TextLeaf } from './leaf.ts';
import type { TextIndex } from './text-index.ts';

/** Of more words than this the first are looked for. */
const wordsMax = 64;
/** What stands in a title comes first, whatever stands in a text. */
const baseScores: readonly (readonly [readonly TextColumn[], number])[] = [
  [['title'], 3],
  [['summary'], 1],
  [['notes', 'text'], 0],
];
/** Works in answers kept for the next page of the same list; 8 bytes each, 50 with scores. */
const keptWorksMax = 500_000;

/** `languages`: those that works are in. */
export function createSearchText(
  { read }: Pick<Database, 'read'>,
  index: TextIndex,
  languages: () => readonly string[],
): SearchText {
  const kept = new KeptHits();
  return async (leaf, viewer, { ranked = true } = {}) => {
    // Where nothing can be written, on a full disk, what is there is searched; the chore says why.
    const { turn } = await index.follow().catch(() => readTextState(read));
    const audiences = audiencesOf(viewer);
    const key = JSON.stringify([leaf, audiences, ranked]);
    const before = kept.of(key, turn);
    if (before !== null) return before;
    const asked = { phrase: leaf.phrase, prefix: leaf.prefix, languages: languages() };
    const wanted = analyseQuestion(leaf.words, asked).slice(0, wordsMax);
    const search: Search = {
      read,
      tables: index.tables,
      audiences,
      columns: columnsOf(leaf),
      newest: await newestFor(index.tables, read),
    };
    const found = await findAll(search, wanted);
    const scores = ranked ? await scoresOf(search, wanted, found) : new Map<number, number>();
    const hits = { ids: Float64Array.from(found), scores };
    kept.keep(key, turn, hits);
    return hits;
  };
}

/** Where a search may end; asked only where it stops on the way. */
function newestFor({ entriesAtOnce }: TextTables, read: Database['read']): Promise<number> {
  const isOne = entriesAtOnce === Number.MAX_SAFE_INTEGER;
  return isOne ? Promise.resolve(entriesAtOnce) : newestNumber(read);
}

type Search = Pick<Database, 'read'> & {
  readonly tables: TextTables;
  readonly audiences: readonly TextAudience[];
  readonly columns: readonly TextColumn[];
  readonly newest: number;
};

/** Hidden texts are in no index: a moderator finds what members do. */
function audiencesOf(viewer: Viewer): TextAudience[] {
  return viewer.kind === 'guest' ? ['public'] : ['public', 'members'];
}

function columnsOf({ field }: TextLeaf): readonly TextColumn[] {
  return field === 'any' ? textColumns : [field];
}

async function findAll(search: Search, wanted: readonly WantedWord[]): Promise<Set<number>> {
  let found: Set<number> | null = null;
  for (const word of wanted) {
    const before: Set<number> | null = found;
    found = await findWord(search, word, before);
    if (found.size === 0) break;
  }
  return found ?? new Set();
}

/** Works with the word, of those given. */
async function findWord(
  { read, tables, audiences, columns, newest }: Search,
  phrases: WantedWord,
  among: ReadonlySet<number> | null,
): Promise<Set<number>> {
  const found = new Set<number>();
  const step = Math.min(tables.entriesAtOnce, newest);
  for (const audience of audiences) {
    for (let from = 1; from <= newest; from += step) {
      const range = { from, to: from + step - 1 };
      for (const work of await tables.find(read, audience, { phrases, columns }, range)) {
        if (among === null || among.has(work)) found.add(work);
      }
      if (from > 1) await nextTurn();
    }
  }
  return found;
}

/** Each word counts by the best field it stands in, and by how densely it stands there. */
async function scoresOf(
  search: Search,
  wanted: readonly WantedWord[],
  ids: ReadonlySet<number>,
): Promise<Map<number, number>> {
  const scores = new Map<number, number>();
  if (ids.size === 0) return scores;
  for (const phrases of wanted) {
    for (const [work, score] of await scoresOfWord(search, phrases)) {
      if (ids.has(work)) scores.set(work, (scores.get(work) ?? 0) + score);
    }
  }
  return scores;
}

async function scoresOfWord(
  { read, tables, audiences, columns }: Search,
  phrases: WantedWord,
): Promise<Map<number, number>> {
  const best = new Map<number, number>();
  for (const [inField, base] of baseScores) {
    const own = inField.filter((column) => columns.includes(column));
    if (own.length === 0) continue;
    for (const audience of audiences) {
      const question = { phrases, columns: own };
      for (const { work, density } of await tables.rank(
        read,
        audience,
        question,
        tables.rankedMost,
      )) {
        best.set(work, Math.max(best.get(work) ?? 0, base + density));
      }
    }
  }
  return best;
}

/** Answers of the newest state of the index; pages of one list ask the same again. */
class KeptHits {
  readonly #hits = new Map<string, TextHits>();
  #turn = -1;
  #works = 0;

  of(key: string, turn: number): TextHits | null {
    return turn === this.#turn ? (this.#hits.get(key) ?? null) : null;
  }

  keep(key: string, turn: number, hits: TextHits): void {
    if (turn < this.#turn) return;
    if (turn > this.#turn || this.#works + hits.ids.length > keptWorksMax) {
      this.#hits.clear();
      this.#works = 0;
      this.#turn = turn;
    }
    // An answer that found nothing takes its place, too.
    this.#works += hits.ids.length + 1;
    this.#hits.set(key, hits);
  }
}
