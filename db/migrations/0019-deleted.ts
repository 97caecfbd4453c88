import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: () => [
    // What is to be removed for good is looked for every hour.
    'create index works_deleted on works (deleted_at) where deleted_at is not null',
    'create index series_deleted on series (deleted_at) where deleted_at is not null',
  ],
};
