// The tables of follows, as migration 0024 makes them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import type { FollowKind } from './follow.ts';

export interface FollowsTable {
  id: number;
  user_id: UserId;
  kind: FollowKind;
  subject_id: number;
  followed_at: Milliseconds;
}

export interface AnnouncedTable {
  work_id: WorkId;
  chapters_until: Milliseconds;
  named: Flag;
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
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    follows: FollowsTable;
    announced: AnnouncedTable;
    announcing: AnnouncingTable;
    tellings: TellingsTable;
    private_feeds: PrivateFeedsTable;
  }
}
