// SQL of histories. Every read is of the person themselves.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import type { Cleared, HistoryChoice, Visit } from '../history/visit.ts';
import { clearedKeptMs, visitGapMs } from '../limits.ts';

/** A visit that stands in the history. */
const standing = 0;

/** What a member has opened since the last writing. */
export type Opened = Visit & { readonly user: UserId };

/** Of members who keep a history, and of works that are still there. */
export async function writeVisits(transaction: Transaction, all: readonly Opened[]): Promise<void> {
  const keeping = await listKeeping(transaction, [...new Set(all.map(({ user }) => user))]);
  const wanted = all.flatMap((one) => {
    const since = keeping.get(one.user) ?? Number.POSITIVE_INFINITY;
    return one.lastAt > since ? [{ ...one, firstAt: Math.max(one.firstAt, since + 1) }] : [];
  });
  const there = await listThere(transaction, [...new Set(wanted.map(({ work }) => work))]);
  for (const { user, work, firstAt, lastAt, times } of wanted) {
    if (!there.has(work)) continue;
    await transaction
      .insertInto('visits')
      .values({
        user_id: user,
        work_id: work,
        cleared_at: standing,
        first_at: firstAt,
        last_at: lastAt,
        times,
      })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'work_id', 'cleared_at']).doUpdateSet((eb) => ({
          last_at: lastAt,
          times: eb
            .case()
            .when('visits.last_at', '>', firstAt - visitGapMs)
            .then(eb('visits.times', '+', times - 1))
            .else(eb('visits.times', '+', times))
            .end(),
        })),
      )
      .execute();
  }
}

async function listKeeping(
  transaction: Transaction,
  users: readonly UserId[],
): Promise<Map<UserId, number>> {
  if (users.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('history_choices')
    .select(['user_id', 'since'])
    .where('user_id', 'in', users)
    .where('keeps', '=', 1)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.since]));
}

async function listThere(transaction: Transaction, works: readonly WorkId[]): Promise<Set<WorkId>> {
  if (works.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('works')
    .select('id')
    .where('id', 'in', works)
    .where('removed_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** All that stands in the member's history, seen or not. */
export async function listVisits(reader: Reader, { userId }: Member): Promise<Visit[]> {
  const rows = await reader
    .selectFrom('visits')
    .select(['work_id', 'first_at', 'last_at', 'times'])
    .where('user_id', '=', userId)
    .where('cleared_at', '=', standing)
    .execute();
  return rows.map((row) => ({
    work: row.work_id,
    firstAt: row.first_at,
    lastAt: row.last_at,
    times: row.times,
  }));
}

/** How many works stand in the member's history, seen or not. */
export async function countVisits(reader: Reader, { userId }: Member): Promise<number> {
  const row = await reader
    .selectFrom('visits')
    .where('user_id', '=', userId)
    .where('cleared_at', '=', standing)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function readHistoryChoice(
  reader: Reader,
  { userId }: Member,
): Promise<HistoryChoice> {
  const row = await reader
    .selectFrom('history_choices')
    .select('keeps')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) return 'unasked';
  return row.keeps === 1 ? 'kept' : 'off';
}

/** Nothing that was opened at that moment or before comes into the history any more. */
export async function writeHistoryChoice(
  transaction: Transaction,
  { userId }: Member,
  keeps: boolean,
  at: number,
): Promise<void> {
  const said = { keeps: keeps ? 1 : 0, since: at } as const;
  await transaction
    .insertInto('history_choices')
    .values({ user_id: userId, ...said })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(said))
    .execute();
}

/** With what was cleared of it: it does not come back with the rest. */
export async function deleteVisit(
  transaction: Transaction,
  { userId }: Member,
  work: WorkId,
): Promise<void> {
  await transaction
    .deleteFrom('visits')
    .where('user_id', '=', userId)
    .where('work_id', '=', work)
    .execute();
}

/** Takes all out of the history, to be had back for a time. */
export async function clearVisits(
  transaction: Transaction,
  { userId }: Member,
  at: number,
): Promise<void> {
  await transaction
    .updateTable('visits')
    .set({ cleared_at: at })
    .where('user_id', '=', userId)
    .where('cleared_at', '=', standing)
    .execute();
  await transaction
    .updateTable('history_choices')
    .set({ since: at })
    .where('user_id', '=', userId)
    .execute();
}

/** What was cleared stands again, added to what has been opened since. */
export async function restoreVisits(transaction: Transaction, { userId }: Member): Promise<void> {
  const columns = ['user_id', 'work_id', 'cleared_at', 'first_at', 'last_at', 'times'] as const;
  await transaction
    .insertInto('visits')
    .columns(columns)
    .expression((eb) =>
      eb
        .selectFrom('visits as old')
        .where('old.user_id', '=', userId)
        .where('old.cleared_at', '>', standing)
        .groupBy(['old.user_id', 'old.work_id'])
        .select((of) => [
          'old.user_id',
          'old.work_id',
          of.lit(standing).as('cleared_at'),
          of.fn.min('old.first_at').as('first_at'),
          of.fn.max('old.last_at').as('last_at'),
          of.fn.sum<number>('old.times').as('times'),
        ]),
    )
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'work_id', 'cleared_at']).doUpdateSet((eb) => ({
        first_at: eb
          .case()
          .when('excluded.first_at', '<', eb.ref('visits.first_at'))
          .then(eb.ref('excluded.first_at'))
          .else(eb.ref('visits.first_at'))
          .end(),
        last_at: eb
          .case()
          .when('excluded.last_at', '>', eb.ref('visits.last_at'))
          .then(eb.ref('excluded.last_at'))
          .else(eb.ref('visits.last_at'))
          .end(),
        times: eb('visits.times', '+', eb.ref('excluded.times')),
      })),
    )
    .execute();
  await forgetCleared(transaction, userId);
}

