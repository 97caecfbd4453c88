// Counters of works. They change without the work changing: no revision, no change-log row.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';

export type CountName = 'hits' | 'kudos' | 'comments' | 'bookmarks';

/** Adds to one counter of several works; works that are gone are passed over. */
export async function addCounts(
  transaction: Transaction,
  name: CountName,
  added: ReadonlyMap<WorkId, number>,
  at: Milliseconds,
): Promise<void> {
  // In one order everywhere, so that two processes never wait for each other in a circle.
  for (const [id, count] of [...added].sort(([a], [b]) => a - b)) {
    await transaction
      .updateTable('work_counts')
      .set((eb) => ({ [name]: eb(name, '+', count), counted_at: at }))
      .where('work_id', '=', id)
      .execute();
  }
}

/** Works whose counters moved at that time or later, with all of them. */
export async function listCountedSince(
  reader: Reader,
  since: Milliseconds,
): Promise<({ readonly id: WorkId } & Readonly<Record<CountName, number>>)[]> {
  return reader
    .selectFrom('work_counts')
    .select(['work_id as id', 'hits', 'kudos', 'comments', 'bookmarks'])
    .where('counted_at', '>=', since)
    .execute();
}

/** When a counter of a work last moved, epoch milliseconds; 0: never. */
export async function findNewestCountAt(reader: Reader): Promise<Milliseconds> {
  const row = await reader
    .selectFrom('work_counts')
    .select('counted_at')
    .orderBy('counted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.counted_at ?? 0;
}

/** Adds views of chapters; chapters that are gone are passed over. */
export async function addChapterHits(
  transaction: Transaction,
  added: ReadonlyMap<ChapterId, number>,
): Promise<void> {
  for (const [id, count] of [...added].sort(([a], [b]) => a - b)) {
    await transaction
      .updateTable('chapters')
      .set((eb) => ({ hits: eb('hits', '+', count) }))
      .where('id', '=', id)
      .execute();
  }
}
