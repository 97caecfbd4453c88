// SQLite with everything it can be given beforehand: what finds each work written out (canonicals
// and all above them) and clustered by tag with the commonest sorts beside, the same by work, what
// a work counts under as a partial index, an index for every other sort, statistics, dense numbers,
// all of it in its cache, and joins in the best order by hand.
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { pageSize } from '../fixed-mix.ts';
import type { Peer, PeerAnswer, PeerQuestion } from './peer-question.ts';
import { countedBelow, groupStep, type PeerRows, type PeerWork } from './peer-rows.ts';

/** One line for each thing it was given. */
export const sqliteIndexes = [
  'found (tag, work) clustered, with audience, updated, kudos and own beside; (work, tag);',
  '(work, tag) where own; works by words, updated, kudos, hits and title; by audience; ANALYZE;',
  '4 GB of cache; statements kept; tags joined the rarest first',
];

// Sorts that stand beside a tag's works; for the others the work itself is read.
const besideTags = ['updated', 'kudos', 'audience'];

/** Fills a database at that path. The file is removed by `close`. */
export function sqlitePeer(path: string, rows: PeerRows): Peer {
  const filling = new Database(path);
  filling.pragma('journal_mode = OFF');
  filling.pragma('synchronous = OFF');
  filling.pragma('cache_size = -2000000');
  const uses = fill(filling, rows);
  filling.close();
  return new SqlitePeer(path, uses);
}

function fill(db: Database.Database, rows: PeerRows): Map<number, number> {
  db.exec(`
    CREATE TABLE works (id INTEGER PRIMARY KEY, audience INTEGER, words INTEGER, updated INTEGER,
      kudos INTEGER, hits INTEGER, title TEXT);
    CREATE TABLE found (tag INTEGER, work INTEGER, audience INTEGER, updated INTEGER,
      kudos INTEGER, own INTEGER, PRIMARY KEY (tag, work)) WITHOUT ROWID;
    CREATE TABLE loading (tag INTEGER, work INTEGER, audience INTEGER, updated INTEGER,
      kudos INTEGER, own INTEGER);
  `);
  const uses = new Map<number, number>();
  const work = db.prepare('INSERT INTO works VALUES (?, ?, ?, ?, ?, ?, ?)');
  const found = db.prepare('INSERT INTO loading VALUES (?, ?, ?, ?, ?, ?)');
  const take = (each: PeerWork): void => {
    const { audience, updated, kudos } = each;
    work.run(each.work, audience, each.words, updated, kudos, each.hits, each.title);
    const own = new Set(each.counted);
    for (const tag of each.found) {
      uses.set(tag, (uses.get(tag) ?? 0) + 1);
      found.run(tag, each.work, audience, updated, kudos, own.has(tag) ? 1 : 0);
    }
  };
  db.transaction(() => {
    for (const each of rows.works()) take(each);
  })();
  db.exec(`
    INSERT INTO found SELECT * FROM loading ORDER BY tag, work;
    DROP TABLE loading;
    CREATE INDEX by_work ON found (work, tag);
    CREATE INDEX counted ON found (work, tag) WHERE own = 1;
    CREATE INDEX by_audience ON works (audience);
    CREATE INDEX by_updated ON works (updated, id, audience);
    CREATE INDEX by_kudos ON works (kudos, id, audience);
    CREATE INDEX by_words ON works (words, id, audience);
    CREATE INDEX by_hits ON works (hits, id, audience);
    CREATE INDEX by_title ON works (title, id, audience);
    ANALYZE;
  `);
  return uses;
}

class SqlitePeer implements Peer {
  readonly #path: string;
  readonly #uses: ReadonlyMap<number, number>;
  #db: Database.Database;
  #statements = new Map<string, Database.Statement>();

  constructor(path: string, uses: ReadonlyMap<number, number>) {
    this.#path = path;
    this.#uses = uses;
    this.#db = opened(path);
  }

  ways({ tags, without, works, range, total }: PeerQuestion): string[] {
    if (tags.length + without.length === 0 && works === null && range === null) {
      return ['straight', 'by work'];
    }
    const outside =
      without.length === 0 ? [''] : [', out by work', ', out as a set', ', out one by one'];
    if (without.length > 10) outside.pop();
    // Walking every tag's works pays only where much of the archive is found.
    const isLarge = total * 4 > this.#statement('SELECT max(id) AS n FROM works').n();
    const counted = isLarge ? ['by work', 'by tag'] : ['by work'];
    return counted.flatMap((first) => outside.map((second) => `${first}${second}`));
  }

