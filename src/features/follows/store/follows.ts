// All SQL of what people follow.
import type { Flag, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Follow, Follower, FollowKind, Subject } from '../follow.ts';
import type { FollowsTable } from '../schema.ts';

export async function isFollowing(
  reader: Reader,
  user: UserId,
  { kind, id }: Subject,
): Promise<boolean> {
  const row = await reader
    .selectFrom('follows')
    .select('id')
    .where('user_id', '=', user)
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a person follows, the newest first, and how much that is in all. */
export async function listFollows(
  reader: Reader,
  user: UserId,
  kind: FollowKind | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly follows: Follow[]; readonly all: number }> {
  let asked = reader.selectFrom('follows').where('user_id', '=', user);
  if (kind !== null) asked = asked.where('kind', '=', kind);
  const { all } = await asked
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  const rows = await asked
    .selectAll()
    .orderBy('followed_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { follows: rows.map(asFollow), all: Number(all) };
}

function asFollow(row: FollowsTable): Follow {
  const { id: followId, kind, subject_id: id, followed_at: since } = row;
  return { followId, kind, id, since, news: row.chapters === 1 ? 'works-and-chapters' : 'works' };
}

/** By its number or by what it is of; null if the person has none. */
export async function findFollow(
  reader: Reader,
  user: UserId,
  which: number | Subject,
): Promise<Follow | null> {
  const own = reader.selectFrom('follows').selectAll().where('user_id', '=', user);
  const row = await (typeof which === 'number'
    ? own.where('id', '=', which)
    : own.where('kind', '=', which.kind).where('subject_id', '=', which.id)
  ).executeTakeFirst();
  return row === undefined ? null : asFollow(row);
}

export async function countFollows(transaction: Transaction, user: UserId): Promise<number> {
  const { all } = await transaction
    .selectFrom('follows')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  return Number(all);
}

/** Again is no harm. */
export async function insertFollow(transaction: Transaction, row: FollowsTable): Promise<void> {
  await transaction
    .insertInto('follows')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'kind', 'subject_id']).doNothing())
    .execute();
}

export async function deleteFollow(
  transaction: Transaction,
  user: UserId,
  { kind, id }: Subject,
): Promise<void> {
  await transaction
    .deleteFrom('follows')
    .where('user_id', '=', user)
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .execute();
}

/** Open accounts that follow any of these, whatever they may see. */
export async function listFollowers(
  reader: Reader,
  kind: FollowKind,
  subjects: readonly number[],
): Promise<Follower[]> {
  if (subjects.length === 0) return [];
  const rows = await reader
    .selectFrom('follows')
    .innerJoin('users', 'users.id', 'follows.user_id')
    .select(['users.id as userId', 'users.login', 'subject_id as subject', 'chapters'])
    .where('kind', '=', kind)
    .where('subject_id', 'in', subjects)
    .where('users.state', '=', 'open')
    .orderBy('users.id')
    .execute();
  return rows.map((row) => ({ ...row, chapters: row.chapters === 1 }));
}

/** Of what its follower hears; false: they do not follow it. */
export async function writeNews(
  transaction: Transaction,
  user: UserId,
  { kind, id }: Subject,
  chapters: Flag,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('follows')
    .set({ chapters })
    .where('user_id', '=', user)
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Everything of a kind that anybody follows. */
export async function listFollowed(reader: Reader, kind: FollowKind): Promise<number[]> {
  const rows = await reader
    .selectFrom('follows')
    .select('subject_id')
    .distinct()
    .where('kind', '=', kind)
    .execute();
  return rows.map((row) => row.subject_id);
}

export async function readLogins(
  reader: Reader,
  users: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> {
  if (users.length === 0) return new Map();
  const rows = await reader
    .selectFrom('users')
    .select(['id', 'login'])
    .where('id', 'in', users)
    .execute();
  return new Map(rows.map(({ id, login }) => [id, login]));
}

/** What followers of a work are told ends with it. */
export async function forgetWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('announced').where('work_id', '=', work).execute();
  await transaction.deleteFrom('announced_parts').where('work_id', '=', work).execute();
  await transaction
    .deleteFrom('follows')
    .where('kind', '=', 'work')
    .where('subject_id', '=', work)
    .execute();
}
