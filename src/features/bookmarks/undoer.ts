// Undoing what an account bookmarked for others to see: it is hidden, and shown again.
import type { Undoer } from '../../shared/undoing.ts';
import type { BookmarkId } from './bookmark.ts';
import { keptBy, readBookmarkHidden, setBookmarkHidden } from './store/hidden.ts';

/** Public bookmarks that an account made. */
export const bookmarksUndoer: Undoer = {
  kind: 'bookmarks',
  async count(reader, span) {
    const query = keptBy(reader, span).select((eb) => eb.fn.countAll<number>().as('count'));
    return Number((await query.executeTakeFirstOrThrow()).count);
  },
  async list(reader, span, below, most) {
    const rows = await keptBy(reader, span)
      .select('id')
      .where('id', '<', below as BookmarkId)
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    return rows.map(({ id }) => id);
  },
  async undo({ transaction, at }, thing) {
    const id = thing as BookmarkId;
    if ((await readBookmarkHidden(transaction, id)) !== false) return null;
    await setBookmarkHidden(transaction, id, at);
    return '';
  },
  async restore({ transaction }, thing) {
    await setBookmarkHidden(transaction, thing as BookmarkId, null);
  },
};
