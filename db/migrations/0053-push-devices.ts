import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Browsers that are told of notices, each with the session in which it was added: they end with
    // it. In no back-up: after a restore nobody is logged in.
    `create table push_devices (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      session_hash text not null,
      -- What the browser calls itself.
      client text not null,
      endpoint text not null unique,
      public_key text not null,
      auth text not null,
      -- Whether a message says what happened, and not only that something did.
      titles ${int64} not null,
      added_at ${int64} not null,
      -- Told of all that was there then.
      told_at ${int64} not null,
      -- In a row.
      failures ${int64} not null
    ) ${strict}`,
    'create index push_devices_by_person on push_devices (user_id)',
  ],
};
