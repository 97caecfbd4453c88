// A member's own bookmarks, as finding asks for them: `in:recs`, `shelf:"Rainy days"`.
import type { OwnWorks } from '../finding/index.ts';
import { listWorksOnShelf } from './store/shelves.ts';
import { listOwnWorks } from './store.ts';

/** What the member has bookmarked, what of it they recommend, what stands on their shelves. */
export const ownOfBookmarks: readonly OwnWorks[] = [
  {
    field: 'in',
    find: (reader, { userId }, word) => listOwnWorks(reader, userId, word === 'recs'),
  },
  { field: 'shelf', find: (reader, { userId }, name) => listWorksOnShelf(reader, userId, name) },
];
