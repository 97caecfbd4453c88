// Opens either database behind the one `Database` shape.
import { setTimeout } from 'node:timers/promises';
import { Kysely, type Dialect as KyselyDialect } from 'kysely';
import type { Database, Dialect, Reader, Tables, Transaction, WriteOptions } from './index.ts';
import { postgresSnapshot, type Snapshot, sqliteSnapshot } from './snapshot.ts';

/**
 * Which database; `connections` is the most that are open at once, 10 by default. What is written
 * to one that is not `durable` (absent: it is) may be lost when the machine stops: for tests.
 */
export type OpenOptions =
  | { readonly kind: 'sqlite'; readonly path: string; readonly durable?: false }
  | { readonly kind: 'postgres'; readonly url: string; readonly connections?: number };

/**
 * Opens a database. For SQLite the file is made if it is missing, with mode 600, because it holds
 * the archive's secrets; for PostgreSQL the database must exist.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if (options.kind === 'sqlite') {
    const { sqliteDialects, withSqliteMoment } = await import('./sqlite.ts');
    const dialects = sqliteDialects(options.path, options.durable ?? true);
    return asDatabase('sqlite', dialects.reading, dialects.writing, (_reader, work) =>
      withSqliteMoment(options.path, (dialect, walk) => {
        const moment = new Kysely<Tables>({ dialect });
        return work(sqliteSnapshot(moment, walk));
      }),
    );
  }
  const { postgresDialect } = await import('./postgres.ts');
  // Apart, so that writers who wait for one another leave readers their connections.
  const connections = options.connections ?? 10;
  const writers = Math.max(1, Math.floor(connections / 2));
  const writing = await postgresDialect(options.url, writers);
  const reading = await postgresDialect(options.url, Math.max(1, connections - writers));
  return asDatabase('postgres', reading, writing, (reader, work) =>
    reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((transaction) => work(postgresSnapshot(transaction))),
  );
}

type TakeSnapshot = (
  reader: Reader,
  work: (snapshot: Snapshot) => Promise<unknown>,
) => Promise<unknown>;

/** Opens the database at `postgres://...`, or else in the file of this path. */
export async function openDatabaseAt(place: string): Promise<Database> {
  const isAddress = /^postgres(?:ql)?:\/\//.test(place);
  return openDatabase(
    isAddress ? { kind: 'postgres', url: place } : { kind: 'sqlite', path: place },
  );
}

function asDatabase(
  dialect: Dialect,
  reading: KyselyDialect,
  writing: KyselyDialect,
  takeSnapshot: TakeSnapshot,
): Database {
  const reader = new Kysely<Tables>({ dialect: reading });
  const writer = new Kysely<Tables>({ dialect: writing });
  return {
    dialect,
    read: reader,
    write: (
      work: (transaction: Transaction) => Promise<never>,
      { once = false }: WriteOptions = {},
    ) => retrying(once ? 1 : attemptsMax, () => writer.transaction().execute(work)),
    snapshot: (work: (snapshot: Snapshot) => Promise<never>) =>
      takeSnapshot(reader, work) as Promise<never>,
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  } as Database;
}

// Each time somebody else has got through, so that few are enough; what fails always still fails.
const attemptsMax = 4;
// PostgreSQL: serialization failure, deadlock, unique violation.
const lostRaces = new Set(['40001', '40P01', '23505']);

// Another process (a command beside the server) writes. Its lock is waited for here and not inside
// SQLite, which would hold up every request of this process meanwhile.
const lockWaitMsMax = 10_000;
const lockPauseMs = 10;

/**
 * Runs a transaction again that lost a race. After a unique violation the work looks once more,
 * and finds the row that was not there a moment ago: it takes it, or says that the name is taken.
 */
async function retrying<Result>(attempts: number, run: () => Promise<Result>): Promise<Result> {
  const waitUntil = performance.now() + lockWaitMsMax;
  for (let left = attempts - 1; ; ) {
    try {
      return await run();
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? '');
      // Busy is said at the very beginning, when nothing has run yet.
      if (code.startsWith('SQLITE_BUSY') && performance.now() < waitUntil) {
        await setTimeout(lockPauseMs);
        continue;
      }
      if (left === 0 || !lostRaces.has(code)) throw error;
      left--;
    }
  }
}
