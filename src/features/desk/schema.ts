// The table of the desk, as migration 0016 leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';

export interface DeskDismissalsTable {
  user_id: UserId;
  /** `findingKey` of what is not to be shown again. */
  finding: string;
  dismissed_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    desk_dismissals: DeskDismissalsTable;
  }
}
