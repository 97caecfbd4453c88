// Keeps the text index true. It follows the change log with a position of its own, kept in the same
// transaction as what it writes; an archive that was there before is filled in by slices beside it.
// Any number of processes do this at once: a slice is prepared without a lock, and written only if
// nobody has written since.
import { type Database, headPosition, listChanges } from '../../../kit/sql/index.ts';
import { nextTurn, secondMs } from '../../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import {
  type FindableText,
  type FindableWork,
  listFindableWorks,
  readTextsOfChapters,
  readTextsOfWorks,
} from '../../works/index.ts';
import { textTables } from '../storage/index.ts';
import {
  audienceNumber,
  audienceOfNumber,
  countTextRows,
  deleteAllTextRows,
  deleteTextRows,
  insertTextRows,
  listOldRows,
  listTextRows,
  newestNumber,
  readTextState,
  type TextRow,
  type TextState,
  takeTurn,
} from '../storage/rows.ts';
import { type TextTables, textAudiences } from '../storage/text-tables.ts';
import {
  analysedFields,
  compareEntries,
  keyOf,
  type WantedEntry,
  wantedEntries,
} from './entries.ts';

/** Grows when the same text gives other terms: the index is then filled anew, while it serves. */
const analysisVersion = 1;
/** Characters in one transaction: some 50 ms on SQLite, during which nobody else can write. */
const sliceCharacters = 300_000;
const changesAtOnce = 500;
const worksAtOnce = 50;
/** Before a search: what some posts leave behind. More is left to the chore. */
const stepsBeforeSearch = 10;
const stepsOfChore = 20;
/** How often the chore looks for texts that are missing, in milliseconds. */
export const indexTextsMs = secondMs;

export type TextStatus = {
  readonly works: number;
  /** Chapters, and the lines of each work. */
  readonly texts: number;
  /** Changes that are not in it yet. */
  readonly behind: number;
  /** False while works from before are still being filled in. */
  readonly filled: boolean;
};

export type TextIndex = {
  readonly tables: TextTables;
  /** Brings the index to the log's end, unless very much is missing; for every search. */
  follow(): Promise<TextState>;
  /** A share of what is missing; true once nothing is. Called again meanwhile it is one call. */
  goOn(): Promise<boolean>;
  status(): Promise<TextStatus>;
  /** Has everything filled in anew while what is there serves. */
  renew(): Promise<void>;
  /** Empties the index, whatever state it is in; then it is filled anew. */
  empty(): Promise<void>;
  /** Ends after the step that is under way. */
  close(): Promise<void>;
};

export function createTextIndex(database: Database): TextIndex {
  const { read } = database;
  const tables = textTables(database);
  const upkeep: Upkeep = { database, tables, passed: 0, closed: false };
  let running: Promise<unknown> = Promise.resolve();
  let share: Promise<boolean> | null = null;
  const steps = (most: number) => {
    // One at a time in a process: who comes meanwhile looks again after it.
    const run = running.then(
      () => takeSteps(upkeep, most),
      () => takeSteps(upkeep, most),
    );
    running = run;
    return run;
  };
  return {
    tables,
    follow: async () => (await steps(stepsBeforeSearch)).state,
    goOn() {
      share ??= goOn(steps).finally(() => {
        share = null;
      });
      return share;
    },
    async status() {
      const state = await readTextState(read);
      const behind = (await headPosition(read)) - state.position;
      const filled = state.filled === 1 && state.analysis === analysisVersion;
      return { ...(await countTextRows(read)), behind, filled };
    },
    renew: () =>
      database.write(async (transaction) => {
        const { turn } = await readTextState(transaction);
        await takeTurn(transaction, turn, { analysis: 0, filled: 0 });
      }),
    empty: () =>
      database.write(async (transaction) => {
        const { turn } = await readTextState(transaction);
        if (!(await takeTurn(transaction, turn, { analysis: 0, filled: 0 }))) return;
        await tables.clear(transaction);
        await deleteAllTextRows(transaction);
      }),
    async close() {
      upkeep.closed = true;
      await running.catch(() => {});
    },
  };
}

async function goOn(steps: (most: number) => Promise<Standing>): Promise<boolean> {
  const { atEnd } = await steps(stepsOfChore);
  return atEnd;
}

type Upkeep = {
  readonly database: Database;
  readonly tables: TextTables;
  /** Changes up to here are in the index or are of no work; not written down for their sake. */
  passed: number;
  closed: boolean;
};

/** `atEnd`: nothing is missing. */
type Standing = { readonly state: TextState; readonly atEnd: boolean };

async function takeSteps(upkeep: Upkeep, most: number): Promise<Standing> {
  for (let step = 0; step < most; step += 1) {
    const standing = await takeStep(upkeep);
    if (standing.atEnd || upkeep.closed) return standing;
    await nextTurn();
  }
  return takeStep(upkeep);
}

/** Takes one step, at most one transaction, unless there is nothing to do. */
async function takeStep(upkeep: Upkeep): Promise<Standing> {
  const { read } = upkeep.database;
  const head = await headPosition(read);
  const state = await readTextState(read);
  if (state.analysis !== analysisVersion) await begin(upkeep, state, head);
  else if (Math.max(state.position, upkeep.passed) < head) await follow(upkeep, state);
  else if (state.filled === 0) await fill(upkeep, state);
  else return { state, atEnd: true };
  return { state, atEnd: false };
}

