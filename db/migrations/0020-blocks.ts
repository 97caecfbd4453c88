import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // Who keeps whom away: from everything of theirs, or (with a work) from that work alone.
    `create table blocks (
      id ${int64} not null primary key,
      blocker_id ${int64} not null references users (id),
      blocked_id ${int64} not null references users (id),
      work_id ${int64} references works (id),
      created_at ${int64} not null,
      check (blocker_id <> blocked_id)
    ) ${strict}`,
    'create unique index blocks_once on blocks (blocker_id, blocked_id) where work_id is null',
    'create unique index blocks_once_of_work on blocks (work_id, blocked_id, blocker_id) ' +
      'where work_id is not null',
    'create index blocks_by_blocked on blocks (blocked_id)',
  ],
};
