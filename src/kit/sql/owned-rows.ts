// Rows of a person's own, wherever they stand: each feature says by data which of its tables hold
// any, and how a row leads to the person.
import { sql } from 'kysely';
import type { Reader } from './index.ts';
import type { Cell } from './tables.ts';

/** A column that names the person; or, with `within`, rows of another table that lead to them. */
export type OwnerPath = {
  readonly column: string;
  readonly within?: { readonly table: string; readonly select: string; readonly by: OwnerPath };
};

/** A table with rows of persons' own. */
export type OwnedTable = {
  readonly table: string;
  /** The primary key's columns: the order of the rows. */
  readonly key: readonly string[];
  /** A row is the person's if any of these leads to them. */
  readonly by: readonly OwnerPath[];
  /** Columns that stay here: secrets, and what is not the person's to know. */
  readonly without?: readonly string[];
};

/** A row by the names of its columns. */
export type OwnedRow = Readonly<Record<string, Cell>>;

// A chapter may be half a megabyte.
const rowsAtOnce = 50;

/** Every row of the table that is the person's, in the order of its key, a few at a time. */
export async function* ownedRows(
  reader: Reader,
  owned: OwnedTable,
  person: number,
): AsyncGenerator<readonly OwnedRow[]> {
  const condition = sql.join(
    owned.by.map((path) => leadsTo(path, person)),
    sql` or `,
  );
  const order = sql.join(owned.key.map((column) => sql.ref(column)));
  for (let from = 0; ; from += rowsAtOnce) {
    const { rows } = await sql<Record<string, Cell>>`
      select * from ${sql.table(owned.table)} where ${condition}
      order by ${order} limit ${rowsAtOnce} offset ${from}`.execute(reader);
    if (rows.length > 0) yield rows.map((row) => shown(row, owned.without ?? []));
    if (rows.length < rowsAtOnce) return;
  }
}

/** The condition that a row leads to the person. */
export function leadsTo({ column, within }: OwnerPath, person: number) {
  if (within === undefined) return sql`${sql.ref(column)} = ${person}`;
  const { table, select, by } = within;
  const inside: ReturnType<typeof sql> = leadsTo(by, person);
  return sql`${sql.ref(column)} in (
    select ${sql.ref(select)} from ${sql.table(table)} where ${inside})`;
}

function shown(row: OwnedRow, without: readonly string[]): OwnedRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !without.includes(name)));
}
