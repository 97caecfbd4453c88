// PostgreSQL through `pg`, with 64-bit integers as numbers: ours stay below 2^53.
import { type Dialect, PostgresDialect } from 'kysely';

const int8 = 20;
const numeric = 1700;
// A server that does not answer, or a pool that stays busy, is said after this long.
const connectMsMax = 10_000;

/** PostgreSQL at this address, with at most so many connections at once. */
export async function postgresDialect(url: string, connections: number): Promise<Dialect> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser(oid: number, format?: 'text' | 'binary') {
      if (oid === int8 || oid === numeric) return Number;
      return pg.types.getTypeParser(oid, format as 'text');
    },
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: types as never,
    connectionTimeoutMillis: connectMsMax,
  });
  // A connection that the server closes is replaced by the pool, and what ran on it fails; without
  // listeners, on the idle ones and on those in use, the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}
