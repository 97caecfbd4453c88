import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Addresses at which a list can be read as its owner sees it; the token is kept hashed.
    `create table private_feeds (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      token_hash text not null unique,
      -- The list: a kind of feed source, which one, and its filter.
      kind text not null,
      which text not null,
      query text not null,
      made_at ${int64} not null,
      used_at ${int64}
    ) ${strict}`,
    'create index private_feeds_by_person on private_feeds (user_id)',
  ],
};
