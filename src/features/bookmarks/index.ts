// The door to bookmarks: their routes, and the form that pages of works and series show.
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import { bookmarksFeedRoutes } from './feeds.ts';
import {
  showBookmark,
  showDelete,
  showNew,
  submitChange,
  submitDelete,
  submitElsewhere,
  submitOfSeries,
  submitOfWork,
} from './handlers.ts';
import {
  type Around,
  showPersonBookmarks,
  showRecommendations,
  showSeriesBookmarks,
  showWorkBookmarks,
} from './list-handlers.ts';
import {
  showDeleteShelf,
  showShelf,
  showShelfForm,
  showShelves,
  submitDeleteShelf,
  submitNewShelf,
  submitShelf,
  submitShelvesOrder,
} from './shelf-handlers.ts';
import { sendBookmarks, showTransfer, submitImport } from './transfer/handlers.ts';
import type { WorksOfSources } from './transfer/import.ts';

export { removeBookmarksOf } from './actions.ts';
export type { Bookmark, BookmarkId } from './bookmark.ts';
export { bookListsOfBookmarks } from './books.ts';
export { feedsOfBookmarks } from './feeds.ts';
export { ownOfBookmarks } from './finding.ts';
export { readOwnBookmark } from './handlers.ts';
export { ownedByBookmarks } from './owned.ts';
export { bookmarkFold, type OwnBookmark } from './pages/bookmark-form.ts';
export { bookmarksRemover } from './remover.ts';
export { readBookmarkHidden, setBookmarkHidden } from './store/hidden.ts';
export { findBookmark } from './store.ts';
export { bookmarksUndoer } from './undoer.ts';

/** A person’s shelves, one on its own, its feed. */
function shelvesRoutes(finding: Finding): readonly Route[] {
  return [
    route('GET', '/users/:login/shelves', 'anyone', showShelves),
    route('POST', '/users/:login/shelves', 'members', submitNewShelf),
    route('POST', '/users/:login/shelves/order', 'members', submitShelvesOrder),
    route('GET', '/shelves/:id', 'anyone', showShelf(finding)),
    route('POST', '/shelves/:id', 'members', submitShelf(finding)),
    route('GET', '/shelves/:id/edit', 'members', showShelfForm(finding)),
    route('GET', '/shelves/:id/delete', 'members', showDeleteShelf),
    route('POST', '/shelves/:id/delete', 'members', submitDeleteShelf),
    ...bookmarksFeedRoutes(finding),
  ];
}

/**
 * Lists of bookmarks, one on its own, saving and deleting, shelves, files. `worksOfSources`: for
 * bookmarks that come in.
 */
export function bookmarksRoutes(
  around: Around & { readonly worksOfSources: WorksOfSources },
): readonly Route[] {
  const { finding, worksOfSources } = around;
  return [
    route('GET', '/bookmarks', 'anyone', showRecommendations(around)),
    route('POST', '/bookmarks', 'members', submitElsewhere),
    route('GET', '/bookmarks/new', 'members', showNew),
    route('GET', '/bookmarks/import', 'members', showTransfer),
    route('POST', '/bookmarks/import', 'members', submitImport(finding, worksOfSources)),
    route('GET', '/bookmarks/export.json', 'members', sendBookmarks(finding, 'json')),
    route('GET', '/bookmarks/export.csv', 'members', sendBookmarks(finding, 'csv')),
    route('GET', '/bookmarks/:id', 'anyone', showBookmark(finding)),
    route('POST', '/bookmarks/:id', 'members', submitChange(finding)),
    route('GET', '/bookmarks/:id/delete', 'members', showDelete(finding)),
    route('POST', '/bookmarks/:id/delete', 'members', submitDelete(finding)),
    route('GET', '/works/:id/bookmarks', 'anyone', showWorkBookmarks(around)),
    route('POST', '/works/:id/bookmarks', 'members', submitOfWork),
    route('GET', '/series/:id/bookmarks', 'anyone', showSeriesBookmarks(around)),
    route('POST', '/series/:id/bookmarks', 'members', submitOfSeries),
    route('GET', '/users/:login/bookmarks', 'anyone', showPersonBookmarks(finding)),
    ...shelvesRoutes(finding),
  ];
}
