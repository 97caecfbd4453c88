// SQL of browsers that are told of notices. One counts while the session in which it was added
// lasts: logging out, or a new password, ends it.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { PushDevicesTable } from '../schema.ts';

export type Device = PushDevicesTable;

/** The newest first. */
export async function listDevices(
  reader: Reader | Transaction,
  user: UserId,
  now: Milliseconds,
): Promise<Device[]> {
  return reader
    .selectFrom('push_devices')
    .innerJoin('sessions', 'sessions.token_hash', 'push_devices.session_hash')
    .selectAll('push_devices')
    .where('push_devices.user_id', '=', user)
    .where('sessions.user_id', '=', user)
    .where('sessions.expires_at', '>', now)
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/**
 * When a browser of the person was told last, 0 for never, and whether one could not be reached at
 * the last try; null: they have none.
 */
export async function readTold(
  transaction: Transaction,
  user: UserId,
): Promise<{ readonly told: Milliseconds; readonly failing: boolean } | null> {
  const rows = await transaction
    .selectFrom('push_devices')
    .select(['told_at', 'added_at', 'failures'])
    .where('user_id', '=', user)
    .execute();
  if (rows.length === 0) return null;
  const told = rows.filter((row) => row.told_at > row.added_at).map((row) => row.told_at);
  return { told: Math.max(0, ...told), failing: rows.some(({ failures }) => failures > 0) };
}

/** A browser that is there already, with whomever, is this person's from now on. */
export async function writeDevice(transaction: Transaction, row: Device): Promise<void> {
  const { id: _id, endpoint: _endpoint, ...rest } = row;
  await transaction
    .insertInto('push_devices')
    .values(row)
    .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(rest))
    .execute();
}

/** False if the person has no such device. */
export async function deleteDevice(
  transaction: Transaction,
  user: UserId,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('push_devices')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Those whose session is over. */
export async function deleteEnded(
  transaction: Transaction,
  user: UserId,
  now: Milliseconds,
): Promise<void> {
  const live = transaction
    .selectFrom('sessions')
    .select('token_hash')
    .where('user_id', '=', user)
    .where('expires_at', '>', now);
  await transaction
    .deleteFrom('push_devices')
    .where('user_id', '=', user)
    .where('session_hash', 'not in', live)
    .execute();
}

export async function writeTold(
  transaction: Transaction,
  id: number,
  told: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('push_devices')
    .set({ told_at: told, failures: 0 })
    .where('id', '=', id)
    .execute();
}

export async function writeFailure(transaction: Transaction, id: number): Promise<void> {
  await transaction
    .updateTable('push_devices')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
