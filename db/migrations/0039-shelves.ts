import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // A person's own groups of bookmarks, in their own order.
    `create table shelves (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      name text not null,
      name_key text not null,
      public ${int64} not null check (public in (0, 1)),
      position ${int64} not null,
      made_at ${int64} not null,
      unique (user_id, name_key)
    ) ${strict}`,
    // Positions say who comes first; they may have gaps.
    `create table shelf_bookmarks (
      shelf_id ${int64} not null references shelves (id),
      bookmark_id ${int64} not null references bookmarks (id),
      position ${int64} not null,
      primary key (shelf_id, bookmark_id)
    ) ${strict}`,
    'create index shelf_bookmarks_by_bookmark on shelf_bookmarks (bookmark_id)',
  ],
};
