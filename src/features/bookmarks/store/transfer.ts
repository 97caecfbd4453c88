// What taking bookmarks out and bringing them in asks of the database.
import type { Reader } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { BookmarkId, Subject } from '../bookmark.ts';

/** The names of the shelves that each of the person's bookmarks stands on. */
export async function listShelfNames(
  reader: Reader,
  user: UserId,
): Promise<ReadonlyMap<BookmarkId, readonly string[]>> {
  const rows = await reader
    .selectFrom('shelf_bookmarks')
    .innerJoin('shelves', 'shelves.id', 'shelf_bookmarks.shelf_id')
    .select(['shelf_bookmarks.bookmark_id as id', 'shelves.name'])
    .where('shelves.user_id', '=', user)
    .orderBy('shelves.position')
    .orderBy('shelves.id')
    .execute();
  const names = new Map<BookmarkId, string[]>();
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

/** What the person has bookmarked, each as `keyOfSubject` writes it. */
export async function listOwnKeys(reader: Reader, user: UserId): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('bookmarks')
    .select(['work_id', 'series_id', 'address'])
    .where('user_id', '=', user)
    .execute();
  return new Set(
    rows.map((row) => `${row.work_id ?? ''} ${row.series_id ?? ''} ${row.address ?? ''}`),
  );
}

/** The same thing has the same key. */
export function keyOfSubject(subject: Subject): string {
  switch (subject.kind) {
    case 'work':
      return `${subject.work}  `;
    case 'series':
      return ` ${subject.series} `;
    case 'elsewhere':
      return `  ${subject.address}`;
  }
}
