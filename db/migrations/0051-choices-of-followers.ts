import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Whether its follower hears of new chapters too, not of new works alone.
    `alter table follows add column chapters ${int64} not null default 0`,
    `update follows set chapters = 1 where kind in ('work', 'series', 'creator')`,
    // Of which works the followers of a series were told that they are parts of it.
    `create table announced_parts (
      work_id ${int64} not null references works (id),
      series_id ${int64} not null,
      primary key (work_id, series_id)
    ) ${strict}`,
    `insert into announced_parts (work_id, series_id)
      select series_works.work_id, series_works.series_id from series_works
      inner join announced on announced.work_id = series_works.work_id`,
    // Whether it holds the texts of chapters.
    `alter table private_feeds add column texts ${int64} not null default 0`,
  ],
};
