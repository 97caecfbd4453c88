import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    `alter table chapters add column hits ${int64} not null default 0`,
    // The counters of a work as they stood at the end of a day (UTC), for days on which one moved.
    `create table work_days (
      work_id ${int64} not null references works (id),
      day ${int64} not null,
      hits ${int64} not null,
      kudos ${int64} not null,
      comments ${int64} not null,
      bookmarks ${int64} not null,
      counted_at ${int64} not null,
      primary key (work_id, day)
    ) ${strict}`,
    'create index work_days_by_time on work_days (counted_at)',
    'create index work_days_by_day on work_days (day)',
  ],
};
