// The door to the database. Features see `Database`, `Reader`, `Transaction` and their tables,
// and never learn which of the two databases answers.
import type { Insertable, Kysely, Transaction as KyselyTransaction, Selectable } from 'kysely';
import type { Snapshot } from './snapshot.ts';

export { sql } from 'kysely';
export { headPosition, listChanges, recordChange } from './changes.ts';
export { type ErasedRows, eraseRows } from './erase-rows.ts';
export { countFound, type Found, listFound } from './found.ts';
export { insertRows } from './insert-rows.ts';
export { type Loader, startLoading, UnfitRow } from './load.ts';
export {
  appliedMigrations,
  applyMigration,
  lockMigrations,
  type Migration,
  type MigrationSet,
  migrate,
  pendingMigrations,
  programMigrations,
} from './migrate.ts';
export { type OpenOptions, openDatabase, openDatabaseAt } from './open.ts';
export { type OwnedRow, type OwnedTable, type OwnerPath, ownedRows } from './owned-rows.ts';
export { type PreparedValue, preparedRead } from './prepared.ts';
export { findOrMakeSecret } from './secrets.ts';
export type { Snapshot } from './snapshot.ts';
export {
  type Cell,
  type Column,
  type ColumnType,
  describeTables,
  type Reference,
  type Row,
  type TableShape,
  tableNames,
  UnfitTable,
} from './tables.ts';
export type { Insertable, Selectable };

/**
 * Every table of the archive. Each feature adds its own in `schema.ts` by declaration merging:
 * `declare module '../../kit/sql/index.ts' { interface Tables { works: WorksTable } }`.
 */
export interface Tables {
  changes: ChangesTable;
  migrations: MigrationsTable;
  secrets: SecretsTable;
}

/** Truth as both databases store it alike. */
export type Flag = 0 | 1;

/** Epoch milliseconds, UTC. */
export type Milliseconds = number;

/** Reads what is committed. It is never inside a write transaction. */
export type Reader = Kysely<Tables>;

/**
 * The only thing that writes. Inside it nothing is awaited but its own SQL: hashing, rendering and
 * parsing come before, because on SQLite every other writer waits.
 */
export type Transaction = KyselyTransaction<Tables>;

/** An open database of either kind. */
export interface Database {
  /** Committed state; on SQLite a connection of its own, so that readers never wait for writers. */
  readonly read: Reader;
  /**
   * Runs `work` in one transaction; what it throws rolls everything back and is thrown again. On
   * PostgreSQL `work` runs anew, a few times at most, when it has lost a race (a deadlock, a row
   * that somebody else made first): it must not depend on what an undone run left in memory.
   */
  write<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    options?: WriteOptions,
  ): Promise<Result>;
  /** Runs `work` on one moment of the database, on a connection of its own; writers go on. */
  snapshot<Result>(work: (snapshot: Snapshot) => Promise<Result>): Promise<Result>;
  /** For `kit/sql`, `features/finding/storage` and migrations only (a policy test holds it). */
  readonly dialect: Dialect;
  close(): Promise<void>;
}

export type Dialect = 'sqlite' | 'postgres';

/** `once`: for work that cannot run a second time, because it uses up what it reads. */
export type WriteOptions = { readonly once?: boolean };

/** The change log: a row for each change of what others may show. */
export interface ChangesTable {
  /** Given in commit order: nobody ever sees n before n-1. */
  position: number;
  /** What changed: 'work', 'tag', 'user' ...; the owner of the fact chooses the word. */
  kind: string;
  subject_id: number;
  at: Milliseconds;
}

/** Keys that every process and every restored back-up share. */
export interface SecretsTable {
  name: string;
  /** Base64url. */
  value: string;
}

/** Migrations that were applied, and when. */
export interface MigrationsTable {
  name: string;
  at: Milliseconds;
}
