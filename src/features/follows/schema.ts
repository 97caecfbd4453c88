// The tables of follows, as migrations 0024 and 0051 make them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../shared/ids.ts';
import type { FollowKind } from './follow.ts';

export interface FollowsTable {
  id: number;
  user_id: UserId;
  kind: FollowKind;
  subject_id: number;
  followed_at: Milliseconds;
  /** Whether its follower hears of new chapters too. */
  chapters: Flag;
}

export interface AnnouncedTable {
  work_id: WorkId;
  chapters_until: Milliseconds;
  named: Flag;
}

export interface AnnouncedPartsTable {
  work_id: WorkId;
  series_id: SeriesId;
}

export interface AnnouncingTable {
  id: 1;
  position: number;
}

/** A notice on its way. */
export interface TellingsTable {
  id: number;
  user_id: UserId;
  kind: string;
  about_id: number;
  detail: string;
  count: number;
}

/** As migration 0025 makes it. */
export interface PrivateFeedsTable {
  id: number;
  user_id: UserId;
  token_hash: string;
  kind: string;
  which: string;
  query: string;
  made_at: Milliseconds;
  used_at: Milliseconds | null;
  /** Whether it holds the texts of chapters. */
  texts: Flag;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    follows: FollowsTable;
    announced: AnnouncedTable;
    announced_parts: AnnouncedPartsTable;
    announcing: AnnouncingTable;
    tellings: TellingsTable;
    private_feeds: PrivateFeedsTable;
  }
}
