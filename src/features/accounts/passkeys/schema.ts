// The tables of passkeys, as migration 0042 leaves them.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

export interface PasskeysTable {
  id: number;
  user_id: UserId;
  credential_id: string;
  public_key: string;
  sign_count: number;
  name: string;
  made_at: Milliseconds;
  used_at: Milliseconds | null;
}

interface UsedChallengesTable {
  challenge_hash: string;
  until: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    passkeys: PasskeysTable;
    used_challenges: UsedChallengesTable;
  }
}
