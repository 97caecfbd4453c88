// The tables of the wrangling desk, as migration 0007 leaves them.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';

export interface WranglerFandomsTable {
  user_id: UserId;
  fandom_id: TagId;
  since: Milliseconds;
}

export interface TagNotesTable {
  id: number;
  tag_id: TagId;
  by_id: UserId;
  at: Milliseconds;
  /** Plain text. */
  body: string;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    wrangler_fandoms: WranglerFandomsTable;
    tag_notes: TagNotesTable;
  }
}
