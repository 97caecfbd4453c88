// The one table of the API, as migration 0005 leaves it.
import type { Milliseconds } from '../../kit/sql/index.ts';

export interface IdempotentAnswersTable {
  token_id: number;
  route: string;
  idempotency_key: string;
  body_hash: string;
  status: number;
  subject_id: number;
  at: Milliseconds;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    idempotent_answers: IdempotentAnswersTable;
  }
}
