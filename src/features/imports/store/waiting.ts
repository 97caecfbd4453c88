// SQL of what was read and waits for a yes. Every read is of the person whose it is.
import { type Insertable, type Reader, sql, type Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { WaitingImportsTable } from '../schema.ts';

/** The rows without the works themselves. */
export function listWaiting(reader: Reader, user: UserId) {
  return reader
    .selectFrom('waiting_imports')
    .select(['id', 'file_name', 'digest', 'refusal', 'facts'])
    .where('user_id', '=', user)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findWaiting(
  reader: Reader | Transaction,
  user: UserId,
  id: number,
): Promise<WaitingImportsTable | null> {
  const row = await reader
    .selectFrom('waiting_imports')
    .selectAll()
    .where('user_id', '=', user)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** How many there are, and their bytes. */
export async function countWaiting(
  reader: Reader,
  user: UserId,
): Promise<{ works: number; bytes: number }> {
  const row = await reader
    .selectFrom('waiting_imports')
    .select((eb) => [
      eb.fn.countAll<number>().as('works'),
      sql<number | null>`sum(length(work))`.as('bytes'),
    ])
    .where('user_id', '=', user)
    .executeTakeFirst();
  return { works: Number(row?.works ?? 0), bytes: Number(row?.bytes ?? 0) };
}

/** Writes a row in place of the one of the same file. */
export async function putWaiting(
  transaction: Transaction,
  row: Insertable<WaitingImportsTable>,
): Promise<void> {
  await transaction
    .deleteFrom('waiting_imports')
    .where('user_id', '=', row.user_id)
    .where('digest', '=', row.digest)
    .execute();
  await transaction.insertInto('waiting_imports').values(row).execute();
}

export async function deleteWaiting(
  transaction: Transaction,
  user: UserId,
  id: number,
): Promise<void> {
  await transaction
    .deleteFrom('waiting_imports')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .execute();
}

export async function deleteWaitingBefore(transaction: Transaction, before: number): Promise<void> {
  await transaction.deleteFrom('waiting_imports').where('waits_since', '<', before).execute();
}
