import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Mail on its way; the message is empty once it was sent.
    `create table queued_mail (
      id ${int64} not null primary key,
      mail_key text not null unique,
      keeps_key ${int64} not null,
      message text not null,
      queued_at ${int64} not null,
      sent_at ${int64}
    ) ${strict}`,
    'create index queued_mail_sent on queued_mail (sent_at)',
    // What happened that a person wants to know. The kind says what about_id and detail are; no
    // title or name is kept, so that what is hidden later is not told.
    `create table notices (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      kind text not null,
      about_id ${int64} not null,
      detail text not null,
      -- How often it happened since the person last looked.
      count ${int64} not null,
      at ${int64} not null,
      read_at ${int64},
      -- The mail that it waits for.
      mail text check (mail in ('at-once', 'daily', 'weekly'))
    ) ${strict}`,
    'create index notices_by_person on notices (user_id, at)',
    'create index notices_by_time on notices (at)',
    `create unique index notices_unread on notices (user_id, kind, about_id)
      where read_at is null`,
    'create index notices_to_mail on notices (user_id) where mail is not null',
    // How a person wants to know of a kind, where they have chosen.
    `create table notice_choices (
      user_id ${int64} not null references users (id),
      kind text not null,
      way text not null check (way in ('here', 'at-once', 'daily', 'weekly', 'never')),
      primary key (user_id, kind)
    ) ${strict}`,
    `create table notice_mails (
      user_id ${int64} not null references users (id),
      way text not null,
      mailed_at ${int64} not null,
      primary key (user_id, way)
    ) ${strict}`,
  ],
};
