import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What was reported, once while it is open. The subject has no foreign key: a case outlives it.
    `create table cases (
      id ${int64} not null primary key,
      subject_kind text not null,
      subject_id ${int64} not null,
      state text not null check (state in ('new', 'taken', 'waiting', 'closed')),
      taken_by ${int64} references users (id),
      outcome text check (outcome in ('acted', 'nothing')),
      opened_at ${int64} not null,
      changed_at ${int64} not null,
      check ((state = 'closed') = (outcome is not null))
    ) ${strict}`,
    `create unique index cases_open on cases (subject_kind, subject_id)
      where state <> 'closed'`,
    'create index cases_by_subject on cases (subject_kind, subject_id)',
    'create index cases_by_state on cases (state, changed_at)',
    // Whose works or words a case is about: they are kept from it, whatever their roles.
    `create table case_people (
      case_id ${int64} not null references cases (id),
      user_id ${int64} not null references users (id),
      primary key (case_id, user_id)
    ) ${strict}`,
    'create index case_people_by_user on case_people (user_id)',
    // What stood there when somebody reported it.
    `create table case_evidence (
      id ${int64} not null primary key,
      case_id ${int64} not null references cases (id),
      at ${int64} not null,
      title text not null,
      address text not null,
      revision ${int64},
      hash text not null,
      body text not null
    ) ${strict}`,
    'create unique index case_evidence_once on case_evidence (case_id, hash)',
    `create table reports (
      id ${int64} not null primary key,
      case_id ${int64} not null references cases (id),
      evidence_id ${int64} not null references case_evidence (id),
      -- Null: a guest.
      reporter_id ${int64} references users (id),
      reason text not null,
      words text not null,
      at ${int64} not null
    ) ${strict}`,
    'create index reports_by_case on reports (case_id)',
    'create index reports_by_reporter on reports (reporter_id) where reporter_id is not null',
    `create table case_notes (
      id ${int64} not null primary key,
      case_id ${int64} not null references cases (id),
      by_id ${int64} not null references users (id),
      words text not null,
      at ${int64} not null
    ) ${strict}`,
    'create index case_notes_by_case on case_notes (case_id)',
  ],
};
