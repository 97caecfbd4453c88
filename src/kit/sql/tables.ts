// What the tables of a database look like, in words that both databases share.
import { sql } from 'kysely';
import type { Database, Reader } from './index.ts';

/** What a column may hold, the same on both databases. */
export type ColumnType = 'integer' | 'real' | 'text' | 'bytes';

/** What stands in one column of one row. Integers stay below 2^53. */
export type Cell = null | number | string | Uint8Array;

/** A row: its cells in the order of the table's columns. */
export type Row = readonly Cell[];

/** What may stand in one place of every row. */
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
};

/** A foreign key: these columns, where none is null, are found in those of the other table. */
export type Reference = {
  readonly columns: readonly string[];
  readonly table: string;
  readonly to: readonly string[];
};

export type TableShape = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The primary key's columns, in its order. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
};

/** A table that only one of the databases could hold, or that has no order of its own. */
export class UnfitTable extends Error {
  override name = 'UnfitTable';
}

/**
 * Every ordinary table but those left out, each after the tables it refers to. Generated columns
 * and the tables behind a full-text index are not there: the database makes them from the others.
 * Throws UnfitTable for a table without primary key, with a type of one database only, or one
 * that refers to a table left out.
 */
export async function describeTables(
  { dialect }: Pick<Database, 'dialect'>,
  reader: Reader,
  leftOut: ReadonlySet<string>,
): Promise<TableShape[]> {
  const found = await (dialect === 'sqlite' ? sqliteTables(reader) : postgresTables(reader));
  const tables = found.filter((table) => !leftOut.has(table.name)).map(asShape);
  return inReferenceOrder(tables.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** Names of everything that holds rows: the database is empty when there is none. */
export async function tableNames(reader: Reader): Promise<string[]> {
  const tables = await reader.introspection.getTables();
  return tables.map((table) => table.name).sort();
}

type FoundTable = {
  readonly name: string;
  readonly columns: readonly { name: string; type: string; required: boolean; given: boolean }[];
  readonly key: readonly string[];
  readonly references: readonly Reference[];
};

const columnTypes: Readonly<Record<string, ColumnType>> = {
  INTEGER: 'integer',
  REAL: 'real',
  TEXT: 'text',
  BLOB: 'bytes',
  bigint: 'integer',
  integer: 'integer',
  smallint: 'integer',
  'double precision': 'real',
  text: 'text',
  bytea: 'bytes',
};

function asShape(found: FoundTable): TableShape {
  const { name, key } = found;
  if (key.length === 0) throw new UnfitTable(`the table ${name} has no primary key`);
  const columns = found.columns.map((column) => {
    const type = columnTypes[column.type];
    if (type === undefined || column.given) {
      const kind = column.given ? 'numbered by the database' : column.type;
      throw new UnfitTable(`the column ${name}.${column.name} is ${kind}: not on both databases`);
    }
    return { name: column.name, type, nullable: !column.required && !key.includes(column.name) };
  });
  const references = found.references.map((reference) => ({ ...reference }));
  const order = (reference: Reference) => `${reference.columns.join()} ${reference.table}`;
  references.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { name, columns, key, references };
}

function inReferenceOrder(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  const placed = new Set<string>();
  const names = new Set(tables.map((table) => table.name));
  for (const { name, references } of tables) {
    const lost = references.find((reference) => !names.has(reference.table));
    if (lost) throw new UnfitTable(`the table ${name} refers to ${lost.table}, which is left out`);
  }
  while (ordered.length < tables.length) {
    const waiting = tables.filter((table) => !placed.has(table.name));
    const ready = waiting.filter((table) =>
      table.references.every(({ table: to }) => placed.has(to) || to === table.name),
    );
    // Tables that refer to each other have no order: the first by name goes first.
    for (const table of ready.length > 0 ? ready : waiting.slice(0, 1)) {
      ordered.push(table);
      placed.add(table.name);
    }
  }
  return ordered;
}

async function sqliteTables(reader: Reader): Promise<FoundTable[]> {
  // Not the virtual tables, nor the shadow tables that hold their content.
  const { rows } = await sql<{ name: string }>`select name from pragma_table_list
    where schema = 'main' and type = 'table' and substr(name, 1, 7) <> 'sqlite_'`.execute(reader);
  const tables: FoundTable[] = [];
  for (const { name } of rows) {
    const { rows: columns } = await sql<SqliteColumn>`
      select name, type, "notnull" as required, pk from pragma_table_xinfo(${name})
      where hidden = 0 order by cid`.execute(reader);
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    tables.push({
      name,
      columns: columns.map((each) => ({ ...each, required: each.required === 1, given: false })),
      key: key.map((column) => column.name),
      references: await sqliteReferences(reader, name),
    });
  }
  for (const { references } of tables) {
    for (const reference of references) {
      if (reference.to.length > 0) continue;
      const key = tables.find((table) => table.name === reference.table)?.key ?? [];
      (reference.to as string[]).push(...key);
    }
  }
  return tables;
}

type SqliteColumn = { name: string; type: string; required: number; pk: number };

async function sqliteReferences(reader: Reader, table: string): Promise<Reference[]> {
  const { rows } = await sql<{ id: number; other: string; column: string; to: string | null }>`
    select id, "table" as other, "from" as "column", "to" from pragma_foreign_key_list(${table})
    order by id, seq`.execute(reader);
  const references = new Map<number, { columns: string[]; table: string; to: string[] }>();
  for (const { id, other, column, to } of rows) {
    const reference = references.get(id) ?? { columns: [], table: other, to: [] };
    reference.columns.push(column);
    // Null: "references users" alone, which means the primary key.
    if (to !== null) reference.to.push(to);
    references.set(id, reference);
  }
  return [...references.values()];
}

async function postgresTables(reader: Reader): Promise<FoundTable[]> {
  const { rows: columns } = await sql<PostgresColumn>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
      a.attnotnull as required,
      a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid), '') like 'nextval(%'
        as given
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(reader);
  const { rows: constraints } = await sql<PostgresConstraint>`
    select c.relname as "table", k.contype::text as kind, f.relname as other,
      array(select a.attname::text from unnest(k.conkey) with ordinality n (number, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.number
        order by n.place) as columns,
      array(select a.attname::text from unnest(k.confkey) with ordinality n (number, place)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.number
        order by n.place) as "to"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = current_schema()::regnamespace and k.contype in ('p', 'f')`.execute(
    reader,
  );
  return [...Map.groupBy(columns, (column) => column.table)].map(([name, own]) => {
    const keys = constraints.filter((constraint) => constraint.table === name);
    return {
      name,
      columns: own,
      key: keys.find(({ kind }) => kind === 'p')?.columns ?? [],
      references: keys
        .filter(({ kind }) => kind === 'f')
        .map((each) => ({ columns: each.columns, table: each.other ?? '', to: each.to })),
    };
  });
}

type PostgresColumn = {
  table: string;
  name: string;
  type: string;
  required: boolean;
  given: boolean;
};

type PostgresConstraint = {
  table: string;
  kind: 'p' | 'f';
  other: string | null;
  columns: string[];
  to: string[];
};
