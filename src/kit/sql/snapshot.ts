// One moment of the database, read while others write: what a back-up is made of.
import { sql } from 'kysely';
import type { Dialect, Reader } from './index.ts';
import { type Cell, describeTables, type Row, type TableShape } from './tables.ts';

/** Everything here shows the same moment, however long the reading takes. */
export type Snapshot = {
  readonly reader: Reader;
  /** As `describeTables`. */
  tables(leftOut: ReadonlySet<string>): Promise<TableShape[]>;
  /**
   * Every row, in the order of its primary key (texts by their UTF-8 bytes), a few at a time:
   * at most 256, and about a million characters.
   */
  rows(table: TableShape): AsyncIterable<readonly Row[]>;
  /** What the database takes on the disk, in bytes, indexes included. */
  size(): Promise<number>;
};

/** Runs a statement and gives its rows as arrays of cells, one after another. */
export type Walk = (statement: string) => Iterable<Row>;

const mostRows = 256;
const enoughCharacters = 1_000_000;

/** A snapshot of SQLite: `reader` and `walk` share a connection that is inside a transaction. */
export function sqliteSnapshot(reader: Reader, walk: Walk): Snapshot {
  return {
    ...sharedParts(reader, 'sqlite'),
    async *rows(table) {
      let batch: Row[] = [];
      let characters = 0;
      for (const row of walk(selectAll(table, 'sqlite'))) {
        batch.push(row);
        characters += charactersOf(row);
        if (batch.length < mostRows && characters < enoughCharacters) continue;
        yield batch;
        batch = [];
        characters = 0;
      }
      if (batch.length > 0) yield batch;
    },
    async size() {
      const { rows } = await sql<{ size: number }>`
        select (page_count - freelist_count) * page_size as size
        from pragma_page_count, pragma_freelist_count, pragma_page_size`.execute(reader);
      return rows[0]?.size ?? 0;
    },
  };
}

/** A snapshot of PostgreSQL: `reader` is a transaction, "repeatable read, read only". */
export function postgresSnapshot(reader: Reader): Snapshot {
  return {
    ...sharedParts(reader, 'postgres'),
    async *rows(table) {
      const cursor = 'backup_rows';
      const names = table.columns.map((column) => column.name);
      const statement = selectAll(table, 'postgres');
      await sql.raw(`declare ${cursor} no scroll cursor for ${statement}`).execute(reader);
      let asked = 16;
      for (;;) {
        const fetched = await sql
          .raw<Record<string, Cell>>(`fetch forward ${asked} from ${cursor}`)
          .execute(reader);
        if (fetched.rows.length === 0) break;
        const batch = fetched.rows.map((row) => names.map((name) => row[name] as Cell));
        yield batch;
        const characters = batch.reduce((sum, row) => sum + charactersOf(row), 0);
        const fitting = Math.floor((enoughCharacters * batch.length) / Math.max(characters, 1));
        asked = Math.max(1, Math.min(mostRows, asked * 2, fitting));
      }
      await sql.raw(`close ${cursor}`).execute(reader);
    },
    async size() {
      const { rows } = await sql<{ size: number }>`
        select pg_database_size(current_database()) as size`.execute(reader);
      return rows[0]?.size ?? 0;
    },
  };
}

function sharedParts(reader: Reader, dialect: Dialect): Pick<Snapshot, 'reader' | 'tables'> {
  return { reader, tables: (leftOut) => describeTables({ dialect }, reader, leftOut) };
}

function selectAll({ name, columns, key }: TableShape, dialect: Dialect): string {
  const texts = new Set(columns.filter(({ type }) => type === 'text').map((each) => each.name));
  // PostgreSQL sorts by a language's rules unless told otherwise; "C" is the order of bytes.
  const order = key.map((column) =>
    dialect === 'postgres' && texts.has(column) ? `${quoted(column)} collate "C"` : quoted(column),
  );
  const list = columns.map((column) => quoted(column.name)).join(', ');
  return `select ${list} from ${quoted(name)} order by ${order.join(', ')}`;
}

/** A name of a table or column, as both databases quote it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function charactersOf(row: Row): number {
  let characters = 0;
  for (const cell of row) {
    characters += typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 8;
  }
  return characters;
}
