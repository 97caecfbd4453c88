// All SQL of blocks.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { BlockId, BlocksTable } from './schema.ts';

/** A block as the person who made it sees it. */
export type Block = {
  readonly id: BlockId;
  readonly login: string;
  /** Null: from everything. */
  readonly work: WorkId | null;
};

/** Everybody the person keeps away, by name. */
export async function listBlocks(reader: Reader, blocker: UserId): Promise<Block[]> {
  return reader
    .selectFrom('blocks')
    .innerJoin('users', 'users.id', 'blocks.blocked_id')
    .select(['blocks.id', 'users.login', 'blocks.work_id as work'])
    .where('blocks.blocker_id', '=', blocker)
    .orderBy('users.login_key')
    .orderBy('blocks.id')
    .execute();
}

/** Those of `others` who have blocked the person or whom the person has blocked. */
export async function listApart(
  reader: Reader,
  who: UserId,
  others: readonly UserId[],
): Promise<UserId[]> {
  if (others.length === 0) return [];
  const rows = await reader
    .selectFrom('blocks')
    .select(['blocker_id', 'blocked_id'])
    .where('work_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('blocker_id', '=', who).and('blocked_id', 'in', others),
        eb('blocked_id', '=', who).and('blocker_id', 'in', others),
      ]),
    )
    .execute();
  return rows.map((row) => (row.blocker_id === who ? row.blocked_id : row.blocker_id));
}

/** Whether one of those people has blocked the person. */
export async function isBlockedBy(
  reader: Reader,
  who: UserId,
  others: readonly UserId[],
): Promise<boolean> {
  if (others.length === 0) return false;
  const row = await reader
    .selectFrom('blocks')
    .select('id')
    .where('work_id', 'is', null)
    .where('blocked_id', '=', who)
    .where('blocker_id', 'in', others)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether one of those people keeps the person from that work of theirs. */
export async function isBanned(
  reader: Reader,
  who: UserId,
  work: WorkId,
  by: readonly UserId[],
): Promise<boolean> {
  if (by.length === 0) return false;
  const row = await reader
    .selectFrom('blocks')
    .select('id')
    .where('work_id', '=', work)
    .where('blocked_id', '=', who)
    .where('blocker_id', 'in', by)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countBlocks(reader: Reader, blocker: UserId): Promise<number> {
  const row = await reader
    .selectFrom('blocks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('blocker_id', '=', blocker)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Keeps a block; one that is there already stays as it is. */
export async function insertBlock(transaction: Transaction, block: BlocksTable): Promise<void> {
  await transaction
    .insertInto('blocks')
    .values(block)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False if the person has no such block. */
export async function deleteBlock(
  transaction: Transaction,
  blocker: UserId,
  id: BlockId,
): Promise<boolean> {
  const gone = await transaction
    .deleteFrom('blocks')
    .where('blocker_id', '=', blocker)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return gone.length > 0;
}

/** Nobody is kept from a work that is removed. */
export async function deleteBlocksOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('blocks').where('work_id', '=', work).execute();
}
