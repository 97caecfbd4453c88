import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What the host tells everybody who comes by, for a time.
    `create table announcements (
      id ${int64} not null primary key,
      body text not null,
      link text not null,
      audience text not null check (audience in ('all', 'members')),
      begins_at ${int64} not null,
      ends_at ${int64}
    ) ${strict}`,
    'create index announcements_by_beginning on announcements (begins_at)',
  ],
};
