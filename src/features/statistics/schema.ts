// The table of statistics, as its migration leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';

/** The counters of a work when a day ended; a day on which none moved has no row. */
export interface WorkDaysTable {
  work_id: WorkId;
  /** Days since 1970, UTC. */
  day: number;
  hits: number;
  kudos: number;
  comments: number;
  bookmarks: number;
  /** Of `work_counts`, when these were read. */
  counted_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    work_days: WorkDaysTable;
  }
}
