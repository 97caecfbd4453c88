import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What is asked after the password. The seed is locked with a key that is not in here.
    `create table second_steps (
      user_id ${int64} not null primary key references users (id),
      locked_seed text not null,
      begun_at ${int64} not null,
      -- Null: the person has not yet shown that their app gives the codes.
      confirmed_at ${int64},
      -- The number of the last code taken (RFC 6238: T), so that none counts twice.
      last_step ${int64} not null
    ) ${strict}`,
    `create table recovery_codes (
      user_id ${int64} not null references users (id),
      code_hash text not null,
      made_at ${int64} not null,
      used_at ${int64},
      primary key (user_id, code_hash)
    ) ${strict}`,
  ],
};
