import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Keys that devices hold in place of a password (W3C Web Authentication): nothing secret.
    `create table passkeys (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      -- What the device calls the key: base64url.
      credential_id text not null unique,
      -- SubjectPublicKeyInfo: base64url.
      public_key text not null,
      -- How often the device says it has signed; 0 for those that do not count.
      sign_count ${int64} not null,
      name text not null,
      made_at ${int64} not null,
      used_at ${int64}
    ) ${strict}`,
    'create index passkeys_of_user on passkeys (user_id)',
    // Challenges that were answered, until they are too old to be answered again.
    `create table used_challenges (
      challenge_hash text not null primary key,
      until ${int64} not null
    ) ${strict}`,
  ],
};
