// Databases for the tests of back-ups: a schema with everything that a back-up has to carry.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BackupSource, RestoreOptions } from '../../src/kit/backup/index.ts';
import { memoryFiles } from '../../src/kit/files/index.ts';
import {
  type Database,
  type Dialect,
  type MigrationSet,
  migrate,
  openDatabase,
  type Row,
  sql,
} from '../../src/kit/sql/index.ts';

/** The databases that this run can test; the runner says so when PostgreSQL is not among them. */
export const dialects: readonly Dialect[] = process.env['INKSTEAD_TEST_POSTGRES']
  ? ['sqlite', 'postgres']
  : ['sqlite'];

export const at = Date.UTC(2025, 0, 31, 12);

const schema: MigrationSet = {
  names: ['0001-first.ts', '0002-second.ts'],
  load: async (name) => ({
    statements: ({ int64, strict, dialect }) => {
      if (name === '0002-second.ts') {
        return [
          "alter table letters add column mood text not null default 'calm'",
          `create table moods (mood text not null primary key) ${strict}`,
          "insert into moods (mood) values ('calm')",
        ];
      }
      const [bytes, real] = dialect === 'sqlite' ? ['blob', 'real'] : ['bytea', 'float8'];
      return [
        `create table letters (
          id ${int64} not null primary key,
          body text,
          answer_to ${int64} references letters (id),
          size ${int64} not null
        ) ${strict}`,
        // By name before letters, by reference after them.
        `create table answers (
          letter_id ${int64} not null references letters (id),
          place ${int64} not null,
          weight ${real},
          scan ${bytes},
          primary key (letter_id, place)
        ) ${strict}`,
        `create table stamps (
          name text not null primary key,
          kind text not null check (kind in ('old', 'new'))
        ) ${strict}`,
        "insert into stamps (name, kind) values ('penny', 'old'), ('zero', 'new')",
        `create table visitors (token text not null primary key) ${strict}`,
      ];
    },
  }),
};

/** The first migrations of the sample schema. */
export function migrations(count = schema.names.length): MigrationSet {
  return { names: schema.names.slice(0, count), load: schema.load };
}

type Use<Value> = (value: Value) => Promise<void>;

/** A folder of its own for one test. */
export async function withFolder(use: Use<string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'inkstead-backup-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The address of a PostgreSQL database without a table; only where `dialects` has it. */
export async function withEmptyAddress(use: Use<string>): Promise<void> {
  await withPostgres(({ url }) => use(url));
}

/** A database without a table. */
export async function withEmpty(dialect: Dialect, use: Use<Database>): Promise<void> {
  if (dialect === 'sqlite') {
    await withFolder(async (folder) => {
      const database = await openDatabase({ kind: 'sqlite', path: join(folder, 'empty.sqlite') });
      await use(database).finally(() => database.close());
    });
    return;
  }
  await withPostgres(({ database }) => use(database));
}

async function withPostgres(use: Use<Lent>): Promise<void> {
  const lent = idle.pop() ?? (await makePostgres());
  try {
    await use(lent);
  } finally {
    // Making a database takes ten times as long as emptying one.
    await lent.database.write(async (transaction) => {
      await sql`drop schema public cascade`.execute(transaction);
      await sql`create schema public`.execute(transaction);
    });
    idle.push(lent);
  }
}

type Lent = { readonly name: string; readonly url: string; readonly database: Database };
const idle: Lent[] = [];

async function onServer(statement: string): Promise<void> {
  const url = process.env['INKSTEAD_TEST_POSTGRES'] ?? '';
  const server = await openDatabase({ kind: 'postgres', url, connections: 1 });
  await sql.raw(statement).execute(server.read);
  await server.close();
}

async function makePostgres(): Promise<Lent> {
  const name = `backup_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(process.env['INKSTEAD_TEST_POSTGRES'] ?? '');
  url.pathname = `/${name}`;
  const database = await openDatabase({ kind: 'postgres', url: url.href, connections: 3 });
  return { name, url: url.href, database };
}

after(async () => {
  for (const { name, database } of idle) {
    await database.close();
    await onServer(`drop database ${name}`);
  }
});

/** A database with the sample schema and letters from 1 to `letters`, each answered once. */
export async function withSample(
  dialect: Dialect,
  letters: number,
  use: Use<Database>,
): Promise<void> {
  await withEmpty(dialect, async (database) => {
    await migrate(database, at, migrations());
    const rows = Array.from({ length: letters }, (_, index) => {
      const answered = index + 1 < letters ? index + 2 : null;
      return [index + 1, `letter ${index + 1} – «нет» 👋`, answered, 2 ** 53 - 1 - index, 'calm'];
    });
    await insert(database, 'letters', rows);
    await insert(
      database,
      'answers',
      rows.map((row, index) => [row[0] as number, index, index / 3, Buffer.from([index % 256])]),
    );
    await insert(database, 'visitors', [['a secret of a session']]);
    // Languages, UTF-16 and UTF-8 order these differently.
    const names = letters === 0 ? [] : ['Zed', 'é', '～', '😀'];
    await insert(
      database,
      'stamps',
      names.map((name) => [name, 'old']),
    );
    await use(database);
  });
}

/** Rows into a table, all in one transaction. */
export async function insert(
  database: Database,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  await database.write(async (transaction) => {
    // Letters answer later ones: those are there only at the end.
    for (const row of rows.toReversed()) {
      const cells = sql.join(row.map((cell) => sql`${cell}`));
      await sql`insert into ${sql.table(table)} values (${cells})`.execute(transaction);
    }
  });
}

export function sourceOf(database: Database, files = memoryFiles()): BackupSource {
  return {
    database,
    files,
    leftOutTables: ['visitors'],
    leftOutThings: ['the keys'],
    product: '1.2.3',
  };
}

export const restoring: RestoreOptions = {
  at,
  product: '1.2.3',
  leftOutTables: ['visitors'],
  migrations: migrations(),
};

/** The lines of a back-up, the last one empty. */
export async function linesOf(path: string): Promise<string[]> {
  return gunzipSync(await readFile(path))
    .toString()
    .split('\n');
}

/** Writes the file again with other lines, as someone would who has gzip and an editor. */
export async function rewrite(path: string, edit: (lines: string[]) => string[]): Promise<void> {
  await writeFile(path, gzipSync(edit(await linesOf(path)).join('\n')));
}

/** What is in a folder, by name. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}
