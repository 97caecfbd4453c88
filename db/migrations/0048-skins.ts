import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Style sheets for works: what was typed, and what was written of it after the check.
    `create table skins (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      title text not null,
      title_key text not null,
      source text not null,
      css text not null,
      offered ${int64} not null check (offered in (0, 1)),
      created_at ${int64} not null,
      edited_at ${int64} not null,
      unique (user_id, title_key)
    ) ${strict}`,
    'create index skins_offered on skins (title_key) where offered = 1',
    // A work loses its skin with it, nothing else.
    `alter table works add column skin_id ${int64} references skins (id) on delete set null`,
    'create index works_by_skin on works (skin_id) where skin_id is not null',
  ],
};
