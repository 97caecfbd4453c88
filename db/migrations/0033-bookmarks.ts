import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What is gone for good leaves title and creators as they were; then the number is null.
    `create table bookmarks (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      kind text not null check (kind in ('work', 'series', 'elsewhere')),
      work_id ${int64} references works (id),
      series_id ${int64} references series (id),
      address text,
      title text not null,
      creators text not null,
      fandoms text not null,
      notes_source text not null,
      notes_html text not null,
      notes_sanitiser_version ${int64} not null,
      rec ${int64} not null check (rec in (0, 1)),
      private ${int64} not null check (private in (0, 1)),
      bookmarked_at ${int64} not null,
      changed_at ${int64} not null,
      check ((address is not null) = (kind = 'elsewhere')),
      check (work_id is null or kind = 'work'),
      check (series_id is null or kind = 'series')
    ) ${strict}`,
    'create index bookmarks_by_user on bookmarks (user_id, bookmarked_at)',
    'create unique index bookmarks_of_works on bookmarks (work_id, user_id) ' +
      'where work_id is not null',
    'create unique index bookmarks_of_series on bookmarks (series_id, user_id) ' +
      'where series_id is not null',
    'create unique index bookmarks_elsewhere on bookmarks (user_id, address) ' +
      'where address is not null',
    'create index bookmarks_recommended on bookmarks (bookmarked_at) ' +
      'where rec = 1 and private = 0 and work_id is not null',
    `create table bookmark_tags (
      bookmark_id ${int64} not null references bookmarks (id),
      position ${int64} not null,
      name text not null,
      name_key text not null,
      primary key (bookmark_id, position)
    ) ${strict}`,
    'create index bookmark_tags_by_name on bookmark_tags (name_key, bookmark_id)',
  ],
};
