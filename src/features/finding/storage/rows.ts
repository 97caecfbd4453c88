// Which texts are in the index, and how far it is: the tables that both databases share.
import { insertRows, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { TextRowsTable, TextStateTable } from '../schema.ts';
import { type TextAudience, textAudiences } from './text-tables.ts';

export type TextState = Readonly<TextStateTable>;
export type TextRow = Readonly<TextRowsTable>;

/** How far the index is. */
export async function readTextState(reader: Reader | Transaction): Promise<TextState> {
  return reader.selectFrom('text_state').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
}

/**
 * Takes the turn of that number, for the rest of the transaction; false where another process has
 * had it: what was prepared may be older than what is in the index.
 */
export async function takeTurn(
  transaction: Transaction,
  turn: number,
  change: Partial<Omit<TextStateTable, 'id' | 'turn'>>,
): Promise<boolean> {
  const result = await transaction
    .updateTable('text_state')
    .set({ ...change, turn: turn + 1 })
    .where('id', '=', 1)
    .where('turn', '=', turn)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** What is in the index of these works. */
export async function listTextRows(reader: Reader, works: readonly WorkId[]): Promise<TextRow[]> {
  if (works.length === 0) return [];
  return reader
    .selectFrom('text_rows')
    .selectAll()
    .where('work_id', 'in', works)
    .orderBy('number')
    .execute();
}

/** Rows that a newer generation has not taken over, at most so many. */
export async function listOldRows(
  reader: Reader,
  generation: number,
  limit: number,
): Promise<TextRow[]> {
  return reader
    .selectFrom('text_rows')
    .selectAll()
    .where('generation', '<', generation)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** The greatest number there is; 0 for none. */
export async function newestNumber(reader: Reader | Transaction): Promise<number> {
  const row = await reader
    .selectFrom('text_rows')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export async function insertTextRows(
  transaction: Transaction,
  rows: readonly TextRow[],
): Promise<void> {
  if (rows.length > 0) await insertRows(transaction, 'text_rows', rows);
}

export async function deleteTextRows(
  transaction: Transaction,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await transaction.deleteFrom('text_rows').where('number', 'in', numbers).execute();
}

export async function deleteAllTextRows(transaction: Transaction): Promise<void> {
  await transaction.deleteFrom('text_rows').execute();
}

/** How many works and texts are in the index. */
export async function countTextRows(reader: Reader): Promise<{ works: number; texts: number }> {
  const row = await reader
    .selectFrom('text_rows')
    .select((eb) => [
      eb.fn.count<number>('work_id').distinct().as('works'),
      eb.fn.countAll<number>().as('texts'),
    ])
    .executeTakeFirstOrThrow();
  return { works: Number(row.works), texts: Number(row.texts) };
}

export function audienceNumber(audience: TextAudience): number {
  return textAudiences.indexOf(audience) + 1;
}

export function audienceOfNumber(number: number): TextAudience {
  return textAudiences[number - 1] ?? 'members';
}
