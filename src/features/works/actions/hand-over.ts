// Works that stood under one account come under another, or go: for authors who claim what was
// brought in under their old names. Who may, and why, is the caller's to say.
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, UserId, WorkId } from '../../../shared/ids.ts';
import {
  isCreatorOf,
  listSeriesOf,
  moveCreator,
  removeCreator,
  setSeriesOwner,
} from '../store/hand-over.ts';
import { listWorksByUser, updateWork } from '../store/writes.ts';

/** Gives every work and series of one account to another; the works that changed hands. */
export async function handOverWorks(
  transaction: Transaction,
  from: UserId,
  to: { readonly userId: UserId; readonly pseudId: PseudId },
  at: number,
): Promise<readonly WorkId[]> {
  const works = await listWorksByUser(transaction, from);
  for (const id of works) {
    // They may have claimed another name on the same work before.
    if (await isCreatorOf(transaction, id, to.userId)) await removeCreator(transaction, id, from);
    else await moveCreator(transaction, id, from, to);
    await updateWork(transaction, id, { created_by: to.userId, edited_at: at });
  }
  for (const series of await listSeriesOf(transaction, from)) {
    await setSeriesOwner(transaction, series, to.userId);
  }
  await recordChange(transaction, 'work', works, at);
  return works;
}

/** Deletes every work of an account, as its creators could; the works that went. */
export async function deleteWorksOf(
  transaction: Transaction,
  user: UserId,
  at: number,
): Promise<readonly WorkId[]> {
  const works = await listWorksByUser(transaction, user);
  for (const id of works) await updateWork(transaction, id, { deleted_at: at });
  await recordChange(transaction, 'work', works, at);
  return works;
}
