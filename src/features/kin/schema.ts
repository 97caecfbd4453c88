import type { Milliseconds } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';

export interface KinTable {
  user_id: UserId;
  kin_id: UserId;
  named_at: Milliseconds;
  accepted_at: Milliseconds | null;
  /** The kin says that the person is no longer there. */
  asked_at: Milliseconds | null;
  words: string;
  /** A moderator has believed it; from `due_at` on the kin may act. */
  granted_at: Milliseconds | null;
  granted_by: UserId | null;
  due_at: Milliseconds | null;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    kin: KinTable;
  }
}
