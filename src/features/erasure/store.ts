// SQL of accounts that are to be erased.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import type { ErasuresTable } from './schema.ts';

export async function findErasure(reader: Reader, user: UserId): Promise<ErasuresTable | null> {
  const row = await reader
    .selectFrom('erasures')
    .selectAll()
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row ?? null;
}

/** Works that go with the account. */
export async function listGoing(reader: Reader, user: UserId): Promise<WorkId[]> {
  const rows = await reader
    .selectFrom('erasure_works')
    .select('work_id')
    .where('user_id', '=', user)
    .orderBy('work_id')
    .execute();
  return rows.map((row) => row.work_id);
}

/** In place of what was asked before. */
export async function putErasure(
  transaction: Transaction,
  row: ErasuresTable,
  works: readonly WorkId[],
): Promise<void> {
  await dropErasure(transaction, row.user_id);
  await transaction.insertInto('erasures').values(row).execute();
  for (const work of works) {
    await transaction
      .insertInto('erasure_works')
      .values({ user_id: row.user_id, work_id: work })
      .execute();
  }
}

export async function dropErasure(transaction: Transaction, user: UserId): Promise<void> {
  await transaction.deleteFrom('erasure_works').where('user_id', '=', user).execute();
  await transaction.deleteFrom('erasures').where('user_id', '=', user).execute();
}
