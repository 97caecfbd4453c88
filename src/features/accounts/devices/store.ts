// SQL of known devices.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { KnownDevicesTable } from './schema.ts';

export async function isKnownDevice(
  reader: Reader,
  userId: UserId,
  deviceHash: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('known_devices')
    .select('known_at')
    .where('user_id', '=', userId)
    .where('device_hash', '=', deviceHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a browser its new word, for every account that knows it by the old one. */
export async function renameDevice(
  transaction: Transaction,
  oldHash: string,
  newHash: string,
): Promise<void> {
  await transaction
    .updateTable('known_devices')
    .set({ device_hash: newHash })
    .where('device_hash', '=', oldHash)
    .execute();
}

export async function putDevice(
  transaction: Transaction,
  device: KnownDevicesTable,
): Promise<void> {
  await transaction
    .insertInto('known_devices')
    .values(device)
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'device_hash']).doUpdateSet({ seen_at: device.seen_at }),
    )
    .execute();
}

/** Forgets those not seen since `moment`, and of the others all but the `most` seen last. */
export async function dropOldDevices(
  transaction: Transaction,
  userId: UserId,
  moment: Milliseconds,
  most: number,
): Promise<void> {
  const rows = await transaction
    .selectFrom('known_devices')
    .select(['device_hash as hash', 'seen_at as seenAt'])
    .where('user_id', '=', userId)
    .orderBy('seen_at', 'desc')
    .orderBy('device_hash')
    .execute();
  const dropped = rows.filter(({ seenAt }, place) => place >= most || seenAt < moment);
  if (dropped.length === 0) return;
  await transaction
    .deleteFrom('known_devices')
    .where('user_id', '=', userId)
    .where(
      'device_hash',
      'in',
      dropped.map(({ hash }) => hash),
    )
    .execute();
}

/** Forgets the devices of the person, but for `keptHash` if it is given. */
export async function deleteDevicesOf(
  transaction: Transaction,
  userId: UserId,
  keptHash = '',
): Promise<void> {
  await transaction
    .deleteFrom('known_devices')
    .where('user_id', '=', userId)
    .where('device_hash', '!=', keptHash)
    .execute();
}

/** How many became known to the account since that moment. */
export async function countNewDevices(
  reader: Reader,
  userId: UserId,
  moment: Milliseconds,
): Promise<number> {
  const row = await reader
    .selectFrom('known_devices')
    .select((each) => each.fn.countAll().as('count'))
    .where('user_id', '=', userId)
    .where('known_at', '>', moment)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
