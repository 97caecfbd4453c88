// The tables of the second step, as migration 0030 leaves them.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

export interface SecondStepsTable {
  user_id: UserId;
  locked_seed: string;
  begun_at: Milliseconds;
  confirmed_at: Milliseconds | null;
  last_step: number;
}

export interface RecoveryCodesTable {
  user_id: UserId;
  /** `hashToken` of the code without its hyphens. */
  code_hash: string;
  made_at: Milliseconds;
  used_at: Milliseconds | null;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    second_steps: SecondStepsTable;
    recovery_codes: RecoveryCodesTable;
  }
}