/** Brings one back; brought in twice it is the same. */
export async function mergeVisit(
  transaction: Transaction,
  { userId }: Member,
  { work, firstAt, lastAt, times }: Visit,
): Promise<void> {
  const row = { user_id: userId, work_id: work, cleared_at: standing, times };
  await transaction
    .insertInto('visits')
    .values({ ...row, first_at: firstAt, last_at: lastAt })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'work_id', 'cleared_at']).doUpdateSet((eb) => ({
        first_at: eb
          .case()
          .when('visits.first_at', '>', firstAt)
          .then(firstAt)
          .else(eb.ref('visits.first_at'))
          .end(),
        last_at: eb
          .case()
          .when('visits.last_at', '<', lastAt)
          .then(lastAt)
          .else(eb.ref('visits.last_at'))
          .end(),
        times: eb
          .case()
          .when('visits.times', '<', times)
          .then(times)
          .else(eb.ref('visits.times'))
          .end(),
      })),
    )
    .execute();
}

export async function forgetCleared(transaction: Transaction, user: UserId): Promise<void> {
  await transaction
    .deleteFrom('visits')
    .where('user_id', '=', user)
    .where('cleared_at', '>', standing)
    .execute();
}

/** What was cleared so long ago that nobody can have it back. */
export async function forgetLongCleared(transaction: Transaction, now: number): Promise<void> {
  await transaction
    .deleteFrom('visits')
    .where('cleared_at', '>', standing)
    .where('cleared_at', '<=', now - clearedKeptMs)
    .execute();
}

/** What can be had back until the first of it goes; null: nothing. */
export async function findCleared(
  reader: Reader,
  { userId }: Member,
  now: number,
): Promise<Cleared | null> {
  const row = await reader
    .selectFrom('visits')
    .where('user_id', '=', userId)
    .where('cleared_at', '>', now - clearedKeptMs)
    .select((eb) => [
      eb.fn.count<number>('work_id').distinct().as('works'),
      eb.fn.min<number | null>('cleared_at').as('first'),
    ])
    .executeTakeFirst();
  if (row === undefined || row.first === null || Number(row.works) === 0) return null;
  return { works: Number(row.works), until: Number(row.first) + clearedKeptMs };
}

/** They go with a work that is removed. */
export async function deleteVisitsOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('visits').where('work_id', '=', work).execute();
}
