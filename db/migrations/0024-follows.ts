import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What people follow. The subject is named by kind and number alone: it may go and come back.
    `create table follows (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      kind text not null check (kind in
        ('work', 'series', 'creator', 'tag', 'filter', 'collection')),
      subject_id ${int64} not null,
      followed_at ${int64} not null,
      unique (user_id, kind, subject_id)
    ) ${strict}`,
    'create index follows_by_subject on follows (kind, subject_id)',
    // What of a work followers have been told of: each thing once.
    `create table announced (
      work_id ${int64} not null primary key references works (id),
      -- Chapters posted up to then.
      chapters_until ${int64} not null,
      -- The followers of its creators, too: not while it is anonymous.
      named ${int64} not null
    ) ${strict}`,
    `insert into announced (work_id, chapters_until, named)
      select works.id, coalesce(max(chapters.posted_at), 0), 1 - works.anonymous
      from works left join chapters on chapters.work_id = works.id
      where works.posted_at is not null and works.deleted_at is null and works.hidden = 0
        and works.creators_hidden = 0 and works.unrevealed = 0
      group by works.id, works.anonymous`,
    // Up to where the change log was looked through.
    `create table announcing (
      id ${int64} not null primary key,
      position ${int64} not null
    ) ${strict}`,
    'insert into announcing (id, position) select 1, coalesce(max(position), 0) from changes',
    // Notices on their way: left a few at a time.
    `create table tellings (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      kind text not null,
      about_id ${int64} not null,
      detail text not null,
      count ${int64} not null
    ) ${strict}`,
  ],
};
