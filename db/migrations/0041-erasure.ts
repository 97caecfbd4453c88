import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Set while an account waits to be erased; logging in empties it. erased_at: nothing is left of
    // the person but the number that others' records name.
    `alter table users add column leaving_at ${int64}`,
    `alter table users add column erased_at ${int64}`,
    `create table erasures (
      user_id ${int64} not null primary key references users (id),
      asked_at ${int64} not null,
      due_at ${int64} not null,
      keep_name ${int64} not null,
      comments text not null check (comments in ('keep', 'delete'))
    ) ${strict}`,
    // Works that go with the account; the others stay, orphaned. A work may be gone before.
    `create table erasure_works (
      user_id ${int64} not null references erasures (user_id),
      work_id ${int64} not null,
      primary key (user_id, work_id)
    ) ${strict}`,
  ],
};
