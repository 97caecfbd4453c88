// What the host decides about ratings.
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { listTagsOfType, setAdult } from './store.ts';

/** Puts these ratings behind the adult gate and no others; answers those that changed. */
export async function chooseAdultRatings(
  transaction: Transaction,
  wanted: ReadonlySet<TagId>,
  at: number,
): Promise<TagId[]> {
  const ratings = await listTagsOfType(transaction, 'rating');
  const changed = ratings.filter(({ id, adult }) => adult !== wanted.has(id)).map(({ id }) => id);
  for (const id of changed) await setAdult(transaction, id, wanted.has(id));
  await recordChange(transaction, 'tag', changed, at);
  return changed;
}
