// SQLite: write-ahead log, one writing connection and a separate reading one, full durability.
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import BetterSqlite, { type Statement } from 'better-sqlite3';
import { type Dialect, SqliteDialect } from 'kysely';
import type { Walk } from './snapshot.ts';
import type { Row } from './tables.ts';

// A writer in another process (a command beside the server) may hold the lock this long.
const busyMs = 10_000;
// Statements repeat by text; preparing one costs ten times what running it does.
const keptStatements = 400;

/** The two connections of one process; the file is made, with mode 600, where it is missing. */
export function sqliteDialects(
  path: string,
  durable: boolean,
): { reading: Dialect; writing: Dialect } {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const writing = new BetterSqlite(path, { timeout: busyMs });
  writing.pragma('journal_mode = WAL');
  writing.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
  writing.pragma('foreign_keys = ON');
  // From here on a lock of another process is waited for in `open.ts`, without blocking.
  writing.pragma('busy_timeout = 0');
  const reading = new BetterSqlite(path, { timeout: busyMs, readonly: true });
  reading.pragma('mmap_size = 268435456');
  return { reading: asDialect(reading), writing: asDialect(writing) };
}

/** Runs `work` on a connection of its own that shows one moment until the end. */
export async function withSqliteMoment<Result>(
  path: string,
  work: (dialect: Dialect, walk: Walk) => Promise<Result>,
): Promise<Result> {
  const connection = new BetterSqlite(path, { timeout: busyMs, readonly: true });
  try {
    connection.exec('begin');
    // The first reading fixes the moment, not "begin".
    connection.prepare('select count(*) from sqlite_schema').get();
    const walk: Walk = (statement) =>
      connection.prepare(statement).raw(true).iterate() as Iterable<Row>;
    return await work(asDialect(connection), walk);
  } finally {
    connection.close();
  }
}

function asDialect(connection: BetterSqlite.Database): Dialect {
  const statements = new Map<string, Statement>();
  return new SqliteDialect({
    database: {
      close: () => connection.close(),
      prepare(text: string) {
        // "immediate": a transaction that will write takes the lock at its start, so that it waits
        // its turn then, and never fails half-way on an upgrade from reading to writing.
        const sql = text === 'begin' ? 'begin immediate' : rollbackIfOpen(connection, text);
        let statement = statements.get(sql);
        if (statement === undefined) {
          statement = connection.prepare(withLastingPlan(sql));
          if (statements.size >= keptStatements) statements.delete(firstKey(statements));
          statements.set(sql, statement);
        }
        return statement as never;
      },
    },
  });
}

/** On a full disk SQLite rolls back by itself; to fail at it once more would hide the reason. */
function rollbackIfOpen({ inTransaction }: BetterSqlite.Database, text: string): string {
  return text === 'rollback' && !inTransaction ? 'select 0' : text;
}

/**
 * SQLite makes the plan of `x = ?` anew each time a value is bound, because the value might matter
 * to it: ten times the cost of a look-up. To the plan of `x = +?` it cannot matter.
 */
function withLastingPlan(text: string): string {
  return text.replace(/ (=|<|>|<=|>=) \?/g, ' $1 +?');
}

function firstKey(map: Map<string, unknown>): string {
  return map.keys().next().value as string;
}
