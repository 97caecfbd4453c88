// SQL of invitations: the queue, what members have to give, and the codes.
import type { Insertable, Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { UndoSpan } from '../../../shared/undoing.ts';
import type { InvitationQueueTable, InvitationsTable } from './schema.ts';

/** Whether it may still open an account: one that waits for the link in its mail may be redone. */
export async function isInvitationGood(
  reader: Reader,
  codeHash: string,
  now: Milliseconds,
): Promise<boolean> {
  const row = await reader
    .selectFrom('invitations')
    .leftJoin('users', 'users.id', 'invitations.used_by')
    .select('invitations.id')
    .where('code_hash', '=', codeHash)
    .where('expires_at', '>', now)
    .where((eb) => eb.or([eb('used_at', 'is', null), eb('users.state', '=', 'pending')]))
    .executeTakeFirst();
  return row !== undefined;
}

/** True for the one call that uses it: of two at once, the other gets false. */
export async function useInvitation(
  transaction: Transaction,
  codeHash: string,
  by: UserId,
  now: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('invitations')
    .set({ used_at: now, used_by: by })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What an account used that was never opened can be used again. */
export async function giveBackInvitation(transaction: Transaction, by: UserId): Promise<void> {
  await transaction
    .updateTable('invitations')
    .set({ used_at: null, used_by: null })
    .where('used_by', '=', by)
    .execute();
}

export async function insertInvitation(
  transaction: Transaction,
  row: Insertable<InvitationsTable>,
): Promise<void> {
  await transaction.insertInto('invitations').values(row).execute();
}

/** Removes an unused one of that giver; false when there is none. */
export async function deleteInvitation(
  transaction: Transaction,
  id: number,
  giver: UserId,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('invitations')
    .where('id', '=', id)
    .where('given_by', '=', giver)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export type GivenInvitation = Pick<InvitationsTable, 'id' | 'email' | 'made_at' | 'expires_at'> & {
  readonly giver: string | null;
  /** Log-in name of who came by it; null while nobody has. */
  readonly newcomer: string | null;
};

/** The newest first: of one giver, or of everybody. */
export async function listInvitations(
  reader: Reader,
  giver: UserId | null,
  most: number,
): Promise<GivenInvitation[]> {
  return reader
    .selectFrom('invitations')
    .leftJoin('users as giver', 'giver.id', 'invitations.given_by')
    .leftJoin('users as newcomer', 'newcomer.id', 'invitations.used_by')
    .select(['invitations.id', 'invitations.email'])
    .select(['invitations.made_at', 'invitations.expires_at'])
    .select(['giver.login as giver', 'newcomer.login as newcomer'])
    .$if(giver !== null, (query) => query.where('invitations.given_by', '=', giver))
    .orderBy('invitations.made_at', 'desc')
    .orderBy('invitations.id')
    .limit(most)
    .execute();
}

export async function readShare(reader: Reader, userId: UserId): Promise<number> {
  const row = await reader
    .selectFrom('invitation_shares')
    .select('left_to_give')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.left_to_give ?? 0;
}

export async function addToShare(
  transaction: Transaction,
  userId: UserId,
  count: number,
): Promise<void> {
  await transaction
    .insertInto('invitation_shares')
    .values({ user_id: userId, left_to_give: count })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet((eb) => ({ left_to_give: eb('invitation_shares.left_to_give', '+', count) })),
    )
    .execute();
}

/** False when there is none left. */
export async function takeFromShare(transaction: Transaction, userId: UserId): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('invitation_shares')
    .set((eb) => ({ left_to_give: eb('left_to_give', '-', 1) }))
    .where('user_id', '=', userId)
    .where('left_to_give', '>', 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Everybody whose account is open and can be logged in to. */
export async function listOpenPeople(reader: Reader): Promise<UserId[]> {
  const rows = await reader
    .selectFrom('users')
    .select('id')
    .where('state', '=', 'open')
    .where('password_hash', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts the address at the end; one that waits already keeps its place and gets the new secret. */
export async function putInQueue(
  transaction: Transaction,
  row: Insertable<InvitationQueueTable>,
): Promise<void> {
  await transaction
    .insertInto('invitation_queue')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('email_key').doUpdateSet({ secret_hash: row.secret_hash }),
    )
    .execute();
}

/** How many wait before it and in all; null for a secret of nobody who waits. */
export async function findPlace(
  reader: Reader,
  secretHash: string,
): Promise<{ readonly place: number; readonly waiting: number } | null> {
  const own = await reader
    .selectFrom('invitation_queue')
    .select(['id', 'asked_at as askedAt'])
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
  if (own === undefined) return null;
  const before = await reader
    .selectFrom('invitation_queue')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) =>
      eb.or([
        eb('asked_at', '<', own.askedAt),
        eb.and([eb('asked_at', '=', own.askedAt), eb('id', '<', own.id)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return { place: Number(before.count) + 1, waiting: await countWaiting(reader) };
}

export async function countWaiting(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('invitation_queue')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Whether somebody waited by that secret and waits no longer. */
export async function leaveQueue(transaction: Transaction, secretHash: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('invitation_queue')
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes the first few out of the queue; returns their addresses in its order. */
export async function takeFirstOfQueue(transaction: Transaction, most: number): Promise<string[]> {
  const first = await transaction
    .selectFrom('invitation_queue')
    .select(['id', 'email'])
    .orderBy('asked_at')
    .orderBy('id')
    .limit(most)
    .execute();
  const taken: string[] = [];
  // One by one: of two admins at once each address gets one mail.
  for (const { id, email } of first) {
    const { numDeletedRows } = await transaction
      .deleteFrom('invitation_queue')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 1n) taken.push(email);
  }
  return taken;
}

/** How many are invited from the queue each day, and when that was done last. */
export async function readDaily(
  reader: Reader,
): Promise<{ readonly count: number; readonly doneAt: Milliseconds }> {
  return reader
    .selectFrom('invitation_days')
    .select(['daily as count', 'done_at as doneAt'])
    .executeTakeFirstOrThrow();
}

export async function writeDaily(transaction: Transaction, daily: number): Promise<void> {
  await transaction.updateTable('invitation_days').set({ daily }).execute();
}

/** True for the one process that may do this day's. */
export async function claimDaily(
  transaction: Transaction,
  before: Milliseconds,
  at: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('invitation_days')
    .set({ done_at: at })
    .where('done_at', '=', before)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Invitations of an account in a time span that nobody has used and that were not ended. */
export function givenBy(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('invitations')
    .where('given_by', '=', user)
    .where('made_at', '>=', from)
    .where('made_at', '<=', to)
    .where('used_at', 'is', null)
    .where('expires_at', '>', 0);
}

/** Ends an unused one; when it would have expired, or null: there is nothing to end. */
export async function endInvitation(transaction: Transaction, id: number): Promise<number | null> {
  const row = await transaction
    .selectFrom('invitations')
    .select('expires_at')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', 0)
    .executeTakeFirst();
  if (row === undefined) return null;
  await reopenInvitation(transaction, id, 0);
  return row.expires_at;
}

/** Sets when an unused one expires. */
export async function reopenInvitation(
  transaction: Transaction,
  id: number,
  expiresAt: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('invitations')
    .set({ expires_at: expiresAt })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .execute();
}
