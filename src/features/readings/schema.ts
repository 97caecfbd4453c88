// The table of readings, as migration 0050 leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../shared/ids.ts';
import type { ReadingState } from './reading.ts';

export interface ReadingsTable {
  user_id: UserId;
  work_id: WorkId;
  state: ReadingState;
  /** Where the person is; it may be gone since. */
  chapter_id: ChapterId | null;
  /** How many chapters there were when they said so. */
  chapters_posted: number;
  marked_at: Milliseconds;
  /** The place inside the chapter: `Place`, all four or none. */
  place_paragraph: number | null;
  place_mark: number | null;
  place_within: number | null;
  place_share: number | null;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    readings: ReadingsTable;
  }
}
