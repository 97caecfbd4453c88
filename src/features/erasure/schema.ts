import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';

export interface ErasuresTable {
  user_id: UserId;
  asked_at: Milliseconds;
  due_at: Milliseconds;
  /** Pseuds stay on works that stay. */
  keep_name: Flag;
  comments: 'keep' | 'delete';
}

export interface ErasureWorksTable {
  user_id: UserId;
  work_id: WorkId;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    erasures: ErasuresTable;
    erasure_works: ErasureWorksTable;
  }
}
