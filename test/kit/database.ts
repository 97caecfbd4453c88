// A fresh, migrated database for one test, on either database: a copy of a template, because
// migrating for each test would take longer than most tests do.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import pg from 'pg';
import { type Database, migrate, openDatabase } from '../../src/kit/sql/index.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

export type TestDatabase = {
  readonly database: Database;
  /** Another handle on the same database, as a second process would have. */
  openAgain(): Promise<Database>;
  close(): Promise<void>;
};

const serverUrl = process.env['INKSTEAD_TEST_POSTGRES'];

/**
 * Defines the tests once for each database. Without a PostgreSQL server (`--sqlite-only`, or a
 * machine that cannot run one) they are defined on SQLite alone, as the run has said.
 */
export function eachDatabase(define: (kind: DatabaseKind) => void): void {
  describe('on SQLite', () => define('sqlite'));
  if (serverUrl !== undefined) describe('on PostgreSQL', () => define('postgres'));
}

/** A migrated database that nobody else uses. Close it. */
export function freshDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'sqlite' ? freshSqlite() : freshPostgres();
}

let sqliteTemplate: Promise<string> | null = null;

async function freshSqlite(): Promise<TestDatabase> {
  sqliteTemplate ??= makeSqliteTemplate();
  const template = await sqliteTemplate;
  const folder = mkdtempSync(join(tmpdir(), 'inkstead-test-'));
  const path = join(folder, 'inkstead.sqlite');
  copyFileSync(template, path);
  const database = await openDatabase({ kind: 'sqlite', path });
  return {
    database,
    openAgain: () => openDatabase({ kind: 'sqlite', path }),
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeSqliteTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'inkstead-template-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'template.sqlite');
  const database = await openDatabase({ kind: 'sqlite', path });
  await migrate(database, 0);
  // Closing the last connection folds the write-ahead log into the file that is copied.
  await database.close();
  return path;
}

let databasesMade = 0;

async function freshPostgres(): Promise<TestDatabase> {
  const template = await postgresTemplate();
  const name = `inkstead_test_${process.pid}_${++databasesMade}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  const url = urlOf(name);
  const database = await openDatabase({ kind: 'postgres', url, connections: 4 });
  return {
    database,
    openAgain: () => openDatabase({ kind: 'postgres', url, connections: 4 }),
    async close() {
      await database.close();
      await onServer((client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

let templateMade: Promise<string> | null = null;

/** One template for all test processes of a run: the first makes it, the others wait. */
function postgresTemplate(): Promise<string> {
  templateMade ??= onServer(async (client) => {
    const name = `inkstead_template_${migrationsHash()}`;
    await client.query('select pg_advisory_lock(4700)');
    try {
      const found = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (found.rowCount === 0) await makePostgresTemplate(client, name);
      return name;
    } finally {
      await client.query('select pg_advisory_unlock(4700)');
    }
  });
  return templateMade;
}

async function makePostgresTemplate(client: pg.Client, name: string): Promise<void> {
  await client.query(`create database ${name}_new`);
  const database = await openDatabase({ kind: 'postgres', url: urlOf(`${name}_new`) });
  await migrate(database, 0);
  await database.close();
  await client.query(`alter database ${name}_new rename to ${name}`);
}

function migrationsHash(): string {
  const folder = new URL('../../db/migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) {
    hash.update(readFileSync(new URL(file, folder)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function onServer<Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl as string);
  url.pathname = `/${database}`;
  return url.href;
}
