import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // An answer of the API that may be asked for again: which subject it made, never its text.
    `create table idempotent_answers (
      token_id ${int64} not null references api_tokens (id),
      route text not null,
      idempotency_key text not null,
      body_hash text not null,
      status ${int64} not null,
      subject_id ${int64} not null,
      at ${int64} not null,
      primary key (token_id, route, idempotency_key)
    ) ${strict}`,
  ],
};
