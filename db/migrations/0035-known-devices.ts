import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Browsers that have logged in to an account, by the hash of a random word in a cookie: whoever
    // logs in from another one is told of by mail.
    `create table known_devices (
      user_id ${int64} not null references users (id),
      device_hash text not null,
      known_at ${int64} not null,
      seen_at ${int64} not null,
      primary key (user_id, device_hash)
    ) ${strict}`,
    'create index known_devices_by_hash on known_devices (device_hash)',
  ],
};