/** Everything is filled in anew; what is there serves until it is replaced. */
async function begin({ database }: Upkeep, state: TextState, head: number): Promise<void> {
  const change = {
    analysis: analysisVersion,
    generation: state.generation + 1,
    filled_to: 0,
    filled: 0,
    // What was changed before is read with the works themselves.
    ...(state.generation === 0 ? { position: head } : {}),
  } as const;
  await database.write((transaction) => takeTurn(transaction, state.turn, change));
}

async function follow(upkeep: Upkeep, state: TextState): Promise<void> {
  const { read } = upkeep.database;
  const from = Math.max(state.position, upkeep.passed);
  const changes = await listChanges(read, from, changesAtOnce);
  const position = changes.at(-1)?.position ?? from;
  const ofWorks = changes.filter(({ kind }) => kind === 'work');
  const ids = [...new Set(ofWorks.map(({ subject_id }) => subject_id as WorkId))];
  if (ids.length === 0) {
    upkeep.passed = position;
    return;
  }
  const { works } = await listFindableWorks(read, { ids });
  await apply(upkeep, state, { ids, works, change: { position } });
}

async function fill(upkeep: Upkeep, state: TextState): Promise<void> {
  const { database, tables } = upkeep;
  const range = { after: state.filled_to, limit: worksAtOnce };
  const { works, last } = await listFindableWorks(database.read, range);
  if (last > 0) {
    const ids = works.map(({ id }) => id);
    return apply(upkeep, state, { ids, works, change: { filled_to: last } });
  }
  const old = await listOldRows(database.read, state.generation, changesAtOnce);
  await database.write(async (transaction) => {
    const change = old.length === 0 ? ({ filled: 1 } as const) : {};
    if (!(await takeTurn(transaction, state.turn, change))) return;
    for (const row of old) {
      await tables.remove(transaction, audienceOfNumber(row.audience), [row.number]);
    }
    await deleteTextRows(transaction, numbersOf(old));
  });
}

type Slice = {
  /** Works that may have rows. */
  readonly ids: readonly WorkId[];
  /** Those of them that have texts. */
  readonly works: readonly FindableWork[];
  /** How far the index is once all of them are right. */
  readonly change: { readonly position: number } | { readonly filled_to: number };
};

/** Makes the rows of these works right, or a slice of them. */
async function apply(
  { database, tables }: Upkeep,
  state: TextState,
  { ids, works, change }: Slice,
): Promise<void> {
  const { generation, turn } = state;
  const rows = await listTextRows(database.read, ids);
  const wanted = wantedEntries(works);
  const { stale, missing } = compareEntries(wanted, rows, generation);
  const some = firstCharacters(missing, sliceCharacters);
  const later = new Set(
    missing.slice(some.length).map(({ work, chapter }) => keyOf(work, chapter)),
  );
  // What will be replaced by a later slice is found as it was until then.
  const removed = stale.filter((row) => !later.has(keyOf(row.work_id, row.chapter_id)));
  const texts = await readTexts(database, some);
  const analysed = some.flatMap((entry) => {
    const text = texts.get(keyOf(entry.work, entry.chapter));
    return text === undefined ? [] : [{ entry, fields: analysedFields(text, entry) }];
  });
  await database.write(async (transaction) => {
    if (!(await takeTurn(transaction, turn, later.size === 0 ? change : {}))) return;
    const newest = await newestNumber(transaction);
    await deleteTextRows(transaction, numbersOf(removed));
    const added = analysed.map(({ entry, fields }, at) => ({
      entry,
      put: { number: newest + 1 + at, work: entry.work, fields },
    }));
    for (const audience of textAudiences) {
      const gone = removed.filter((row) => audienceOfNumber(row.audience) === audience);
      await tables.remove(transaction, audience, numbersOf(gone));
      const own = added.filter(({ entry }) => entry.audience === audience);
      await tables.put(
        transaction,
        audience,
        own.map(({ put }) => put),
      );
    }
    await insertTextRows(
      transaction,
      added.map(({ entry, put }) => ({
        number: put.number,
        work_id: entry.work,
        chapter_id: entry.chapter,
        audience: audienceNumber(entry.audience),
        generation,
        mark: entry.mark,
      })),
    );
  });
}

/** The first entries, at least one, that are no longer than that together. */
function firstCharacters(entries: readonly WantedEntry[], most: number): WantedEntry[] {
  const some: WantedEntry[] = [];
  let characters = 0;
  for (const entry of entries) {
    characters += entry.characters;
    if (some.length > 0 && characters > most) break;
    some.push(entry);
  }
  return some;
}

async function readTexts(
  { read }: Database,
  entries: readonly WantedEntry[],
): Promise<Map<string, FindableText>> {
  const lines = entries.filter(({ chapter }) => chapter === 0).map(({ work }) => work);
  const chapters = entries.flatMap(({ work, chapter }) =>
    chapter === 0 ? [] : [{ work, chapter }],
  );
  const ofWorks = await readTextsOfWorks(read, lines);
  const ids: ChapterId[] = chapters.map(({ chapter }) => chapter);
  const ofChapters = await readTextsOfChapters(read, ids);
  const texts = new Map<string, FindableText>();
  for (const [work, text] of ofWorks) texts.set(keyOf(work, 0), text);
  for (const { work, chapter } of chapters) {
    const text = ofChapters.get(chapter);
    if (text !== undefined) texts.set(keyOf(work, chapter), text);
  }
  return texts;
}

function numbersOf(rows: readonly TextRow[]): number[] {
  return rows.map(({ number }) => number);
}
