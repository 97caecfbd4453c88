// The table of what the server does to keep the archive safe, as migration 0056 leaves it.
import type { Milliseconds } from '../../../kit/sql/index.ts';

export interface SafekeepingRunsTable {
  id: number;
  act: 'write' | 'verify';
  /** A name in the folder of back-ups. */
  file: string;
  asked_at: Milliseconds;
  /** Null: it waits. */
  started_at: Milliseconds | null;
  /** Null: it waits or runs. */
  ended_at: Milliseconds | null;
  /** Written or read so far. */
  table_rows: number;
  files: number;
  /** Of a finished back-up. */
  bytes: number;
  /** Why it failed; null: it did not, or has not ended. */
  problem: string | null;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    safekeeping_runs: SafekeepingRunsTable;
  }
}
