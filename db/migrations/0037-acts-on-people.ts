import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Who may read and not act for a time, or only leave with what is theirs. One that is over
    // keeps nobody from anything.
    `create table bars (
      user_id ${int64} not null primary key references users (id),
      kind text not null check (kind in ('suspended', 'banned')),
      until ${int64},
      at ${int64} not null,
      check ((kind = 'banned') = (until is null))
    ) ${strict}`,
    // What moderators tell each other of a person.
    `create table person_notes (
      id ${int64} not null primary key,
      user_id ${int64} not null references users (id),
      by_id ${int64} not null references users (id),
      words text not null,
      at ${int64} not null
    ) ${strict}`,
    'create index person_notes_by_user on person_notes (user_id, at)',
    // Rulings of more acts than hiding: the same tables again, without the check on the act.
    `create table new_rulings (
      id ${int64} not null primary key,
      subject_kind text not null,
      subject_id ${int64} not null,
      title text not null,
      act text not null,
      -- Of a suspension: when it ends.
      until ${int64},
      reason text not null,
      words text not null,
      by_id ${int64} not null references users (id),
      at ${int64} not null,
      appeal_words text,
      appealed_at ${int64},
      -- A moderator has closed the case of the appeal, or taken the ruling back.
      answered_at ${int64}
    ) ${strict}`,
    `insert into new_rulings select id, subject_kind, subject_id, title, act, null, reason, words,
      by_id, at, appeal_words, appealed_at, answered_at from rulings`,
    `create table new_ruling_people (
      ruling_id ${int64} not null references new_rulings (id),
      user_id ${int64} not null references users (id),
      primary key (ruling_id, user_id)
    ) ${strict}`,
    'insert into new_ruling_people select ruling_id, user_id from ruling_people',
    'drop table ruling_people',
    'drop table rulings',
    'alter table new_rulings rename to rulings',
    'alter table new_ruling_people rename to ruling_people',
    'create index rulings_by_subject on rulings (subject_kind, subject_id, at)',
    'create index ruling_people_by_user on ruling_people (user_id)',
  ],
};
