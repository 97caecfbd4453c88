import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // When the writer last said that a change of a posted chapter is news.
    `alter table chapters add column news_at ${int64}`,
  ],
};
