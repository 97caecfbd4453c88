// SQL of gifts: whom a work is for.
import {
  insertRows,
  preparedRead,
  type Reader,
  type Transaction,
} from '../../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../../shared/ids.ts';
import type { Viewer } from '../../../../shared/viewer.ts';
import type { WorkGiftsTable } from '../../schema.ts';
import { inListsOf } from '../../visibility.ts';
import type { Gift } from '../../work.ts';

/** Whom works are for, in order; what was refused is not among them. */
export async function listGifts(
  reader: Reader | Transaction,
  ids: readonly WorkId[],
): Promise<Map<WorkId, Gift[]>> {
  const gifts = new Map<WorkId, Gift[]>();
  if (ids.length === 0) return gifts;
  for (const { work_id, name, login, hidden } of await readGifts(reader, ids)) {
    // A hidden person's page is not there: their name stands as anybody's would.
    const gift = { name, login: hidden === 1 ? null : login };
    gifts.set(work_id, [...(gifts.get(work_id) ?? []), gift]);
  }
  return gifts;
}

const readGifts = preparedRead((reader, ids: readonly WorkId[]) =>
  reader
    .selectFrom('work_gifts')
    .leftJoin('users', 'users.id', 'work_gifts.user_id')
    .select(['work_id', 'name', 'users.login', 'users.hidden'])
    .where('work_id', 'in', ids)
    .where('refused_at', 'is', null)
    .orderBy('position'),
);

/** Every gift of a work, refused ones too. */
export async function listGiftRows(transaction: Transaction, work: WorkId) {
  return transaction.selectFrom('work_gifts').selectAll().where('work_id', '=', work).execute();
}

/** Sets the gifts of a work; refused ones stay. */
export async function replaceGifts(
  transaction: Transaction,
  work: WorkId,
  rows: readonly WorkGiftsTable[],
): Promise<void> {
  await transaction
    .deleteFrom('work_gifts')
    .where('work_id', '=', work)
    .where('refused_at', 'is', null)
    .execute();
  await insertRows(transaction, 'work_gifts', rows);
}

/** Works given to a person that this viewer sees, the newest gift first. */
export async function listGiftsTo(
  reader: Reader,
  viewer: Viewer,
  user: UserId,
  state: 'kept' | 'refused',
): Promise<WorkId[]> {
  const rows = await reader
    .selectFrom('work_gifts')
    .innerJoin('works', 'works.id', 'work_gifts.work_id')
    .select('works.id')
    .where('work_gifts.user_id', '=', user)
    .where('work_gifts.refused_at', state === 'kept' ? 'is' : 'is not', null)
    .where((eb) => inListsOf(viewer)(eb as never))
    .orderBy('work_gifts.given_at', 'desc')
    .orderBy('works.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Sets whether a person has refused a work; false: it was not given to them. */
export async function setRefused(
  transaction: Transaction,
  work: WorkId,
  user: UserId,
  at: number | null,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('work_gifts')
    .set({ refused_at: at })
    .where('work_id', '=', work)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
