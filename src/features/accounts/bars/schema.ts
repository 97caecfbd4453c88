// The table of bars, as migration 0037 leaves it.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Bar } from '../../../shared/viewer.ts';

export interface BarsTable {
  user_id: UserId;
  kind: Bar['kind'];
  /** Null for a ban. Over when it is past; the row may stay. */
  until: Milliseconds | null;
  at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    bars: BarsTable;
  }
}
