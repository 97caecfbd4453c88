import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    `create table changes (
      position ${int64} not null primary key,
      kind text not null,
      subject_id ${int64} not null,
      at ${int64} not null
    ) ${strict}`,
    // One row; updating it is the lock that gives positions in commit order.
    `create table change_lock (
      id ${int64} not null primary key,
      taken ${int64} not null
    ) ${strict}`,
    'insert into change_lock (id, taken) values (1, 0)',
    // Keys that every process and every restored back-up must share.
    `create table secrets (
      name text not null primary key,
      value text not null
    ) ${strict}`,
    // What the host has set in the archive itself (name, policy text, robots), one row each.
    `create table site_settings (
      name text not null primary key,
      value text not null,
      changed_at ${int64} not null
    ) ${strict}`,
    `create table audit (
      id ${int64} not null primary key,
      at ${int64} not null,
      actor_id ${int64},
      act text not null,
      subject_kind text not null,
      subject_id ${int64} not null,
      reason text not null,
      detail text not null
    ) ${strict}`,
    'create index audit_by_subject on audit (subject_kind, subject_id, at)',
  ],
};