  async prepare({ works }: PeerQuestion): Promise<void> {
    this.#db.exec('DELETE FROM text_set');
    const put = this.#db.prepare('INSERT INTO text_set VALUES (?)');
    this.#db.transaction(() => {
      for (const work of works ?? []) put.run(work);
    })();
  }

  async ask(question: PeerQuestion, way: string): Promise<PeerAnswer> {
    return way === 'straight' ? this.#straight(question) : this.#inSteps(question, way);
  }

  async forget(): Promise<void> {
    this.#db.close();
    this.#statements = new Map();
    this.#db = opened(this.#path);
  }

  async close(): Promise<void> {
    this.#db.close();
    rmSync(this.#path, { force: true });
  }

  // Everything: nothing has to be kept, the indexes themselves are in the right order.
  #straight({ audience, sort, offset }: PeerQuestion): PeerAnswer {
    const total = this.#statement('SELECT count(*) AS n FROM works WHERE audience & ?').n(audience);
    const works = this.#statement(
      `SELECT id FROM works INDEXED BY by_${sort.column} WHERE audience & ?
       ORDER BY ${sort.column} ${sort.direction}, id ${sort.direction} LIMIT ? OFFSET ?`,
    ).cells<number>(audience, pageSize, offset);
    const facets = this.#statement(
      topTen(
        `SELECT tag, count(*) AS n FROM found
         WHERE own = 1 AND audience & ? AND tag < ${countedBelow} GROUP BY tag`,
      ),
    ).rows<[number, number]>(audience);
    return { total, works, facets };
  }

  #inSteps(question: PeerQuestion, way: string): PeerAnswer {
    this.#statement('DELETE FROM hit').run();
    const { sql, values } = this.#hits(question, way);
    const total = this.#statement(`INSERT INTO hit ${sql}`).run(...values);
    const { direction } = question.sort;
    const works = this.#statement(
      `SELECT work FROM hit ORDER BY value ${direction}, work ${direction} LIMIT ? OFFSET ?`,
    ).cells<number>(pageSize, question.offset);
    const counts = way.startsWith('by tag')
      ? `SELECT tag, count(*) AS n FROM found c CROSS JOIN hit ON hit.work = c.work
         WHERE c.own = 1 AND c.tag < ${countedBelow} GROUP BY tag`
      : `SELECT tag, count(*) AS n FROM hit CROSS JOIN found c INDEXED BY counted
         ON c.work = hit.work AND c.own = 1 GROUP BY tag`;
    const facets = this.#statement(topTen(counts)).rows<[number, number]>();
    return { total, works, facets };
  }

  #hits(question: PeerQuestion, way: string): { sql: string; values: number[] } {
    const { audience, range, sort } = question;
    const tags = question.tags.toSorted((a, b) => this.#usesOf(a) - this.#usesOf(b));
    const wanted = [sort.column, range?.column ?? sort.column, 'audience'];
    const fromTag = tags.length > 0 && wanted.every((column) => besideTags.includes(column));
    const sources = tags.map((_, at) => `found f${at}`);
    const tests = tags.map(
      (_, at) => `f${at}.tag = ?${at === 0 ? '' : ` AND f${at}.work = f0.work`}`,
    );
    const values = [...tags];
    if (question.works !== null) sources.unshift('text_set s');
    if (!fromTag) {
      sources.push('works w');
      if (tags.length > 0) tests.push('w.id = f0.work');
      if (question.works !== null) tests.push('w.id = s.work');
    }
    const row = fromTag ? 'f0' : 'w';
    const work = fromTag ? 'f0.work' : 'w.id';
    tests.push(`${row}.audience & ?`);
    values.push(audience);
    if (range !== null) {
      tests.push(`${row}.${range.column} BETWEEN ? AND ?`);
      values.push(range.min, range.max);
    }
    if (question.without.length > 0) tests.push(isOut(question.without, work, way));
    const from = sources.join(' CROSS JOIN ');
    const value = `${row}.${sort.column}`;
    return { sql: `SELECT ${work}, ${value} FROM ${from} WHERE ${tests.join(' AND ')}`, values };
  }

  #usesOf(tag: number): number {
    return this.#uses.get(tag) ?? 0;
  }

  #statement(sql: string) {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    const kept = statement;
    return {
      run: (...values: number[]) => kept.run(...values).changes,
      n: (...values: number[]) => (kept.raw(false).get(...values) as { n: number }).n,
      cells: <Cell>(...values: number[]) =>
        (kept.raw(true).all(...values) as [Cell][]).map(([cell]) => cell),
      rows: <Row>(...values: number[]) => kept.raw(true).all(...values) as Row[],
    };
  }
}

function isOut(without: readonly number[], work: string, way: string): string {
  const list = without.join(',');
  if (way.endsWith('as a set'))
    return `${work} NOT IN (SELECT work FROM found WHERE tag IN (${list}))`;
  const source = way.endsWith('by work') ? 'found x INDEXED BY by_work' : 'found x';
  const tag = way.endsWith('by work') ? '+x.tag' : 'x.tag';
  return `NOT EXISTS (SELECT 1 FROM ${source} WHERE x.work = ${work} AND ${tag} IN (${list}))`;
}

function topTen(counts: string): string {
  return `SELECT tag, n FROM (SELECT tag, n,
      row_number() OVER (PARTITION BY tag / ${groupStep} ORDER BY n DESC, tag) AS place
    FROM (${counts})) WHERE place <= 10`;
}

function opened(path: string): Database.Database {
  const db = new Database(path);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -4000000');
  db.pragma('temp_store = MEMORY');
  db.exec(`
    CREATE TEMP TABLE hit (work INTEGER PRIMARY KEY, value);
    CREATE TEMP TABLE text_set (work INTEGER PRIMARY KEY);
  `);
  return db;
}
