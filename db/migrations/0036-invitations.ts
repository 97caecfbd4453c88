import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Each opens one account, once. given_by null: the archive itself gave it, from the queue or by
    // a command. used_by is kept: who brought whom.
    `create table invitations (
      id ${int64} not null primary key,
      code_hash text not null unique,
      email text,
      given_by ${int64} references users (id),
      made_at ${int64} not null,
      expires_at ${int64} not null,
      used_at ${int64},
      used_by ${int64} references users (id)
    ) ${strict}`,
    'create index invitations_by_giver on invitations (given_by)',
    'create index invitations_by_user on invitations (used_by)',
    // Who waits for an invitation, in the order of asked_at; gone once they have one.
    `create table invitation_queue (
      id ${int64} not null primary key,
      email text not null,
      email_key text not null unique,
      secret_hash text not null unique,
      asked_at ${int64} not null
    ) ${strict}`,
    'create index invitation_queue_by_time on invitation_queue (asked_at, id)',
    // One row: how many the queue gives each day by itself, and when it last did.
    `create table invitation_days (
      id ${int64} not null primary key check (id = 1),
      daily ${int64} not null,
      done_at ${int64} not null
    ) ${strict}`,
    'insert into invitation_days (id, daily, done_at) values (1, 0, 0)',
    // How many a member still has to give.
    `create table invitation_shares (
      user_id ${int64} not null primary key references users (id),
      left_to_give ${int64} not null
    ) ${strict}`,
  ],
};
