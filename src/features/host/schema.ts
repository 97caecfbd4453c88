// What the archive held, day by day, as migration 0032 leaves it.
export interface ArchiveDaysTable {
  /** Days since 1970-01-01, UTC. */
  day: number;
  works: number;
  chapters: number;
  words: number;
  people: number;
  comments: number;
  kudos: number;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    archive_days: ArchiveDaysTable;
  }
}
