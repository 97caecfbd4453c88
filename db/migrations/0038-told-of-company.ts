import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64 }) => [
    // When whom it concerns was told; null: not yet, as while the work is a draft. Of what stands
    // already nobody is told any more.
    `alter table work_gifts add column told_at ${int64}`,
    'update work_gifts set told_at = given_at',
    'create index work_gifts_untold on work_gifts (work_id) where told_at is null',
    `alter table related_works add column told_at ${int64}`,
    'update related_works set told_at = related_at',
    'create index related_works_untold on related_works (work_id) where told_at is null',
  ],
};
