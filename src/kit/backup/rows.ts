// Rows as they stand in a back-up: JSON arrays of cells. JSON has no number above 2^53 that all
// its readers agree on, no infinity and no bytes.
import type { Cell, ColumnType, Row, TableShape } from '../sql/index.ts';
import { bytesCell } from './format.ts';
import { BackupRefused } from './refused.ts';
import { UnfitLine } from './unfit-line.ts';

/** A row of the database as a line; throws BackupRefused for a number that JSON cannot hold. */
export function rowWriter(table: TableShape): (row: Row) => string {
  const integers = placesOf(table, 'integer');
  const reals = placesOf(table, 'real');
  const bytes = placesOf(table, 'bytes');
  return (row) => {
    for (const at of integers) {
      if (row[at] !== null && !Number.isSafeInteger(row[at])) refuseCell(table, row, at);
    }
    for (const at of reals) {
      if (row[at] !== null && !Number.isFinite(row[at])) refuseCell(table, row, at);
    }
    if (bytes.length === 0) return JSON.stringify(row);
    const cells: unknown[] = [...row];
    for (const at of bytes) {
      const cell = row[at];
      if (cell instanceof Uint8Array) cells[at] = { base64: Buffer.from(cell).toString('base64') };
    }
    return JSON.stringify(cells);
  };
}

function placesOf(table: TableShape, type: ColumnType): number[] {
  return table.columns.flatMap((column, at) => (column.type === type ? [at] : []));
}

function refuseCell(table: TableShape, row: Row, at: number): never {
  const key = keyPlaces(table).map((place) => row[place]);
  const column = `${table.name}.${table.columns[at]?.name}`;
  const reason = `${column} is ${row[at]} in the row ${key.join(', ')}`;
  throw new BackupRefused(`${reason}: a back-up holds whole numbers below 2^53 and finite ones`);
}

/** The places of some columns in a table's rows. */
export function keyPlaces(table: TableShape, names: readonly string[] = table.key): number[] {
  return names.map((name) => table.columns.findIndex((column) => column.name === name));
}

/** Makes a row of a parsed line. */
export type ReadRow = (line: readonly unknown[]) => Row;

/**
 * Makes rows of the lines of one table, which come one after another. Throws UnfitLine for a line
 * that has another shape, or whose key does not come after the one before it.
 */
export function rowReader(table: TableShape): ReadRow {
  const places = keyPlaces(table);
  let before: Row | null = null;
  return (line) => {
    const row = asRow(table, line);
    if (before !== null && compareAt(places, before, row) >= 0) {
      throw new UnfitLine('the row is not in the order of its key');
    }
    before = row;
    return row;
  };
}

function asRow({ name, columns }: TableShape, line: readonly unknown[]): Row {
  if (line.length !== columns.length) {
    throw new UnfitLine(`${line.length} cells where ${name} has ${columns.length} columns`);
  }
  const row = line as Cell[];
  columns.forEach(({ name: column, type, nullable }, at) => {
    const cell = line[at];
    if (!(cell === null ? nullable : fits(type, cell))) {
      throw new UnfitLine(`the column ${column} does not hold ${cell === null ? 'null' : type}`);
    }
    if (type === 'bytes' && cell !== null) {
      row[at] = Buffer.from((cell as { base64: string }).base64, 'base64');
    }
  });
  return row;
}

function fits(type: ColumnType, cell: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(cell);
  if (type === 'text') return typeof cell === 'string';
  if (type === 'real') return typeof cell === 'number';
  return bytesCell.safeParse(cell).success;
}

// As both databases were asked to order them: numbers by size, texts by their UTF-8 bytes.
function compareAt(places: readonly number[], before: Row, after: Row): number {
  for (const at of places) {
    const a = before[at] as Cell;
    const b = after[at] as Cell;
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : Buffer.compare(bytes(a), bytes(b));
    if (order !== 0) return order;
  }
  return 0;
}

function bytes(cell: Cell): Uint8Array {
  return cell instanceof Uint8Array ? cell : Buffer.from(String(cell));
}
