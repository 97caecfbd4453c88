import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What moderators have decided and told those whose it is, who may appeal once.
    `create table rulings (
      id ${int64} not null primary key,
      subject_kind text not null,
      subject_id ${int64} not null,
      title text not null,
      act text not null check (act in ('hide', 'show')),
      reason text not null,
      words text not null,
      by_id ${int64} not null references users (id),
      at ${int64} not null,
      appeal_words text,
      appealed_at ${int64},
      -- A moderator has closed the case of the appeal, or taken the ruling back.
      answered_at ${int64}
    ) ${strict}`,
    'create index rulings_by_subject on rulings (subject_kind, subject_id, at)',
    `create table ruling_people (
      ruling_id ${int64} not null references rulings (id),
      user_id ${int64} not null references users (id),
      primary key (ruling_id, user_id)
    ) ${strict}`,
    'create index ruling_people_by_user on ruling_people (user_id)',
  ],
};
