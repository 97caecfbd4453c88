import type { OwnedTable } from '../../kit/sql/index.ts';

/** A person’s bookmarks and their own words for them. */
export const ownedByBookmarks: readonly OwnedTable[] = [
  {
    table: 'bookmarks',
    key: ['id'],
    by: [{ column: 'user_id' }],
    without: ['notes_sanitiser_version'],
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
