// SQL of works and series that change hands.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, SeriesId, UserId, WorkId } from '../../../shared/ids.ts';

export async function isCreatorOf(
  transaction: Transaction,
  work: WorkId,
  user: UserId,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('work_creators')
    .select('pseud_id')
    .where('work_id', '=', work)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row !== undefined;
}

export async function removeCreator(
  transaction: Transaction,
  work: WorkId,
  user: UserId,
): Promise<void> {
  await transaction
    .deleteFrom('work_creators')
    .where('work_id', '=', work)
    .where('user_id', '=', user)
    .execute();
}

export async function moveCreator(
  transaction: Transaction,
  work: WorkId,
  from: UserId,
  to: { readonly userId: UserId; readonly pseudId: PseudId },
): Promise<void> {
  await transaction
    .updateTable('work_creators')
    .set({ user_id: to.userId, pseud_id: to.pseudId })
    .where('work_id', '=', work)
    .where('user_id', '=', from)
    .execute();
}

export async function listSeriesOf(transaction: Transaction, user: UserId): Promise<SeriesId[]> {
  const rows = await transaction
    .selectFrom('series')
    .select('id')
    .where('created_by', '=', user)
    .execute();
  return rows.map((row) => row.id);
}

export async function setSeriesOwner(
  transaction: Transaction,
  series: SeriesId,
  owner: UserId,
): Promise<void> {
  await transaction
    .updateTable('series')
    .set({ created_by: owner })
    .where('id', '=', series)
    .execute();
}
