// Migrations: one order, forward only, expand then contract. Each is a file in `db/migrations`
// that gives its statements; where the databases differ it asks for the word it needs.
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database, Dialect, Milliseconds, Transaction } from './index.ts';

/** The words in which the two databases differ, and the statements to run. */
export type SqlWords = {
  /** A whole number of 64 bits. */
  readonly int64: string;
  /** Ends a table: SQLite checks column types only in strict tables. */
  readonly strict: string;
  readonly dialect: Dialect;
};

export type Migration = {
  /** Statements in order. Everything in one file is one transaction. */
  readonly statements: (words: SqlWords) => readonly string[];
};

/** Migrations by name, in their order. */
export type MigrationSet = {
  readonly names: readonly string[];
  load(name: string): Promise<Migration>;
};

const migrationsFolder = new URL('../../../db/migrations/', import.meta.url);

/** The migrations of this program: the files in `db/migrations`. */
export const programMigrations: MigrationSet = {
  get names() {
    return readdirSync(migrationsFolder)
      .filter((file) => file.endsWith('.ts'))
      .sort();
  },
  async load(name) {
    const { migration } = (await import(new URL(name, migrationsFolder).href)) as {
      migration: Migration;
    };
    return migration;
  },
};

const words: Record<Dialect, SqlWords> = {
  sqlite: { int64: 'integer', strict: 'strict', dialect: 'sqlite' },
  postgres: { int64: 'bigint', strict: '', dialect: 'postgres' },
};

/** Names of the migrations that this database has not seen, in order. */
export async function pendingMigrations(
  database: Database,
  migrations: MigrationSet = programMigrations,
): Promise<string[]> {
  const done = new Set(await appliedMigrations(database));
  return migrations.names.filter((name) => !done.has(name));
}

/** Names of the migrations that this database has seen; none when it is empty. */
export async function appliedMigrations({ read }: Pick<Database, 'read'>): Promise<string[]> {
  const tables = await read.introspection.getTables();
  if (!tables.some((table) => table.name === 'migrations')) return [];
  const rows = await read.selectFrom('migrations').select('name').execute();
  return rows.map((row) => row.name).sort();
}

/**
 * Brings the database to the newest schema and returns what was applied. Two processes may start
 * at once: the second waits and finds nothing to do.
 */
export async function migrate(
  database: Database,
  at: Milliseconds,
  migrations: MigrationSet = programMigrations,
): Promise<string[]> {
  const applied: string[] = [];
  for (const name of await pendingMigrations(database, migrations)) {
    const migration = await migrations.load(name);
    const isNew = await database.write((transaction) =>
      applyMigration(database, transaction, name, migration, at),
    );
    if (isNew) applied.push(name);
  }
  return applied;
}

/**
 * Applies one migration inside a transaction of the caller's, and says whether it was new to the
 * database. Until the end of the transaction every other process that migrates waits.
 */
export async function applyMigration(
  { dialect }: Pick<Database, 'dialect'>,
  transaction: Transaction,
  name: string,
  migration: Migration,
  at: Milliseconds,
): Promise<boolean> {
  await lockMigrations({ dialect }, transaction);
  const { int64, strict } = words[dialect];
  const table = `create table if not exists migrations
    (name text not null primary key, at ${int64} not null) ${strict}`;
  await sql.raw(table).execute(transaction);
  const seen = await transaction
    .selectFrom('migrations')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst();
  if (seen !== undefined) return false;
  for (const statement of migration.statements(words[dialect])) {
    await sql.raw(statement).execute(transaction);
  }
  await transaction.insertInto('migrations').values({ name, at }).execute();
  return true;
}

/** Makes every other process that migrates wait until the end of the transaction. */
export async function lockMigrations(
  { dialect }: Pick<Database, 'dialect'>,
  transaction: Transaction,
): Promise<void> {
  // Any fixed number: it only has to be the same in every Inkstead process. SQLite has one writer.
  if (dialect !== 'postgres') return;
  await sql`select pg_advisory_xact_lock(4700001)`.execute(transaction);
}
