// Rows that go with a person, wherever they stand: said by data, as what they own is.
import { sql } from 'kysely';
import type { Transaction } from './index.ts';
import { leadsTo, type OwnerPath } from './owned-rows.ts';

/** What becomes of the rows that lead to a person: they are deleted, or the column is emptied. */
export type ErasedRows = {
  readonly table: string;
  readonly by: OwnerPath;
  readonly fate: 'delete' | 'empty';
  /** Only rows in which that column has that value. */
  readonly only?: { readonly column: string; readonly value: string };
};

/** Does so, in the transaction that erases the person. Rows that others refer to come last. */
export async function eraseRows(
  transaction: Transaction,
  { table, by, fate, only }: ErasedRows,
  person: number,
): Promise<void> {
  const condition =
    only === undefined
      ? leadsTo(by, person)
      : sql`${leadsTo(by, person)} and ${sql.ref(only.column)} = ${only.value}`;
  const act =
    fate === 'delete'
      ? sql`delete from ${sql.table(table)} where ${condition}`
      : sql`update ${sql.table(table)} set ${sql.ref(by.column)} = null where ${condition}`;
  await act.execute(transaction);
}
