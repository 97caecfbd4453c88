// A member's own bookmarks, as finding asks for them: `in:bookmarks`, `in:recs`.
import type { OwnWorks } from '../finding/index.ts';
import { listOwnWorks } from './store.ts';

/** What the member has bookmarked, or what of it they recommend. */
export const ownOfBookmarks: OwnWorks = {
  field: 'in',
  find: (reader, member, word) => listOwnWorks(reader, member.userId, word === 'recs'),
};
