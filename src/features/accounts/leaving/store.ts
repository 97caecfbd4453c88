// SQL of accounts that come to their end.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import { findUser, readMember } from '../store/people.ts';

export async function setLeaving(
  transaction: Transaction,
  id: UserId,
  at: Milliseconds,
): Promise<void> {
  await transaction.updateTable('users').set({ leaving_at: at }).where('id', '=', id).execute();
}

/** Whether they were leaving, and are no longer. */
export async function endLeaving(transaction: Transaction, id: UserId): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('users')
    .set({ leaving_at: null })
    .where('id', '=', id)
    .where('leaving_at', 'is not', null)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False for an account that is not leaving: its owner has come back. */
export async function closeLeaving(transaction: Transaction, id: UserId): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('users')
    .set({ state: 'suspended' })
    .where('id', '=', id)
    .where('leaving_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Anybody who was ever made, as an action takes them; null for nobody. */
export async function findAnybody(reader: Reader, id: UserId): Promise<Member | null> {
  const user = await findUser(reader, id);
  return user === null ? null : readMember(reader, user);
}

/** Takes from the account everything that says whose it was. */
export async function emptyAccount(
  transaction: Transaction,
  id: UserId,
  at: Milliseconds,
): Promise<void> {
  const name = `erased_${id}`;
  await transaction
    .updateTable('users')
    .set({
      login: name,
      login_key: name,
      email: null,
      email_key: null,
      password_hash: null,
      state: 'suspended',
      hidden: 1,
      policy_accepted_at: null,
      policy_accepted_version: null,
      adult_consent: 0,
      reading: null,
      profile_title: '',
      profile_source: '',
      profile_html: '',
      time_zone: null,
      leaving_at: null,
      erased_at: at,
    })
    .where('id', '=', id)
    .execute();
}
