import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What moderators undid of an account's doings in a time span, and how far that has come:
    // things of the kind below that number are next.
    `create table undoings (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      by_id ${int64} not null references users (id),
      from_at ${int64} not null,
      to_at ${int64} not null,
      at ${int64} not null,
      state text not null check (state in ('doing', 'done', 'returning', 'returned')),
      kind text,
      below ${int64} not null,
      things ${int64} not null
    ) ${strict}`,
    'create index undoings_by_user on undoings (user_id, at)',
    // What was undone, in that order, with what is needed to bring it back.
    `create table undone_things (
      undoing_id ${int64} not null references undoings (id),
      position ${int64} not null,
      kind text not null,
      thing_id ${int64} not null,
      kept text not null,
      primary key (undoing_id, position)
    ) ${strict}`,
  ],
};
