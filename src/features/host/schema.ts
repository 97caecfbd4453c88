// The tables of the host's pages, as migrations 0032, 0049 and 0055 leave them.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';

/** What the archive held, day by day. */
export interface ArchiveDaysTable {
  /** Days since 1970-01-01, UTC. */
  day: number;
  works: number;
  chapters: number;
  words: number;
  people: number;
  comments: number;
  kudos: number;
}

export interface AnnouncementsTable {
  id: number;
  /** Plain text. */
  body: string;
  /** Where more is said; empty: nowhere. */
  link: string;
  audience: 'all' | 'members';
  begins_at: Milliseconds;
  /** Null: until somebody ends it. */
  ends_at: Milliseconds | null;
}

export interface AnnouncementDismissalsTable {
  user_id: UserId;
  announcement_id: number;
  at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    archive_days: ArchiveDaysTable;
    announcements: AnnouncementsTable;
    announcement_dismissals: AnnouncementDismissalsTable;
  }
}
