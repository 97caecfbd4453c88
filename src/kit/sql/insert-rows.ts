// Many rows in one INSERT cost a fraction of as many INSERTs, up to a size.
import { nextTurn } from '../time/index.ts';
import type { Insertable, Tables, Transaction } from './index.ts';

// SQLite's gain ends at some hundred values a statement and PostgreSQL's not much later; their own
// bounds are 32,766 and 65,535.
const valuesInStatement = 600;
// Some ten milliseconds of SQLite's, which runs where pages are served.
const charactersInStatement = 500_000;

/**
 * Inserts any number of rows, which all name the same columns, in few statements. Between those
 * that are long others have their turn: readers go on, writers wait for the transaction.
 */
export async function insertRows<Table extends keyof Tables>(
  transaction: Transaction,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (const { some, isLong } of inStatements(rows)) {
    // The builder cannot follow a table that is only known to its caller.
    await transaction
      .insertInto(table)
      .values(some as never)
      .execute();
    if (isLong) await nextTurn();
  }
}

function* inStatements<Row extends object>(rows: readonly Row[]) {
  const columns = Object.keys(rows[0] ?? {}).length;
  const most = Math.max(1, Math.floor(valuesInStatement / Math.max(1, columns)));
  let some: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    const length = lengthOf(row);
    if (some.length > 0 && (some.length >= most || characters + length > charactersInStatement)) {
      yield { some, isLong: characters > charactersInStatement / 2 };
      some = [];
      characters = 0;
    }
    some.push(row);
    characters += length;
  }
  if (some.length > 0) yield { some, isLong: characters > charactersInStatement / 2 };
}

function lengthOf(row: object): number {
  let length = 0;
  for (const value of Object.values(row)) {
    if (typeof value === 'string' || value instanceof Uint8Array) length += value.length;
  }
  return length;
}
