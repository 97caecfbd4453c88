// A fresh, migrated database for one test, on either database: a copy of a template, because
// migrating for each test would take longer than most tests do.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
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
// Gone when the run is over.
const runFolder = process.env['INKSTEAD_TEST_FOLDER'];

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
  const folder = mkdtempSync(join(runFolder ?? tmpdir(), 'inkstead-test-'));
  const path = join(folder, 'inkstead.sqlite');
  copyFileSync(template, path);
  const open = () => openDatabase({ kind: 'sqlite', path, durable: false });
  const database = await open();
  return {
    database,
    openAgain: open,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One template for all test processes of a run; each of those that find none makes one. */
async function makeSqliteTemplate(): Promise<string> {
  const shared = runFolder === undefined ? null : join(runFolder, 'template.sqlite');
  if (shared !== null && existsSync(shared)) return shared;
  const folder = mkdtempSync(join(runFolder ?? tmpdir(), 'inkstead-template-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'template.sqlite');
  const database = await openDatabase({ kind: 'sqlite', path, durable: false });
  await migrate(database, 0);
  // Closing the last connection folds the write-ahead log into the file that is copied.
  await database.close();
  if (shared === null) return path;
  renameSync(path, shared);
  return shared;
}

// Databases of this process that no test uses: making one takes longer than emptying one.
const emptied: string[] = [];
let databasesMade = 0;

async function freshPostgres(): Promise<TestDatabase> {
  const name = emptied.pop() ?? (await makeFromTemplate());
  const url = urlOf(name);
  const database = await openDatabase({ kind: 'postgres', url, connections: 4 });
  return {
    database,
    openAgain: () => openDatabase({ kind: 'postgres', url, connections: 4 }),
    async close() {
      await database.close();
      await emptyPostgres(name);
      emptied.push(name);
    },
  };
}

async function makeFromTemplate(): Promise<string> {
  const template = await postgresTemplate();
  const name = `inkstead_test_${process.pid}_${++databasesMade}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  return name;
}

/** Brings a database back to what the migrations leave: the rows they seed, and no others. */
async function emptyPostgres(name: string): Promise<void> {
  const seeds = await seededRows();
  await onServer(async (client) => {
    // Without their triggers, tables can be emptied and filled in any order.
    await client.query('begin; set local session_replication_role = replica');
    const { rows: written } = await client.query<{ name: string }>(
      `${tablesOf} and pg_relation_size(c.oid) > 0`,
    );
    const deletions = written.map((table) => `delete from "${table.name}"`);
    if (deletions.length > 0) await client.query(deletions.join(';'));
    for (const [table, rows] of seeds) {
      const from = `json_populate_recordset(null::"${table}", $1)`;
      await client.query(`insert into "${table}" select * from ${from}`, [rows]);
    }
    await client.query('commit');
  }, name);
}

const tablesOf = `select c.relname as name from pg_class c join pg_namespace n
  on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`;

let seedsRead: Promise<Map<string, string>> | null = null;

/** Every table that the migrations fill, with its rows as JSON. */
function seededRows(): Promise<Map<string, string>> {
  seedsRead ??= (async () => {
    const rows = new Map<string, string>();
    const copy = await makeFromTemplate();
    await onServer(async (client) => {
      const tables = await client.query<{ name: string }>(
        `${tablesOf} and pg_relation_size(c.oid) > 0 order by 1`,
      );
      for (const { name } of tables.rows) {
        const { rows: found } = await client.query<{ json: string | null }>(
          `select json_agg(t)::text as json from "${name}" t`,
        );
        if (found[0]?.json) rows.set(name, found[0].json);
      }
    }, copy);
    emptied.push(copy);
    return rows;
  })();
  return seedsRead;
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

async function makePostgresTemplate(client: pg.ClientBase, name: string): Promise<void> {
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

async function onServer<Value>(
  work: (client: pg.ClientBase) => Promise<Value>,
  database = 'postgres',
): Promise<Value> {
  let lines = linesTo.get(database);
  if (lines === undefined) {
    // One for each database, kept: making it takes longer than what it is used for.
    lines = new pg.Pool({ connectionString: urlOf(database), max: 1, allowExitOnIdle: true });
    // A test may end every connection to its database; the next work makes another.
    lines.on('error', () => {});
    linesTo.set(database, lines);
  }
  const client = await lines.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

const linesTo = new Map<string, pg.Pool>();

function urlOf(database: string): string {
  const url = new URL(serverUrl as string);
  url.pathname = `/${database}`;
  return url.href;
}
