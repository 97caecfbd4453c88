import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Under whose old names works stand that an archivist brought in, until they are claimed.
    `create table unclaimed_authors (
      -- The account that holds the works meanwhile: nobody can log in to it.
      user_id ${int64} not null primary key references users (id),
      name text not null,
      name_key text not null,
      -- Where the works come from: one name may be two people in two places.
      host text not null,
      -- Of the secret in the claim link; null: used up.
      claim_hash text unique,
      made_at ${int64} not null,
      made_by ${int64} not null references users (id),
      state text not null check (state in ('unclaimed', 'claimed', 'opted out')),
      claimed_by ${int64} references users (id),
      decided_at ${int64},
      unique (name_key, host)
    ) ${strict}`,
    'create index unclaimed_authors_by_maker on unclaimed_authors (made_by)',
    'create index unclaimed_authors_by_claimer on unclaimed_authors (claimed_by)',
  ],
};
