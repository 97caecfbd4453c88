import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What a writer does not want to be shown again by the writing check. The finding is known by
    // a digest of its rule and of the words around it, so that it stays dismissed in any chapter.
    `create table desk_dismissals (
      user_id ${int64} not null references users (id),
      finding text not null,
      dismissed_at ${int64} not null,
      primary key (user_id, finding)
    ) ${strict}`,
  ],
};
