// All SQL of undoings. For moderators alone: the routes see to it.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { undoingsShown } from '../limits.ts';
import type { UndoingId, UndoingsTable, UndoneThingsTable } from './schema.ts';

export async function insertUndoing(transaction: Transaction, row: UndoingsTable): Promise<void> {
  await transaction.insertInto('undoings').values(row).execute();
}

export async function findUndoing(
  reader: Reader | Transaction,
  id: UndoingId,
): Promise<UndoingsTable | null> {
  const row = await reader
    .selectFrom('undoings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The same with its lock, so that of two processes one goes on at a time. */
export async function lockUndoing(
  transaction: Transaction,
  id: UndoingId,
): Promise<UndoingsTable | null> {
  await transaction
    .updateTable('undoings')
    .set((eb) => ({ things: eb.ref('things') }))
    .where('id', '=', id)
    .execute();
  return findUndoing(transaction, id);
}

export async function updateUndoing(
  transaction: Transaction,
  id: UndoingId,
  change: Partial<Pick<UndoingsTable, 'state' | 'kind' | 'below' | 'things'>>,
): Promise<void> {
  await transaction.updateTable('undoings').set(change).where('id', '=', id).execute();
}

/** Of a person, the newest first. */
export async function listUndoings(reader: Reader, user: UserId): Promise<UndoingsTable[]> {
  return reader
    .selectFrom('undoings')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(undoingsShown)
    .execute();
}

export async function insertUndone(
  transaction: Transaction,
  row: UndoneThingsTable,
): Promise<void> {
  await transaction.insertInto('undone_things').values(row).execute();
}

/** What is still undone, the last first: so it comes back. */
export async function listUndone(
  reader: Reader,
  id: UndoingId,
  most: number,
): Promise<UndoneThingsTable[]> {
  return reader
    .selectFrom('undone_things')
    .selectAll()
    .where('undoing_id', '=', id)
    .orderBy('position', 'desc')
    .limit(most)
    .execute();
}

/** False: another process has brought it back meanwhile. */
export async function deleteUndone(
  transaction: Transaction,
  { undoing_id: id, position }: Pick<UndoneThingsTable, 'undoing_id' | 'position'>,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('undone_things')
    .where('undoing_id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
