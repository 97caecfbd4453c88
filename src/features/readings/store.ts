// All SQL of readings. Every read is of the person themselves.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Place, Reading, ReadingState } from './reading.ts';
import type { ReadingsTable } from './schema.ts';

export async function findReading(
  reader: Reader,
  { userId }: Member,
  work: WorkId,
): Promise<Reading | null> {
  const row = await reader
    .selectFrom('readings')
    .selectAll()
    .where('user_id', '=', userId)
    .where('work_id', '=', work)
    .executeTakeFirst();
  return row === undefined ? null : asReading(row);
}

/** All that the member has marked, seen or not, in no order. */
export async function listMarks(
  reader: Reader,
  { userId }: Member,
): Promise<{ readonly work: WorkId; readonly state: ReadingState; readonly at: number }[]> {
  const rows = await reader
    .selectFrom('readings')
    .select(['work_id', 'state', 'marked_at'])
    .where('user_id', '=', userId)
    .execute();
  return rows.map((row) => ({ work: row.work_id, state: row.state, at: row.marked_at }));
}

/** Every work that the member has marked so, seen or not. */
export async function listMarked(
  reader: Reader,
  { userId }: Member,
  state: ReadingState,
): Promise<WorkId[]> {
  const rows = await reader
    .selectFrom('readings')
    .select('work_id')
    .where('user_id', '=', userId)
    .where('state', '=', state)
    .execute();
  return rows.map(({ work_id }) => work_id);
}

/** What the member has marked of these works. */
export async function listReadings(
  reader: Reader,
  { userId }: Member,
  works: readonly WorkId[],
): Promise<Map<WorkId, Reading>> {
  if (works.length === 0) return new Map();
  const rows = await reader
    .selectFrom('readings')
    .selectAll()
    .where('user_id', '=', userId)
    .where('work_id', 'in', works)
    .execute();
  return new Map(rows.map((row) => [row.work_id, asReading(row)]));
}

function asReading(row: ReadingsTable): Reading {
  return {
    work: row.work_id,
    state: row.state,
    chapter: row.chapter_id,
    place: placeOf(row),
    chaptersPosted: row.chapters_posted,
    at: row.marked_at,
  };
}

function placeOf(row: ReadingsTable): Place | null {
  const { place_paragraph: paragraph, place_mark: mark } = row;
  const { place_within: within, place_share: share } = row;
  if (paragraph === null || mark === null || within === null || share === null) return null;
  return { paragraph, mark, within, share };
}

/** The columns of a place. */
export function columnsOf(place: Place | null) {
  return {
    place_paragraph: place?.paragraph ?? null,
    place_mark: place?.mark ?? null,
    place_within: place?.within ?? null,
    place_share: place?.share ?? null,
  };
}

/** The number that each of these chapters has among those of its work that are posted. */
export async function listNumbers(
  reader: Reader,
  chapters: readonly ChapterId[],
): Promise<Map<ChapterId, number>> {
  if (chapters.length === 0) return new Map();
  const rows = await reader
    .selectFrom('chapters as at')
    .innerJoin('chapters as upto', 'upto.work_id', 'at.work_id')
    .whereRef('upto.position', '<=', 'at.position')
    .where('upto.posted_at', 'is not', null)
    .where('at.posted_at', 'is not', null)
    .where('at.id', 'in', chapters)
    .groupBy('at.id')
    .select((eb) => ['at.id', eb.fn.countAll<number>().as('number')])
    .execute();
  return new Map(rows.map((row) => [row.id, Number(row.number)]));
}

/** Of a work that is being read, and of no other. `number`: the chapter's, which is not new now. */
export async function writePlace(
  transaction: Transaction,
  { userId }: Member,
  kept: {
    readonly work: WorkId;
    readonly chapter: ChapterId;
    readonly number: number;
    readonly place: Place;
    readonly at: number;
  },
): Promise<void> {
  const { work, chapter, number, place, at } = kept;
  await transaction
    .updateTable('readings')
    .set((eb) => ({
      chapter_id: chapter,
      ...columnsOf(place),
      marked_at: at,
      chapters_posted: eb
        .case()
        .when('chapters_posted', '<', number)
        .then(number)
        .else(eb.ref('chapters_posted'))
        .end(),
    }))
    .where('user_id', '=', userId)
    .where('work_id', '=', work)
    .where('state', '=', 'reading')
    .execute();
}

export async function writeReading(transaction: Transaction, row: ReadingsTable): Promise<void> {
  const { user_id: _user, work_id: _work, ...said } = row;
  await transaction
    .insertInto('readings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'work_id']).doUpdateSet(said))
    .execute();
}

/** Leaves as it is what is marked already. */
export async function addReading(transaction: Transaction, row: ReadingsTable): Promise<void> {
  await transaction
    .insertInto('readings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'work_id']).doNothing())
    .execute();
}

/** The work of each of these chapters that is there and posted. */
export async function listWorksOfChapters(
  reader: Reader,
  chapters: readonly ChapterId[],
): Promise<Map<ChapterId, WorkId>> {
  const works = new Map<ChapterId, WorkId>();
  for (let from = 0; from < chapters.length; from += chaptersAtOnce) {
    const rows = await reader
      .selectFrom('chapters')
      .select(['id', 'work_id'])
      .where('id', 'in', chapters.slice(from, from + chaptersAtOnce))
      .where('posted_at', 'is not', null)
      .execute();
    for (const row of rows) works.set(row.id, row.work_id);
  }
  return works;
}

/** As many as a database takes in a question. */
const chaptersAtOnce = 500;

export async function deleteReading(
  transaction: Transaction,
  { userId }: Member,
  work: WorkId,
): Promise<void> {
  await transaction
    .deleteFrom('readings')
    .where('user_id', '=', userId)
    .where('work_id', '=', work)
    .execute();
}

/**
 * Of each of these works that are marked, the first chapter that came after the member marked it;
 * works without such a one are left out.
 */
export async function listFirstNew(
  reader: Reader,
  { userId }: Member,
  works: readonly WorkId[],
): Promise<Map<WorkId, ChapterId>> {
  if (works.length === 0) return new Map();
  const rows = await reader
    .with('numbered', (with_) =>
      with_
        .selectFrom('chapters')
        .where('work_id', 'in', works)
        .where('posted_at', 'is not', null)
        .select((eb) => [
          'id',
          'work_id',
          eb.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('work_id').orderBy('position'))
            .as('number'),
        ]),
    )
    .selectFrom('numbered')
    .innerJoin('readings', 'readings.work_id', 'numbered.work_id')
    .where('readings.user_id', '=', userId)
    .where((eb) => eb('numbered.number', '=', eb('readings.chapters_posted', '+', 1)))
    .select(['numbered.id', 'numbered.work_id'])
    .execute();
  return new Map(rows.map((row) => [row.work_id, row.id]));
}

/** They go with a work that is removed. */
export async function deleteReadingsOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('readings').where('work_id', '=', work).execute();
}
