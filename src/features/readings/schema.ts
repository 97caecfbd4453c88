// The tables of readings and histories, as migrations 0050 and 0054 leave them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
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

export interface VisitsTable {
  user_id: UserId;
  work_id: WorkId;
  /** 0: it stands in the history. */
  cleared_at: Milliseconds;
  first_at: Milliseconds;
  last_at: Milliseconds;
  times: number;
}

export interface HistoryChoicesTable {
  user_id: UserId;
  keeps: Flag;
  /** Nothing is kept of what was opened then or before. */
  since: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    readings: ReadingsTable;
    visits: VisitsTable;
    history_choices: HistoryChoicesTable;
  }
}
