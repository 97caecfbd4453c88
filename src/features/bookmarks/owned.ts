import type { OwnedTable } from '../../kit/sql/index.ts';

/** A person’s bookmarks, their own words for them, and their shelves. */
export const ownedByBookmarks: readonly OwnedTable[] = [
  {
    table: 'bookmarks',
    key: ['id'],
    by: [{ column: 'user_id' }],
    without: ['notes_sanitiser_version'],
  },
  {
    table: 'shelves',
    key: ['id'],
    by: [{ column: 'user_id' }],
  },
  {
    table: 'shelf_bookmarks',
    key: ['shelf_id', 'bookmark_id'],
    by: [
      {
        column: 'shelf_id',
        within: { table: 'shelves', select: 'id', by: { column: 'user_id' } },
      },
    ],
  },
  {
    table: 'bookmark_tags',
    key: ['bookmark_id', 'position'],
    by: [
      {
        column: 'bookmark_id',
        within: { table: 'bookmarks', select: 'id', by: { column: 'user_id' } },
      },
    ],
  },
];
