import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // One row, made when an index is first saved, and never in a back-up: an index that was saved
    // from this database knows it by the identity, and no other database has it.
    `create table index_life (
      id ${int64} not null primary key check (id = 1),
      identity text not null,
      -- Copies of the index from before this generation are to be built anew.
      generation ${int64} not null
    ) ${strict}`,
  ],
};
