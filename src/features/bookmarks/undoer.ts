// Undoing what an account bookmarked for others to see: it is hidden, and shown again.
import { foundBy, type Undoer } from '../../shared/undoing.ts';
import type { BookmarkId } from './bookmark.ts';
import { keptBy, readBookmarkHidden, setBookmarkHidden } from './store/hidden.ts';

/** Public bookmarks that an account made. */
export const bookmarksUndoer: Undoer = {
  kind: 'bookmarks',
  ...foundBy((reader, span) => keptBy(reader, span).select('id')),
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
