// The same questions asked of SQLite, with everything it can be given beforehand: a table of what
// each filter finds (closures written out), one of what each work counts under, both clustered,
// an index for every sort, dense ids, statistics, and joins put in the best order by hand.
import Database from 'better-sqlite3';
import type { Answer, Clause, Query } from '../../src/engine/index.ts';
import { type SyntheticDocuments, shape } from './synthetic-documents.ts';

type Row = { readonly id: number };

export class SqlitePeer {
  readonly #db = new Database(':memory:');
  readonly #tags = new Map<number, number>();
  readonly #works = new Map<number, number>();
  readonly #found = new Map<number, number>();

  constructor(archive: SyntheticDocuments, canonicalOf: (id: number) => number) {
    this.#db.exec(`
      CREATE TABLE works (id INTEGER PRIMARY KEY, outside INTEGER NOT NULL,
        audience INTEGER NOT NULL, words INTEGER, updated INTEGER, posted INTEGER,
        kudos INTEGER, hits INTEGER, title TEXT);
      CREATE TABLE tags (id INTEGER PRIMARY KEY, outside INTEGER NOT NULL, kind INTEGER NOT NULL);
      CREATE TABLE found (tag INTEGER, work INTEGER, PRIMARY KEY (tag, work)) WITHOUT ROWID;
      CREATE TABLE counted (work INTEGER, kind INTEGER, tag INTEGER,
        PRIMARY KEY (work, kind, tag)) WITHOUT ROWID;
      CREATE TEMP TABLE hit (work INTEGER PRIMARY KEY);
    `);
    this.#db.pragma('cache_size = -1000000');
    this.#db.transaction(() => this.#fill(archive, canonicalOf))();
    this.#db.exec(`
      CREATE INDEX by_updated ON works (updated, id); CREATE INDEX by_kudos ON works (kudos, id);
      CREATE INDEX by_words ON works (words, id); CREATE INDEX by_hits ON works (hits, id);
      CREATE INDEX by_title ON works (title, id);
      CREATE INDEX by_tag ON counted (kind, tag, work); ANALYZE;
    `);
  }

  query(query: Query): Answer {
    this.#db.prepare('DELETE FROM hit').run();
    const { sql, values } = this.#hits(query);
    const total = this.#db.prepare(`INSERT INTO hit ${sql}`).run(...values).changes;
    const { number, size } = query.page as { number: number; size: number };
    const ids = this.#page(query, total, (number - 1) * size, size);
    return { total, ids, facets: this.#facets(query.facets!, total), next: null };
  }

  close(): void {
    this.#db.close();
  }

  #fill(archive: SyntheticDocuments, canonicalOf: (id: number) => number): void {
    const tag = this.#db.prepare('INSERT INTO tags VALUES (?, ?, ?)');
    const above = new Map<number, number[]>();
    for (const term of archive.terms) {
      this.#tags.set(term.id, this.#tags.size + 1);
      tag.run(this.#tags.size, term.id, shape.groups.indexOf(term.group));
      above.set(term.id, [term.id, ...term.metatags]);
    }
    const kinds = new Map(archive.terms.map((each) => [each.id, shape.groups.indexOf(each.group)]));
    const work = this.#db.prepare('INSERT INTO works VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const found = this.#db.prepare('INSERT OR IGNORE INTO found VALUES (?, ?)');
    const counted = this.#db.prepare('INSERT OR IGNORE INTO counted VALUES (?, ?, ?)');
    const pairs: [number, number][] = [];
    // Ids ascend with the outside ids, so that ties of a sort go the same way.
    for (const document of archive.documents.toSorted((a, b) => a.id - b.id)) {
      const id = this.#works.size + 1;
      this.#works.set(document.id, id);
      const { words, updated, posted, kudos, hits } = document.numbers;
      const title = document.texts['title'];
      work.run(id, document.id, document.audience, words, updated, posted, kudos, hits, title);
      for (const term of document.terms) {
        const canonical = canonicalOf(term);
        counted.run(id, kinds.get(canonical), this.#tags.get(canonical));
        for (const up of above.get(canonical)!) pairs.push([this.#tags.get(up)!, id]);
      }
    }
    pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [of, id] of pairs) {
      if (found.run(of, id).changes === 1) this.#found.set(of, (this.#found.get(of) ?? 0) + 1);
    }
    // A synonym finds what its canonical finds.
    for (const { id } of archive.terms) this.#tags.set(id, this.#tags.get(canonicalOf(id))!);
  }

  #hits(query: Query): { sql: string; values: (number | string)[] } {
    const parts: readonly Clause[] =
      query.where.kind === 'all'
        ? query.where.of
        : query.where.kind === 'everything'
          ? []
          : [query.where];
    const joins: string[] = [];
    const tests = ['w.audience & ?'];
    const values: (number | string)[] = [query.audience];
    const tags = parts
      .flatMap((part) => (part.kind === 'term' ? [this.#tags.get(part.term)!] : []))
      .sort((a, b) => (this.#found.get(a) ?? 0) - (this.#found.get(b) ?? 0));
    for (const [at, tag] of tags.entries()) {
      const same = at === 0 ? '' : ` AND f${at}.work = f0.work`;
      joins.push(`found f${at}`);
      tests.push(`f${at}.tag = ${tag}${same}`);
    }
    for (const part of parts) {
      if (part.kind === 'range') {
        tests.push(`w.${part.column} BETWEEN ? AND ?`);
        values.push(part.min ?? -1e15, part.max ?? 1e15);
      } else if (part.kind === 'documents') {
        joins.unshift('json_each(?) j');
        values.unshift(JSON.stringify([...part.ids].map((id) => this.#works.get(id)!)));
        tests.push('w.id = j.value');
      } else if (part.kind === 'not') {
        const { of } = part;
        const out = of.kind === 'anyTerm' ? of.terms : of.kind === 'term' ? [of.term] : [];
        const list = out.map((id) => this.#tags.get(id)!).join(',');
        tests.push(
          out.length === 1
            ? `NOT EXISTS (SELECT 1 FROM found x WHERE x.tag = ${list} AND x.work = w.id)`
            : `w.id NOT IN (SELECT work FROM found WHERE tag IN (${list}))`,
        );
      }
    }
    if (tags.length > 0) tests.push('w.id = f0.work');
    const from = [...joins, 'works w'].join(' CROSS JOIN ');
    return { sql: `SELECT w.id FROM ${from} WHERE ${tests.join(' AND ')}`, values };
  }

  // A large answer is read along the index of the sort until the page is full, a small one sorted.
  #page(query: Query, total: number, from: number, size: number): number[] {
    const [column, direction] =
      'column' in query.sort
        ? [query.sort.column, query.sort.direction]
        : ['title', 'ascending' as const];
    const order = direction === 'ascending' ? 'ASC' : 'DESC';
    const along = total * 4 > this.#works.size && from < 1000;
    const source = along
      ? `works w INDEXED BY by_${column} WHERE EXISTS (SELECT 1 FROM hit WHERE hit.work = w.id)`
      : 'hit CROSS JOIN works w WHERE w.id = hit.work';
    const rows = this.#db
      .prepare<[number, number], Row>(
        `SELECT w.outside AS id FROM ${source}
         ORDER BY w.${column} ${order}, w.id ${order} LIMIT ? OFFSET ?`,
      )
      .all(size, from);
    return rows.map((row) => row.id);
  }

  // For a large answer the counts are read along an index by tag: no sorting of a million rows.
  #facets(asked: NonNullable<Query['facets']>, total: number): Answer['facets'] {
    const rowsOfHits =
      total * 8 > this.#works.size
        ? 'counted INDEXED BY by_tag CROSS JOIN hit USING (work) WHERE kind < 7 GROUP BY kind, tag'
        : 'hit CROSS JOIN counted USING (work) WHERE kind < 7 GROUP BY tag';
    const rows = this.#db
      .prepare<[number], Row & { kind: number; n: number }>(
        `SELECT kind, id, n FROM (
           SELECT t.kind, t.outside AS id, c.n,
             row_number() OVER (PARTITION BY t.kind ORDER BY c.n DESC, t.outside) AS place
           FROM (SELECT tag, count(*) AS n FROM ${rowsOfHits}) c
           CROSS JOIN tags t ON t.id = c.tag) WHERE place <= ? ORDER BY kind, place`,
      )
      .all(asked.top);
    const facets: Record<string, { id: number; count: number }[]> = {};
    for (const group of asked.groups) facets[group] = [];
    for (const { kind, id, n } of rows) facets[shape.groups[kind]!]?.push({ id, count: n });
    return facets;
  }
}
