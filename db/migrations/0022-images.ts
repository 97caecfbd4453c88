import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Pictures of works; the bytes are in the file store.
    `create table images (
      work_id ${int64} not null references works (id),
      -- Made of the digest of its bytes, and unlike every other of the work.
      file text not null,
      width ${int64} not null,
      height ${int64} not null,
      bytes ${int64} not null,
      alt text not null,
      -- 1: there is nothing to tell, and alt is empty.
      decorative ${int64} not null,
      -- 1: what readers see of the work shows it, so that they may see it.
      shown ${int64} not null,
      -- 1: the cover of its books.
      cover ${int64} not null,
      added_by ${int64} not null references users (id),
      added_at ${int64} not null,
      primary key (work_id, file)
    ) ${strict}`,
    'create index images_by_adder on images (added_by)',
  ],
};
