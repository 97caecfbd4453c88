import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict, dialect }) => {
    const bytes = dialect === 'sqlite' ? 'blob' : 'bytea';
    return [
      // Which work came of which file: what is brought again is found here.
      `create table imports (
        id ${int64} not null primary key,
        -- Whose the work is, and who brought it: two people where an archivist did.
        owner_id ${int64} not null references users (id),
        brought_by ${int64} not null references users (id),
        work_id ${int64} not null references works (id),
        -- SHA-256 of the file, and the address it came from in its one form.
        digest text not null,
        source_address text,
        file_name text not null,
        kind text not null,
        -- Sentences for people: JSON.
        decisions text not null,
        brought_at ${int64} not null,
        unique (owner_id, digest)
      ) ${strict}`,
      'create index imports_by_address on imports (source_address)',
      'create index imports_by_work on imports (work_id)',
      'create index imports_by_bringer on imports (brought_by)',
      // Read and waiting for a yes: one row for each work of an upload.
      `create table waiting_imports (
        id ${int64} not null primary key,
        user_id ${int64} not null references users (id),
        position ${int64} not null,
        file_name text not null,
        digest text not null,
        -- Why it was refused; then there is nothing else.
        refusal text,
        -- The work as it was read, and what a list shows of it: JSON, the work's deflated.
        work ${bytes},
        facts text not null,
        waits_since ${int64} not null,
        unique (user_id, digest)
      ) ${strict}`,
      'create index waiting_imports_by_age on waiting_imports (waits_since)',
      // What the site's policy makes wait for a moderator.
      `create table held_works (
        work_id ${int64} not null primary key references works (id),
        -- Sentences for people: JSON.
        reasons text not null,
        held_at ${int64} not null,
        decided_at ${int64},
        decided_by ${int64} references users (id),
        verdict text check (verdict in ('let in', 'kept out'))
      ) ${strict}`,
      'create index held_works_by_decider on held_works (decided_by)',
      `create table hold_rules (
        kind text not null check (kind in ('tag', 'word')),
        -- The tag's name or the word, folded.
        rule_key text not null,
        said text not null,
        made_at ${int64} not null,
        made_by ${int64} references users (id),
        primary key (kind, rule_key)
      ) ${strict}`,
      'create index hold_rules_by_maker on hold_rules (made_by)',
    ];
  },
};
