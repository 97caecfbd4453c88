// The tables of imports, as migration 0014 leaves them.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';

export interface ImportsTable {
  id: number;
  owner_id: UserId;
  brought_by: UserId;
  work_id: WorkId;
  /** SHA-256 of the file, in hexadecimal. */
  digest: string;
  /** `normaliseAddress`. */
  source_address: string | null;
  file_name: string;
  kind: string;
  /** JSON: a list of sentences. */
  decisions: string;
  brought_at: Milliseconds;
}

export interface WaitingImportsTable {
  id: number;
  user_id: UserId;
  position: number;
  file_name: string;
  digest: string;
  refusal: string | null;
  /** A `BroughtWork` as JSON, deflated. */
  work: Uint8Array | null;
  /** `WaitingFacts` as JSON; `{}` of a refused one. */
  facts: string;
  waits_since: Milliseconds;
}

export interface HoldRulesTable {
  /** `caseKey(said)`. */
  rule_key: string;
  kind: 'tag' | 'word';
  said: string;
  made_at: Milliseconds;
  made_by: UserId | null;
}

export interface UnclaimedAuthorsTable {
  user_id: UserId;
  /** As the files name them. */
  name: string;
  /** `caseKey(name)`. */
  name_key: string;
  /** Where the works come from; empty where the files do not say. */
  host: string;
  claim_hash: string | null;
  made_at: Milliseconds;
  made_by: UserId;
  state: 'unclaimed' | 'claimed' | 'opted out';
  claimed_by: UserId | null;
  decided_at: Milliseconds | null;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    imports: ImportsTable;
    waiting_imports: WaitingImportsTable;
    hold_rules: HoldRulesTable;
    unclaimed_authors: UnclaimedAuthorsTable;
  }
}
