import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // Null: it was never posted, nor brought with a day.
    `alter table deleted_chapters add column published_at ${int64}`,
  ],
};
