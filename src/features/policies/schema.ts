// The tables of policies, as their migration leaves them.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';

export interface PageVersionsTable {
  /** The name in its address: `policy`. */
  page: string;
  /** From 1, which is what stood there before the first change. */
  version: number;
  /** Markdown. */
  source: string;
  /** 0: from the first day. */
  made_at: Milliseconds;
  /** Null: it came with Inkstead. */
  made_by: UserId | null;
}

export interface PolicyConsentsTable {
  user_id: UserId;
  version: number;
  agreed_at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    page_versions: PageVersionsTable;
    policy_consents: PolicyConsentsTable;
  }
}
