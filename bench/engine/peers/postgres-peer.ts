// PostgreSQL with everything it can be given beforehand: what finds each work written out as rows
// (index-only, the commonest sorts beside) and as arrays under GIN, what it counts under as an
// array beside the work, statistics, dense numbers, memory for all of it, and workers.
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type TestPostgres } from '../../../test/kit/postgres.ts';
import { pageSize } from '../fixed-mix.ts';
import type { Peer, PeerAnswer, PeerQuestion } from './peer-question.ts';
import { countedBelow, groupStep, type PeerRows } from './peer-rows.ts';

/** One line for each thing it was given. */
export const postgresIndexes = [
  'found (tag, work) with audience, updated, kudos and own beside, read without the table;',
  'works with the tags that find it under GIN (intarray) and those it counts under as an array;',
  'works by updated, kudos, words, hits and title; VACUUM, ANALYZE; 3 GB of buffers, 1 GB for',
  'each sort or hash, two workers a question beside the leader, no write-ahead log',
];

const settings = {
  shared_buffers: '3GB',
  work_mem: '1GB',
  maintenance_work_mem: '1GB',
  effective_cache_size: '12GB',
  random_page_cost: '1.05',
  max_wal_size: '20GB',
  default_statistics_target: '1000',
  max_parallel_workers_per_gather: '2',
  join_collapse_limit: '12',
};

const besideTags = ['updated', 'kudos', 'audience'];
const stopped = '57014';

/** Starts a server and fills it. `close` ends it and takes its files away. */
export async function postgresPeer(rows: PeerRows): Promise<Peer> {
  const server = await startPostgres(settings);
  try {
    const peer = new PostgresPeer(server, await connected(server), rows.count);
    await peer.fill(rows);
    return peer;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function connected(server: TestPostgres): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return client;
}

class PostgresPeer implements Peer {
  readonly #server: TestPostgres;
  readonly #works: number;
  #client: pg.Client;

  constructor(server: TestPostgres, client: pg.Client, works: number) {
    this.#server = server;
    this.#works = works;
    this.#client = client;
  }

  async fill(rows: PeerRows): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'inkstead-bench-copy-'));
    try {
      // The server may run under another account.
      chmodSync(folder, 0o755);
      const path = join(folder, 'works');
      writeRows(path, rows);
      await this.#client.query(tables);
      await this.#client.query(`COPY works FROM '${path}'`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    for (const statement of indexes) await this.#client.query(statement);
  }

  ways({ tags, without, works, range, total }: PeerQuestion): string[] {
    if (tags.length + without.length === 0 && works === null && range === null) {
      return ['straight', 'tags, at once', 'tags, in three'];
    }
    const filters = ['tags'];
    if (without.length > 0) filters.push('tags, out by array');
    if (tags.length > 1) filters.push('arrays');
    // Only what is worth workers gains by being asked in three.
    const pieces = total > 5000 ? [', at once', ', in three'] : [', at once'];
    if (total * 30 > this.#works) pieces.push(', in three by tag');
    return filters.flatMap((filter) => pieces.map((piece) => `${filter}${piece}`));
  }

  async prepare({ works }: PeerQuestion): Promise<void> {
    if (works === null) return;
    await this.#client.query('TRUNCATE text_set');
    await this.#client.query('INSERT INTO text_set SELECT unnest($1::int[])', [works]);
    await this.#client.query('VACUUM ANALYZE text_set');
  }

  async ask(question: PeerQuestion, way: string, msMost: number): Promise<PeerAnswer | null> {
    await this.#client.query(`SET statement_timeout = ${Math.ceil(msMost)}`);
    try {
      const isAtOnce = way.endsWith('at once');
      return await (isAtOnce ? this.#atOnce(question, way) : this.#inThree(question, way));
    } catch (error) {
      if ((error as { code?: string }).code === stopped) return null;
      throw error;
    } finally {
      // What comes between questions has no limit.
      await this.#client.query('RESET statement_timeout');
    }
  }

  async forget(): Promise<void> {
    await this.#client.query('SELECT pg_buffercache_evict_all()');
    await this.#client.end();
    this.#client = await connected(this.#server);
  }

  async close(): Promise<void> {
    await this.#client.end();
    await this.#server.stop();
  }

  async #atOnce(question: PeerQuestion, way: string): Promise<PeerAnswer> {
    const { sort, offset } = question;
    const { sql, column } = found(question, way, true);
    const { direction } = sort;
    const [row] = await this.#rows<PeerAnswer>(
      `WITH hit AS MATERIALIZED (
         SELECT w.id, ${column(sort.column)} AS value, w.counted ${sql})
       SELECT (SELECT count(*)::int FROM hit) AS total,
         ARRAY(SELECT id FROM hit ORDER BY value ${direction}, id ${direction}
           LIMIT ${pageSize} OFFSET ${offset}) AS works,
         ARRAY(SELECT ARRAY[tag, n] FROM (${topTen(
           'SELECT tag, count(*)::int AS n FROM hit, unnest(counted) tag GROUP BY tag',
         )}) t) AS facets`,
    );
    return row!;
  }

  async #inThree(question: PeerQuestion, way: string): Promise<PeerAnswer> {
    const { sort, offset } = question;
    const { direction } = sort;
    const { sql, column } = found(question, way, false);
    const [counted] = await this.#rows<{ total: number }>(`SELECT count(*)::int AS total ${sql}`);
    const page = await this.#rows<{ id: number }>(
      `SELECT ${column('id')} AS id ${sql} ORDER BY ${column(sort.column)} ${direction},
       ${column('id')} ${direction} LIMIT ${pageSize} OFFSET ${offset}`,
    );
    const facets = await this.#rows<{ tag: number; n: number }>(topTen(countsOf(question, way)));
    return {
      total: counted!.total,
      works: page.map(({ id }) => id),
      facets: facets.map(({ tag, n }) => [tag, n] as const),
    };
  }

  async #rows<Row>(sql: string): Promise<Row[]> {
    return (await this.#client.query(sql)).rows as Row[];
  }
}

