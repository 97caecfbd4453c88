// The table of kudos, as migration 0021 leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';

export interface KudosTable {
  id: number;
  work_id: WorkId;
  /** Null: a guest. */
  user_id: UserId | null;
  /** Of a guest: a keyed hash of the word in their cookie. */
  guest_key: string | null;
  left_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    kudos: KudosTable;
  }
}
