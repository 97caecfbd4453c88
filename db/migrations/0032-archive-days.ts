import type { Migration } from '../../src/kit/sql/migrate.ts';

export const migration: Migration = {
  statements: ({ int64, strict }) => [
    // What the archive held at the end of a day (UTC): numbers alone, of nobody.
    `create table archive_days (
      day ${int64} not null primary key,
      works ${int64} not null,
      chapters ${int64} not null,
      words ${int64} not null,
      people ${int64} not null,
      comments ${int64} not null,
      kudos ${int64} not null
    ) ${strict}`,
  ],
};
