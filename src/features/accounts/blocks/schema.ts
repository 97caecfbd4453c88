// The table of blocks, as migration 0020 leaves it.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';

declare const brand: unique symbol;
export type BlockId = number & { readonly [brand]: 'block' };

export interface BlocksTable {
  id: BlockId;
  blocker_id: UserId;
  blocked_id: UserId;
  /** Null: from everything of the blocker. */
  work_id: WorkId | null;
  created_at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    blocks: BlocksTable;
  }
}
