// Fills tables with rows that were read from another database.
import { CompiledQuery, sql } from 'kysely';
import type { Database, Transaction } from './index.ts';
import { quoted } from './snapshot.ts';
import type { Cell, Row, TableShape } from './tables.ts';

/** Rows may come in any order: foreign keys are looked at when all are there. */
export type Loader = {
  /** Takes away what migrations put into the table. */
  clear(table: TableShape): Promise<void>;
  /** Throws UnfitRow for a row that this database cannot hold. */
  insert(table: TableShape, rows: readonly Row[]): Promise<void>;
  count(table: TableShape): Promise<number>;
  /** Puts the foreign keys back in force; throws if a row refers to one that is not there. */
  finish(): Promise<void>;
};

/** A row that the other database could hold and this one cannot. `at` counts within the batch. */
export class UnfitRow extends Error {
  override name = 'UnfitRow';
  readonly at: number;

  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

/** Begins to load; everything until the end of the transaction belongs to it. */
export async function startLoading(
  { dialect }: Pick<Database, 'dialect'>,
  transaction: Transaction,
): Promise<Loader> {
  const shared = {
    async clear({ name }: TableShape) {
      await sql.raw(`delete from ${quoted(name)}`).execute(transaction);
    },
    async count({ name }: TableShape) {
      const question = sql.raw<{ rows: number }>(`select count(*) as rows from ${quoted(name)}`);
      return (await question.execute(transaction)).rows[0]?.rows ?? 0;
    },
  };
  if (dialect === 'postgres') return { ...shared, ...(await postgresLoader(transaction)) };
  await sql`pragma defer_foreign_keys = on`.execute(transaction);
  return {
    ...shared,
    insert: (table, rows) => insertParts(transaction, table, rows),
    // The commit itself refuses while a row refers to one that is not there.
    finish: async () => {},
  };
}

async function insertParts(
  transaction: Transaction,
  { name, columns }: TableShape,
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const holes = `(${columns.map(() => '?').join(', ')})`;
  const most = Math.max(1, Math.floor(cellsInStatement / columns.length));
  for (let from = 0; from < rows.length; from += most) {
    const part = rows.slice(from, from + most);
    const all = part.map(() => holes).join(', ');
    const statement = `insert into ${quoted(name)} (${names}) values ${all}`;
    await transaction.executeQuery(CompiledQuery.raw(statement, part.flat()));
  }
}

// SQLite's gain ends at some hundred; its own bound is 32,766.
const cellsInStatement = 300;

// Foreign keys are dropped and made again: checking them row by row would keep a note of each row
// in the server's memory until the end, and takes several times as long.
async function postgresLoader(
  transaction: Transaction,
): Promise<Pick<Loader, 'insert' | 'finish'>> {
  const { rows: keys } = await sql<{ table: string; name: string; rule: string }>`
    select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as rule
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`.execute(transaction);
  for (const { table, name } of keys) {
    const drop = `alter table ${quoted(table)} drop constraint ${quoted(name)}`;
    await sql.raw(drop).execute(transaction);
  }
  return {
    insert: (table, rows) => insertAsJson(transaction, table, rows),
    async finish() {
      for (const { table, name, rule } of keys) {
        const add = `alter table ${quoted(table)} add constraint ${quoted(name)} ${rule}`;
        await sql.raw(add).execute(transaction);
      }
      await sql`analyze`.execute(transaction);
    },
  };
}

const postgresTypes = { integer: 'bigint', real: 'double precision', text: 'text', bytes: 'bytea' };

// One parameter for any number of rows; the driver's own arrays are several times slower.
async function insertAsJson(
  transaction: Transaction,
  { name, columns }: TableShape,
  rows: readonly Row[],
): Promise<void> {
  rows.forEach((row, at) => {
    if (row.some((cell) => typeof cell === 'string' && cell.includes('\0'))) {
      throw new UnfitRow(at, 'PostgreSQL keeps no text with the character U+0000');
    }
  });
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const cells = columns.map(({ type }, at) =>
    type === 'bytes' ? `decode(r ->> ${at}, 'base64')` : `(r ->> ${at})::${postgresTypes[type]}`,
  );
  const holdsBytes = columns.some(({ type }) => type === 'bytes');
  const json = JSON.stringify(holdsBytes ? rows.map((row) => row.map(asJson)) : rows);
  const statement = `insert into ${quoted(name)} (${names})
    select ${cells.join(', ')} from jsonb_array_elements($1::jsonb) r`;
  await transaction.executeQuery(CompiledQuery.raw(statement, [json]));
}

function asJson(cell: Cell): string | number | null {
  return cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell;
}
