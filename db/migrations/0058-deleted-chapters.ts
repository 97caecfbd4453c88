import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Chapters that can still be had back: their versions stay in revisions.
    `create table deleted_chapters (
      chapter_id ${int64} not null primary key,
      work_id ${int64} not null references works (id),
      title text not null,
      position ${int64} not null,
      deleted_at ${int64} not null
    ) ${strict}`,
    'create index deleted_chapters_by_work on deleted_chapters (work_id)',
    'create index deleted_chapters_by_time on deleted_chapters (deleted_at)',
  ],
};
