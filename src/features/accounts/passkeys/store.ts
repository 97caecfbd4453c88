// SQL of passkeys and of the challenges that were answered.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { PasskeysTable } from './schema.ts';

/** The oldest first. */
export async function listPasskeys(reader: Reader, userId: UserId): Promise<PasskeysTable[]> {
  return reader
    .selectFrom('passkeys')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function findPasskey(
  reader: Reader,
  credentialId: string,
): Promise<PasskeysTable | null> {
  const row = await reader
    .selectFrom('passkeys')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ?? null;
}

/** False when the key is known already, whosever it is. */
export async function insertPasskey(
  transaction: Transaction,
  passkey: PasskeysTable,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Notes a use; false when the device's counter has not moved on, as that of a copy would not. */
export async function countUse(
  transaction: Transaction,
  id: number,
  signCount: number,
  at: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('passkeys')
    .set({ sign_count: signCount, used_at: at })
    .where('id', '=', id)
    .where((row) =>
      signCount === 0 ? row('sign_count', '=', 0) : row('sign_count', '<', signCount),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes one passkey of that person; false if it is another's. */
export async function deletePasskey(
  transaction: Transaction,
  userId: UserId,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function deletePasskeysOf(transaction: Transaction, userId: UserId): Promise<void> {
  await transaction.deleteFrom('passkeys').where('user_id', '=', userId).execute();
}

/** True for the one call that uses the challenge; those too old to be used are forgotten. */
export async function useChallenge(
  transaction: Transaction,
  challengeHash: string,
  until: Milliseconds,
  now: Milliseconds,
): Promise<boolean> {
  await transaction.deleteFrom('used_challenges').where('until', '<', now).execute();
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('used_challenges')
    .values({ challenge_hash: challengeHash, until })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
