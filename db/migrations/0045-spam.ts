import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What was learnt from moderators' decisions about comments: how many there were, and how many
    // of them had a sign. No comment and no person can be found by it.
    `create table spam_learning (
      id ${int64} not null primary key check (id = 1),
      good ${int64} not null,
      bad ${int64} not null,
      learnt_at ${int64} not null,
      reset_at ${int64} not null
    ) ${strict}`,
    `create table spam_signs (
      sign text not null primary key,
      good ${int64} not null,
      bad ${int64} not null
    ) ${strict}`,
  ],
};
