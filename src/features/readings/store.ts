// All SQL of readings. Every read is of the person themselves.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import { inListsOf } from '../works/index.ts';
import type { Reading, ReadingState } from './reading.ts';
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

/** The last marked first; works that the member does not see now are left out. Null: any state. */
export async function listReadings(
  reader: Reader,
  member: Member,
  state: ReadingState | null,
  part: { readonly skipped: number; readonly most: number },
): Promise<Reading[]> {
  const rows = await readings(reader, member, state)
    .selectAll('readings')
    .orderBy('readings.marked_at', 'desc')
    .orderBy('readings.work_id', 'desc')
    .offset(part.skipped)
    .limit(part.most)
    .execute();
  return rows.map(asReading);
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
export async function listStates(
  reader: Reader,
  { userId }: Member,
  works: readonly WorkId[],
): Promise<Map<WorkId, ReadingState>> {
  if (works.length === 0) return new Map();
  const rows = await reader
    .selectFrom('readings')
    .select(['work_id', 'state'])
    .where('user_id', '=', userId)
    .where('work_id', 'in', works)
    .execute();
  return new Map(rows.map((row) => [row.work_id, row.state]));
}

/** How many `listReadings` has; exact. */
export async function countReadings(
  reader: Reader,
  member: Member,
  state: ReadingState | null,
): Promise<number> {
  const row = await readings(reader, member, state)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function readings(reader: Reader, member: Member, state: ReadingState | null) {
  const own = reader
    .selectFrom('readings')
    .innerJoin('works', 'works.id', 'readings.work_id')
    .where('readings.user_id', '=', member.userId)
    .where((eb) => inListsOf(member)(eb as never));
  return state === null ? own : own.where('readings.state', '=', state);
}

function asReading(row: ReadingsTable): Reading {
  return {
    work: row.work_id,
    state: row.state,
    chapter: row.chapter_id,
    chaptersPosted: row.chapters_posted,
    at: row.marked_at,
  };
}

export async function writeReading(transaction: Transaction, row: ReadingsTable): Promise<void> {
  const { user_id: _user, work_id: _work, ...said } = row;
  await transaction
    .insertInto('readings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'work_id']).doUpdateSet(said))
    .execute();
}

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

/** They go with a work that is removed. */
export async function deleteReadingsOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('readings').where('work_id', '=', work).execute();
}
