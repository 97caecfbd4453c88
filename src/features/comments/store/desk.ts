// SQL of comments for moderators: what waits for them, what one account wrote, what is alike.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { UndoSpan } from '../../../shared/undoing.ts';
import type { CommentRow } from '../comment.ts';
import type { CommentId } from '../schema.ts';
import { asRow, selectComments } from './comments.ts';

/** Comments that wait for a moderator, the oldest first. */
export async function listHeld(reader: Reader, most: number): Promise<CommentRow[]> {
  const rows = await selectComments(reader)
    .where('comments.state', '=', 'held')
    .where('comments.hidden_by', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .limit(most)
    .execute();
  return rows.map(asRow);
}

/** What an account wrote in a time span, both ends included, the oldest first: for moderators. */
export async function listCommentsOf(
  reader: Reader,
  of: { readonly user: UserId; readonly from: Milliseconds; readonly to: Milliseconds },
  most: number,
): Promise<CommentRow[]> {
  const rows = await selectComments(reader)
    .where('comments.user_id', '=', of.user)
    .where('comments.created_at', '>=', of.from)
    .where('comments.created_at', '<=', of.to)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .limit(most)
    .execute();
  return rows.map(asRow);
}

/** The newest comments with words since a moment, also such as wait or are hidden. */
export async function listNewest(
  reader: Reader,
  since: Milliseconds,
  most: number,
): Promise<CommentRow[]> {
  const rows = await selectComments(reader)
    .where('comments.created_at', '>=', since)
    .where('comments.deleted_at', 'is', null)
    .orderBy('comments.created_at', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(asRow);
}

/** Whether moderators have hidden the comment; null: there is none, or its words are gone. */
export async function readCommentHidden(
  reader: Reader | Transaction,
  id: CommentId,
): Promise<boolean | null> {
  const row = await reader
    .selectFrom('comments')
    .select(['hidden_by', 'deleted_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined || row.deleted_at !== null ? null : row.hidden_by === 'moderator';
}

/** Comments of an account in a time span that moderators have not hidden. */
export function saidBy(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('comments')
    .where('user_id', '=', user)
    .where('created_at', '>=', from)
    .where('created_at', '<=', to)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('hidden_by', 'is', null), eb('hidden_by', '=', 'creator')]));
}
