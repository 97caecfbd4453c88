import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

/** Bytes that the person's revisions, autosaves and files take. */
export async function readDiskUse(reader: Reader | Transaction, user: UserId): Promise<number> {
  const row = await reader
    .selectFrom('disk_shares')
    .select('bytes')
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

/** Counts bytes that came, or went if negative; answers with the sum. */
export async function addDiskUse(
  transaction: Transaction,
  user: UserId,
  bytes: number,
): Promise<number> {
  const row = await transaction
    .insertInto('disk_shares')
    .values({ user_id: user, bytes })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet((eb) => ({ bytes: eb('disk_shares.bytes', '+', bytes) })),
    )
    .returning('bytes')
    .executeTakeFirstOrThrow();
  return row.bytes;
}
