import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // When a counter last moved: what is kept of counters elsewhere catches up by it.
    `alter table work_counts add column counted_at ${int64} not null default 0`,
    'create index work_counts_by_time on work_counts (counted_at)',
  ],
};