/** From and where. `whole`: the work itself is needed, not only what stands beside its tags. */
function found(
  { tags, without, works, range, sort, audience }: PeerQuestion,
  way: string,
  whole: boolean,
): { sql: string; column: (name: string) => string } {
  const byTag = tags.length > 0 && !way.startsWith('arrays');
  const isOutByArray = !way.startsWith('tags,') || way.startsWith('tags, out by array');
  const wanted = [sort.column, range?.column ?? 'updated'];
  const isBeside = wanted.every((name) => besideTags.includes(name));
  const needsWork = whole || !byTag || !isBeside || (isOutByArray && without.length > 0);
  const column = (name: string): string => {
    if (name === 'id') return byTag ? 'f0.work' : 'w.id';
    return byTag && (!needsWork || besideTags.includes(name)) ? `f0.${name}` : `w.${name}`;
  };
  const tests = [`${column('audience')} & ${audience} <> 0`];
  const sources = byTag ? tags.map((_, at) => `found f${at}`) : [];
  if (byTag) {
    for (const [at, tag] of tags.entries()) {
      tests.push(`f${at}.tag = ${tag}`);
      if (at > 0) tests.push(`f${at}.work = f0.work`);
    }
  } else if (tags.length > 0) tests.push(`w.found @> '{${tags.join(',')}}'`);
  if (needsWork) sources.push('works w');
  if (needsWork && byTag) tests.push('w.id = f0.work');
  if (works !== null) {
    sources.push('text_set s');
    tests.push(`s.work = ${column('id')}`);
  }
  if (range !== null) tests.push(`${column(range.column)} BETWEEN ${range.min} AND ${range.max}`);
  if (without.length > 0) {
    tests.push(
      isOutByArray
        ? `NOT w.found && '{${without.join(',')}}'`
        : `NOT EXISTS (SELECT FROM found x WHERE x.work = ${column('id')}
             AND x.tag = ANY('{${without.join(',')}}'))`,
    );
  }
  return { sql: `FROM ${sources.join(', ')} WHERE ${tests.join(' AND ')}`, column };
}

function countsOf(question: PeerQuestion, way: string): string {
  const count = 'SELECT tag, count(*)::int AS n FROM';
  if (way === 'straight') {
    return `${count} found WHERE own AND tag < ${countedBelow}
      AND audience & ${question.audience} <> 0 GROUP BY tag`;
  }
  if (way.endsWith('by tag')) {
    const { sql, column } = found(question, way, false);
    return `${count} found c JOIN (SELECT ${column('id')} AS id ${sql}) h ON h.id = c.work
      WHERE own AND tag < ${countedBelow} GROUP BY tag`;
  }
  const { sql } = found(question, way, true);
  return `${count} (SELECT w.counted ${sql}) h, unnest(h.counted) tag GROUP BY tag`;
}

function topTen(counts: string): string {
  return `SELECT tag, n FROM (SELECT tag, n,
      row_number() OVER (PARTITION BY tag / ${groupStep} ORDER BY n DESC, tag) AS place
    FROM (${counts}) c) p WHERE place <= 10`;
}

function writeRows(path: string, rows: PeerRows): void {
  const file = openSync(path, 'w', 0o644);
  let lines: string[] = [];
  const flush = (): void => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  for (const {
    work,
    audience,
    words,
    updated,
    kudos,
    hits,
    title,
    counted,
    found,
  } of rows.works()) {
    const cells = [work, audience, words, updated, kudos, hits, title];
    lines.push(`${cells.join('\t')}\t{${counted.join(',')}}\t{${found.join(',')}}\n`);
    if (lines.length === 10_000) flush();
  }
  flush();
  closeSync(file);
}

const tables = `
  CREATE EXTENSION intarray;
  CREATE EXTENSION pg_buffercache;
  CREATE UNLOGGED TABLE works (id int, audience int, words int, updated int, kudos int, hits int,
    title text COLLATE "C", counted int[], found int[]);
  CREATE UNLOGGED TABLE found (tag int, work int, audience int, updated int, kudos int, own bool);
  CREATE UNLOGGED TABLE text_set (work int PRIMARY KEY);
`;

const indexes = [
  `INSERT INTO found SELECT tag, id, audience, updated, kudos, tag = ANY (counted)
   FROM works, unnest(found) tag ORDER BY 1, 2`,
  'ALTER TABLE works ADD PRIMARY KEY (id)',
  'CREATE UNIQUE INDEX ON found (tag, work) INCLUDE (audience, updated, kudos, own)',
  'CREATE INDEX ON works USING gin (found gin__int_ops)',
  ...['updated', 'kudos', 'words', 'hits', 'title'].map(
    (column) => `CREATE INDEX ON works (${column}, id) INCLUDE (audience)`,
  ),
  'ALTER TABLE found ALTER tag SET STATISTICS 10000',
  'VACUUM (FREEZE, ANALYZE) works',
  'VACUUM (FREEZE, ANALYZE) found',
];
