// Blocking and unblocking, and the one question everything else asks: may these two have to do
// with each other? A block keeps nobody from reading; it ends talk, in both directions.
import type { Reader } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { blocksMax } from './limits.ts';
import type { BlockId } from './schema.ts';
import {
  countBlocks,
  deleteBlock,
  insertBlock,
  isBanned,
  isBlockedBy,
  listApart,
} from './store.ts';

/**
 * Whether the person and one of the others are apart: either has blocked the other. Then neither
 * comments, replies, leaves kudos, gives, invites or relates to the other.
 */
export async function areApart(
  reader: Reader,
  who: UserId,
  others: readonly UserId[],
): Promise<boolean> {
  return (await listApart(reader, who, others)).length > 0;
}

/** What of a work decides whether somebody is kept from it. */
export type KeptWork = {
  readonly id: WorkId;
  readonly creatorIds: readonly UserId[];
  readonly anonymous: boolean;
};

/**
 * Whether the person must leave no word under a work: apart from a creator, or banned by one. Under
 * an anonymous work only the creators' own blocks count: else blocking a person and trying their
 * works would tell which of them that person wrote.
 */
export async function isKeptFromWork(
  reader: Reader,
  who: UserId,
  { id, creatorIds, anonymous }: KeptWork,
): Promise<boolean> {
  const isApart = anonymous ? isBlockedBy : areApart;
  if (await isApart(reader, who, creatorIds)) return true;
  return isBanned(reader, who, id, creatorIds);
}

/**
 * Blocks a person: from everything of the member's, or from one work of theirs. A ban from a work
 * of others has no effect. False when the member has blocked as many as there can be.
 */
export async function block(
  parts: Parts,
  member: Member,
  person: UserId,
  work: WorkId | null = null,
): Promise<boolean> {
  const id = parts.ids.next() as BlockId;
  const at = parts.clock.now();
  const of = { id, blocker_id: member.userId, blocked_id: person, work_id: work, created_at: at };
  return parts.database.write(async (transaction) => {
    if ((await countBlocks(transaction, member.userId)) >= blocksMax) return false;
    await insertBlock(transaction, of);
    return true;
  });
}

/** False if the member has no such block. */
export function unblock(parts: Parts, member: Member, id: BlockId): Promise<boolean> {
  return parts.database.write((transaction) => deleteBlock(transaction, member.userId, id));
}
