import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // One of a person and work, written by the person's own act alone: pages that are looked at
    // leave nothing here. The chapter may be gone again, so that it refers to nothing.
    `create table readings (
      user_id ${int64} not null references users (id),
      work_id ${int64} not null references works (id),
      state text not null check (state in ('to-read', 'reading', 'read', 'dropped')),
      chapter_id ${int64},
      chapters_posted ${int64} not null,
      marked_at ${int64} not null,
      primary key (user_id, work_id)
    ) ${strict}`,
    'create index readings_by_time on readings (user_id, marked_at)',
    'create index readings_by_work on readings (work_id)',
  ],
};
