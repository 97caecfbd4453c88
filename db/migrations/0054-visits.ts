import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What people open, of those who want to keep a history: one of a person and work, and one more
    // for what they have cleared and can have back. `cleared_at` is 0 while it stands.
    `create table visits (
      user_id ${int64} not null references users (id),
      work_id ${int64} not null references works (id),
      cleared_at ${int64} not null,
      first_at ${int64} not null,
      last_at ${int64} not null,
      times ${int64} not null,
      primary key (user_id, work_id, cleared_at)
    ) ${strict}`,
    'create index visits_by_work on visits (work_id)',
    'create index visits_by_clearing on visits (cleared_at)',
    // Whoever has no row was not asked, or has not answered. Nothing is kept of what was opened at
    // `since` or before: the answer, or when all was cleared.
    `create table history_choices (
      user_id ${int64} not null primary key references users (id),
      keeps ${int64} not null check (keeps in (0, 1)),
      since ${int64} not null
    ) ${strict}`,
  ],
};
