// The chore that keeps what the counters of works were when a day ended.
import { dayMs } from '../../kit/time/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { keptAtOnce, wholeDays } from './limits.ts';
import { findKept, type Kept, listMoved, putDays, thinDays } from './store.ts';

/**
 * Keeps the counters of every work that moved since it last ran, and once a day thins what is
 * old. Safe in several processes at once: rows of a day are only brought up to date.
 */
export function createDayKeeper(parts: Parts): () => Promise<void> {
  let kept: Kept | null = null;
  let thinned = 0;
  return async () => {
    const { read } = parts.database;
    kept ??= await findKept(read);
    // Another process may commit a moment after one that was seen here is over.
    kept = { at: Math.max(1, kept.at - dayMs / 24), work: 0 };
    for (;;) {
      const moved = await listMoved(read, kept, keptAtOnce);
      const last = moved.at(-1);
      if (last === undefined) break;
      const rows = moved.map((row) => ({ ...row, day: dayOf(row.counted_at) }));
      await parts.database.write((transaction) => putDays(transaction, rows));
      kept = { at: last.counted_at, work: last.work_id };
    }
    const today = dayOf(parts.clock.now());
    if (thinned === today) return;
    await parts.database.write((transaction) => thinDays(transaction, today - wholeDays));
    thinned = today;
  };
}

/** Days since 1970, UTC. */
export function dayOf(moment: number): number {
  return Math.floor(moment / dayMs);
}
