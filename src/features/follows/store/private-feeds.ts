// SQL of private feeds.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { PrivateFeedsTable } from '../schema.ts';

export type PrivateFeed = Omit<PrivateFeedsTable, 'token_hash'>;

const columns = ['id', 'user_id', 'kind', 'which', 'query', 'made_at', 'used_at', 'texts'] as const;

/** The newest first. */
export async function listPrivateFeeds(
  reader: Reader | Transaction,
  user: UserId,
): Promise<PrivateFeed[]> {
  return reader
    .selectFrom('private_feeds')
    .select(columns)
    .where('user_id', '=', user)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
}

/** With the log-in name of its owner, while their account is open. */
export async function findByToken(reader: Reader, tokenHash: string) {
  const row = await reader
    .selectFrom('private_feeds')
    .innerJoin('users', 'users.id', 'private_feeds.user_id')
    .select([
      'private_feeds.id',
      'private_feeds.kind',
      'private_feeds.which',
      'private_feeds.query',
      'private_feeds.used_at',
      'private_feeds.texts',
      'users.login',
    ])
    .where('token_hash', '=', tokenHash)
    .where('users.state', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertPrivateFeed(
  transaction: Transaction,
  row: PrivateFeedsTable,
): Promise<void> {
  await transaction.insertInto('private_feeds').values(row).execute();
}

/** False if the person has no such feed. */
export async function deletePrivateFeed(
  transaction: Transaction,
  user: UserId,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('private_feeds')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function writeUsed(transaction: Transaction, id: number, now: number): Promise<void> {
  await transaction
    .updateTable('private_feeds')
    .set({ used_at: now })
    .where('id', '=', id)
    .execute();
}
