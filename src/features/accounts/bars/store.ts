// SQL of bars. A bar that is past is none.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Bar } from '../../../shared/viewer.ts';
import type { BarsTable } from './schema.ts';

type Found = { readonly kind: Bar['kind'] | null; readonly until: Milliseconds | null };

/** The bar that a row of it is at that moment. */
export function barAt({ kind, until }: Found, now: Milliseconds): Bar | null {
  if (kind === null || (until !== null && until <= now)) return null;
  return { kind, until };
}

/** What keeps the person from acting at that moment; null: nothing. */
export async function readBar(
  reader: Reader | Transaction,
  user: UserId,
  now: Milliseconds,
): Promise<Bar | null> {
  const row = await reader
    .selectFrom('bars')
    .select(['kind', 'until'])
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row === undefined ? null : barAt(row, now);
}

export async function deleteBar(transaction: Transaction, user: UserId): Promise<void> {
  await transaction.deleteFrom('bars').where('user_id', '=', user).execute();
}

export async function insertBar(transaction: Transaction, row: BarsTable): Promise<void> {
  await transaction.insertInto('bars').values(row).execute();
}
