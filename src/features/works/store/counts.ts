// Counters of works. They change without the work changing: no revision, no change-log row.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';

export type CountName = 'hits' | 'kudos' | 'comments' | 'bookmarks';

/** Adds to one counter of several works; works that are gone are passed over. */
export async function addCounts(
  transaction: Transaction,
  name: CountName,
  added: ReadonlyMap<WorkId, number>,
): Promise<void> {
  // In one order everywhere, so that two processes never wait for each other in a circle.
  for (const [id, count] of [...added].sort(([a], [b]) => a - b)) {
    await transaction
      .updateTable('work_counts')
      .set((eb) => ({ [name]: eb(name, '+', count) }))
      .where('work_id', '=', id)
      .execute();
  }
}
