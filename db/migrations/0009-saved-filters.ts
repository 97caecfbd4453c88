import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    `create table saved_filters (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      name text not null,
      name_key text not null,
      query text not null,
      list_path text not null,
      list_tag_id ${int64} references tags (id),
      created_at ${int64} not null,
      updated_at ${int64} not null,
      unique (user_id, name_key)
    ) ${strict}`,
    'create index saved_filters_by_list_tag on saved_filters (list_tag_id)',
    // A query names its tags by number; a number that is no tag (any more) is not here.
    `create table saved_filter_tags (
      filter_id ${int64} not null references saved_filters (id),
      tag_id ${int64} not null references tags (id),
      primary key (filter_id, tag_id)
    ) ${strict}`,
    'create index saved_filter_tags_by_tag on saved_filter_tags (tag_id)',
    `create table default_filters (
      user_id ${int64} not null primary key references users (id),
      filter_id ${int64} not null references saved_filters (id)
    ) ${strict}`,
    'create index default_filters_by_filter on default_filters (filter_id)',
  ],
};
