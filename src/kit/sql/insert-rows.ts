// Many rows in one INSERT cost a fraction of as many INSERTs, up to a size.
import type { Insertable, Tables, Transaction } from './index.ts';

// SQLite's gain ends at some hundred values a statement and PostgreSQL's not much later; their own
// bounds are 32,766 and 65,535.
const valuesInStatement = 600;

/** Inserts any number of rows, which all name the same columns, in few statements. */
export async function insertRows<Table extends keyof Tables>(
  transaction: Transaction,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const most = Math.max(1, Math.floor(valuesInStatement / Math.max(1, columns)));
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most);
    // The builder cannot follow a table that is only known to its caller.
    await transaction
      .insertInto(table)
      .values(some as never)
      .execute();
  }
}
