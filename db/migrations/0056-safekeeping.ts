import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Back-ups that the server was asked to write or to verify, and what became of each.
    `create table safekeeping_runs (
      id ${int64} not null primary key,
      act text not null check (act in ('write', 'verify')),
      -- A name in the folder of back-ups.
      file text not null,
      asked_at ${int64} not null,
      started_at ${int64},
      ended_at ${int64},
      table_rows ${int64} not null,
      files ${int64} not null,
      bytes ${int64} not null,
      problem text
    ) ${strict}`,
    'create index safekeeping_runs_by_time on safekeeping_runs (asked_at)',
  ],
};
