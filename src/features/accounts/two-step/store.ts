// SQL of the second step and its recovery codes.
import type { Insertable, Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { SecondStepsTable } from './schema.ts';

export async function findSecondStep(
  reader: Reader,
  userId: UserId,
): Promise<SecondStepsTable | null> {
  const row = await reader
    .selectFrom('second_steps')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the person is asked for more than a password. */
export async function hasSecondStep(reader: Reader, userId: UserId): Promise<boolean> {
  return (await findSecondStep(reader, userId))?.confirmed_at != null;
}

/** Begins anew, unless one is confirmed: then false. */
export async function putSecondStep(
  transaction: Transaction,
  row: Insertable<SecondStepsTable>,
): Promise<boolean> {
  await transaction
    .deleteFrom('second_steps')
    .where('user_id', '=', row.user_id)
    .where('confirmed_at', 'is', null)
    .execute();
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('second_steps')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** True for the one call that confirms it. */
export async function confirmSecondStep(
  transaction: Transaction,
  userId: UserId,
  step: number,
  at: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('second_steps')
    .set({ confirmed_at: at, last_step: step })
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** True for the one call that takes the code of that step: a code counts once. */
export async function takeStep(
  transaction: Transaction,
  userId: UserId,
  step: number,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('second_steps')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the second step off, with its recovery codes. */
export async function deleteSecondStep(transaction: Transaction, userId: UserId): Promise<void> {
  await transaction.deleteFrom('second_steps').where('user_id', '=', userId).execute();
  await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
}

/** The new codes in place of all earlier ones. */
export async function replaceRecoveryCodes(
  transaction: Transaction,
  userId: UserId,
  hashes: readonly string[],
  at: Milliseconds,
): Promise<void> {
  await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  const rows = hashes.map((code_hash) => ({
    user_id: userId,
    code_hash,
    made_at: at,
    used_at: null,
  }));
  await transaction.insertInto('recovery_codes').values(rows).execute();
}

/** True for the one call that uses the code. */
export async function useRecoveryCode(
  transaction: Transaction,
  userId: UserId,
  codeHash: string,
  at: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countRecoveryCodes(reader: Reader, userId: UserId): Promise<number> {
  const row = await reader
    .selectFrom('recovery_codes')
    .select((each) => each.fn.countAll().as('count'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
