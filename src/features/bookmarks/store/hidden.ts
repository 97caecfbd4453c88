// SQL of what moderators hide: who may, and why, is moderation's.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UndoSpan } from '../../../shared/undoing.ts';
import type { BookmarkId } from '../bookmark.ts';

/** Whether moderators have hidden it; null: there is no such bookmark, or it is private. */
export async function readBookmarkHidden(
  reader: Reader | Transaction,
  id: BookmarkId,
): Promise<boolean | null> {
  const row = await reader
    .selectFrom('bookmarks')
    .select('hidden_at')
    .where('id', '=', id)
    .where('private', '=', 0)
    .executeTakeFirst();
  return row === undefined ? null : row.hidden_at !== null;
}

/** Since when all but its owner and moderators do not see it; null: they do. */
export async function setBookmarkHidden(
  transaction: Transaction,
  id: BookmarkId,
  at: Milliseconds | null,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('bookmarks')
    .set({ hidden_at: at })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Public bookmarks of an account in a time span that nobody has hidden. */
export function keptBy(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('bookmarks')
    .where('user_id', '=', user)
    .where('bookmarked_at', '>=', from)
    .where('bookmarked_at', '<=', to)
    .where('private', '=', 0)
    .where('hidden_at', 'is', null);
}
