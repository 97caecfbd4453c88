// The comments of somebody whose account is erased.
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { forgetAuthor } from '../store/comments.ts';
import { listCommentsOf } from '../store/desk.ts';
import { deleteComment } from './change-comment.ts';

const atOnce = 100;

/**
 * Keeps them as by a deleted account, or deletes them as their author could: where answers hang on
 * one, its place stays.
 */
export async function partWithComments(
  parts: Parts,
  member: Member,
  fate: 'keep' | 'delete',
): Promise<void> {
  const span = { user: member.userId, from: 0, to: parts.clock.now() };
  while (fate === 'delete') {
    const some = await listCommentsOf(parts.database.read, span, atOnce);
    if (some.length === 0) break;
    for (const { id } of some) await deleteComment(parts, member, id);
  }
  await parts.database.write((transaction) => forgetAuthor(transaction, member.userId));
}
