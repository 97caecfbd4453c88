import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // The place inside `chapter_id`: the number of the paragraph, what its text hashes to, and how
    // far one is in it and in the chapter, in thousandths. All four or none.
    `alter table readings add column place_paragraph ${int64}`,
    `alter table readings add column place_mark ${int64}`,
    `alter table readings add column place_within ${int64}`,
    `alter table readings add column place_share ${int64}`,
  ],
};
