import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // That its creators do not want it shown; the question does not come back.
    `alter table related_works add column refused_at ${int64}`,
  ],
};
