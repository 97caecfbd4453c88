// All SQL of bookmarks. What others may see of them is decided here by the rule of works.
import type { ExpressionBuilder } from 'kysely';
import type { Milliseconds, Reader, Tables, Transaction } from '../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../shared/ids.ts';
import { hasRole, type Viewer } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import { inListsOf, type LastSeen } from '../works/index.ts';
import type { Bookmark, BookmarkId, Subject } from './bookmark.ts';
import type { BookmarksTable } from './schema.ts';
import type { ShelfId } from './shelf.ts';

/** Whose or of what; `tag`: only with that word of the person’s own; `without`: nobody of these. */
export type BookmarkScope =
  | { readonly of: 'person'; readonly user: UserId; readonly tag: string | null }
  | { readonly of: 'shelf'; readonly shelf: ShelfId }
  | (Without & { readonly of: 'work'; readonly work: WorkId })
  | (Without & { readonly of: 'series'; readonly series: SeriesId })
  | (Without & { readonly of: 'recommendations' });

type Without = { readonly without?: readonly UserId[] };

/** A bookmark without what it says. */
export type BookmarkKey = {
  readonly id: BookmarkId;
  /** Null: of something else. */
  readonly work: WorkId | null;
  readonly series: SeriesId | null;
  readonly at: Milliseconds;
};

/** All of the scope that the viewer may know of, the newest first. */
export async function listKeys(
  reader: Reader,
  viewer: Viewer,
  scope: BookmarkScope,
): Promise<BookmarkKey[]> {
  return reader
    .selectFrom('bookmarks')
    .innerJoin('users', 'users.id', 'bookmarks.user_id')
    .select(['bookmarks.id', 'bookmarks.work_id as work', 'bookmarks.series_id as series'])
    .select('bookmarks.bookmarked_at as at')
    .where((eb) => inScope(eb, scope))
    .where((eb) => shownIn(eb, viewer, scope))
    .orderBy('bookmarks.bookmarked_at', 'desc')
    .orderBy('bookmarks.id', 'desc')
    .execute();
}

/** These, in the order given, as far as they are there: `listKeys` let the viewer know of them. */
export async function readBookmarks(
  reader: Reader,
  ids: readonly BookmarkId[],
): Promise<Bookmark[]> {
  if (ids.length === 0) return [];
  const rows = await bookmarks(reader).where('bookmarks.id', 'in', ids).execute();
  const found = new Map((await withTags(reader, rows)).map((one) => [one.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Those of the scope that the viewer may know of, the newest first. */
export async function listBookmarks(
  reader: Reader,
  viewer: Viewer,
  scope: BookmarkScope,
  part: { readonly skipped: number; readonly most: number },
): Promise<Bookmark[]> {
  const rows = await bookmarks(reader)
    .where((eb) => inScope(eb, scope))
    .where((eb) => shownIn(eb, viewer, scope))
    .orderBy('bookmarks.bookmarked_at', 'desc')
    .orderBy('bookmarks.id', 'desc')
    .offset(part.skipped)
    .limit(part.most)
    .execute();
  return withTags(reader, rows);
}

/** How many `listBookmarks` has; exact. */
export async function countBookmarks(
  reader: Reader,
  viewer: Viewer,
  scope: BookmarkScope,
): Promise<number> {
  const row = await reader
    .selectFrom('bookmarks')
    .innerJoin('users', 'users.id', 'bookmarks.user_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => inScope(eb, scope))
    .where((eb) => shownIn(eb, viewer, scope))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Every work that the person has bookmarked, seen or not; or only those that they recommend. */
export async function listOwnWorks(
  reader: Reader,
  user: UserId,
  recsAlone: boolean,
): Promise<WorkId[]> {
  const all = reader
    .selectFrom('bookmarks')
    .select('work_id')
    .where('user_id', '=', user)
    .where('work_id', 'is not', null);
  const rows = await (recsAlone ? all.where('rec', '=', 1) : all).execute();
  return rows.flatMap(({ work_id }) => work_id ?? []);
}

/** The bookmark if the viewer may know of it. */
export async function findBookmark(
  reader: Reader,
  viewer: Viewer,
  id: BookmarkId,
): Promise<Bookmark | null> {
  const rows = await bookmarks(reader)
    .where('bookmarks.id', '=', id)
    .where((eb) => shownTo(eb, viewer))
    .execute();
  return (await withTags(reader, rows))[0] ?? null;
}

/** The person’s own bookmark of a thing. */
export async function findBookmarkOf(
  reader: Reader | Transaction,
  user: UserId,
  subject: Subject,
): Promise<Bookmark | null> {
  const own = bookmarks(reader).where('bookmarks.user_id', '=', user);
  const rows = await own.where((eb) => isOf(eb, subject)).execute();
  return (await withTags(reader, rows))[0] ?? null;
}

type Joined = ExpressionBuilder<Tables, 'bookmarks' | 'users'>;

function isOf(eb: Joined, subject: Subject) {
  switch (subject.kind) {
    case 'work':
      return eb('bookmarks.work_id', '=', subject.work);
    case 'series':
      return eb('bookmarks.series_id', '=', subject.series);
    case 'elsewhere':
      return eb('bookmarks.address', '=', subject.address);
  }
}

function inScope(eb: Joined, scope: BookmarkScope) {
  const without = 'without' in scope ? (scope.without ?? []) : [];
  if (without.length === 0) return isOfScope(eb, scope);
  return eb.and([isOfScope(eb, scope), eb('bookmarks.user_id', 'not in', without)]);
}

function isOfScope(eb: Joined, scope: BookmarkScope) {
  switch (scope.of) {
    case 'work':
      return eb('bookmarks.work_id', '=', scope.work);
    case 'series':
      return eb('bookmarks.series_id', '=', scope.series);
    case 'shelf':
      return standsOn(eb, scope.shelf);
    case 'recommendations':
      return eb.and([
        eb('bookmarks.rec', '=', 1),
        eb('bookmarks.private', '=', 0),
        eb('bookmarks.work_id', 'is not', null),
      ]);
    case 'person':
      return eb.and([
        eb('bookmarks.user_id', '=', scope.user),
        ...(scope.tag === null ? [] : [hasTag(eb, scope.tag)]),
      ]);
  }
}

function standsOn(eb: Joined, shelf: ShelfId) {
  return eb.exists(
    eb
      .selectFrom('shelf_bookmarks')
      .select('shelf_bookmarks.position')
      .whereRef('shelf_bookmarks.bookmark_id', '=', 'bookmarks.id')
      .where('shelf_bookmarks.shelf_id', '=', shelf),
  );
}

function hasTag(eb: Joined, tag: string) {
  return eb.exists(
    eb
      .selectFrom('bookmark_tags')
      .select('bookmark_tags.position')
      .whereRef('bookmark_tags.bookmark_id', '=', 'bookmarks.id')
      .where('bookmark_tags.name_key', '=', lookKey(tag)),
  );
}

/** What is recommended is the same for its owner as for others: what they see of it now. */
function shownIn(eb: Joined, viewer: Viewer, { of }: BookmarkScope) {
  return of === 'recommendations' ? shownOfOthers(eb, viewer) : shownTo(eb, viewer);
}

/** One’s own, always; of others’ the public ones of things that the viewer meets in lists. */
function shownTo(eb: Joined, viewer: Viewer) {
  const open = shownOfOthers(eb, viewer);
  if (viewer.kind === 'guest') return open;
  return eb.or([eb('bookmarks.user_id', '=', viewer.userId), open]);
}

function shownOfOthers(eb: Joined, viewer: Viewer) {
  const works = eb
    .selectFrom('works')
    .select('works.id')
    .whereRef('works.id', '=', 'bookmarks.work_id')
    .where((inner) => inListsOf(viewer)(inner as never));
  const series = eb
    .selectFrom('series')
    .innerJoin('series_works', 'series_works.series_id', 'series.id')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .select('series.id')
    .whereRef('series.id', '=', 'bookmarks.series_id')
    .where('series.deleted_at', 'is', null)
    .where((inner) => inListsOf(viewer)(inner as never));
  const isModerator = hasRole(viewer, 'moderator');
  const shownSeries = isModerator ? series : series.where('series.hidden_at', 'is', null);
  const person = [eb('users.state', '=', 'open'), eb('users.hidden', '=', 0)];
  return eb.and([
    eb('bookmarks.private', '=', 0),
    ...(isModerator ? [] : [...person, eb('bookmarks.hidden_at', 'is', null)]),
    eb.or([eb('bookmarks.kind', '=', 'elsewhere'), eb.exists(works), eb.exists(shownSeries)]),
  ]);
}

function bookmarks(reader: Reader | Transaction) {
  return reader
    .selectFrom('bookmarks')
    .innerJoin('users', 'users.id', 'bookmarks.user_id')
    .selectAll('bookmarks')
    .select('users.login');
}

type Row = BookmarksTable & { readonly login: string };

async function withTags(reader: Reader | Transaction, rows: readonly Row[]): Promise<Bookmark[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tags = await reader
    .selectFrom('bookmark_tags')
    .select(['bookmark_id', 'name'])
    .where('bookmark_id', 'in', ids)
    .orderBy('bookmark_id')
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const own = tags.filter(({ bookmark_id }) => bookmark_id === row.id);
    return { ...asBookmark(row), tags: own.map(({ name }) => name) };
  });
}

function asBookmark(row: Row): Omit<Bookmark, 'tags'> {
  return {
    id: row.id,
    userId: row.user_id,
    login: row.login,
    of: subjectOf(row),
    title: row.title,
    creators: row.creators,
    fandoms: row.fandoms,
    notesSource: row.notes_source,
    notes: row.notes_html,
    rec: row.rec === 1,
    private: row.private === 1,
    at: row.bookmarked_at,
  };
}

function subjectOf(row: BookmarksTable): Bookmark['of'] {
  if (row.work_id !== null) return { kind: 'work', work: row.work_id };
  if (row.series_id !== null) return { kind: 'series', series: row.series_id };
  if (row.address !== null) return { kind: 'elsewhere', address: row.address };
  return { kind: 'gone', of: row.kind === 'series' ? 'series' : 'work' };
}

/** How many the person has, of any kind. */
export async function countOwn(transaction: Transaction, user: UserId): Promise<number> {
  const row = await transaction
    .selectFrom('bookmarks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', user)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function insertBookmark(
  transaction: Transaction,
  row: BookmarksTable,
  tags: readonly string[],
): Promise<void> {
  await transaction.insertInto('bookmarks').values(row).execute();
  await insertTags(transaction, row.id, tags);
}

export type Changed = Partial<Omit<BookmarksTable, 'id' | 'user_id' | 'kind'>>;

/** Null when the person has no such bookmark; else how it stood before. */
export async function updateBookmark(
  transaction: Transaction,
  { id, user, at }: { id: BookmarkId; user: UserId; at: Milliseconds },
  changed: Changed,
  tags: readonly string[],
): Promise<Pick<BookmarksTable, 'private' | 'work_id'> | null> {
  // The first write holds the row, so that two of them never count the same change.
  const [before] = await transaction
    .updateTable('bookmarks')
    .set({ changed_at: at })
    .where('id', '=', id)
    .where('user_id', '=', user)
    .returning(['private', 'work_id'])
    .execute();
  if (before === undefined) return null;
  await transaction.updateTable('bookmarks').set(changed).where('id', '=', id).execute();
  await transaction.deleteFrom('bookmark_tags').where('bookmark_id', '=', id).execute();
  await insertTags(transaction, id, tags);
  return before;
}

async function insertTags(
  transaction: Transaction,
  id: BookmarkId,
  tags: readonly string[],
): Promise<void> {
  if (tags.length === 0) return;
  const rows = tags.map((name, at) => {
    return { bookmark_id: id, position: at + 1, name, name_key: lookKey(name) };
  });
  await transaction.insertInto('bookmark_tags').values(rows).execute();
}

/** Null when the person has no such bookmark; else how it stood. */
export async function deleteBookmark(
  transaction: Transaction,
  user: UserId,
  id: BookmarkId,
): Promise<Pick<BookmarksTable, 'private' | 'work_id'> | null> {
  const own = transaction
    .selectFrom('bookmarks')
    .select('id')
    .where('id', '=', id)
    .where('user_id', '=', user);
  await transaction.deleteFrom('bookmark_tags').where('bookmark_id', 'in', own).execute();
  await transaction.deleteFrom('shelf_bookmarks').where('bookmark_id', 'in', own).execute();
  const [before] = await transaction
    .deleteFrom('bookmarks')
    .where('id', '=', id)
    .where('user_id', '=', user)
    .returning(['private', 'work_id'])
    .execute();
  return before ?? null;
}

/** Lets go of a work that is removed; null: its title was not theirs to know. */
export async function keepOfGoneWork(
  transaction: Transaction,
  work: WorkId,
  seen: LastSeen | null,
): Promise<void> {
  await transaction
    .updateTable('bookmarks')
    .set({ work_id: null, title: seen?.title ?? '', creators: seen?.creators ?? '' })
    .where('work_id', '=', work)
    .execute();
}

/** The same for a series. */
export async function keepOfGoneSeries(
  transaction: Transaction,
  series: SeriesId,
  seen: LastSeen | null,
): Promise<void> {
  await transaction
    .updateTable('bookmarks')
    .set({ series_id: null, title: seen?.title ?? '', creators: seen?.creators ?? '' })
    .where('series_id', '=', series)
    .execute();
}

/** Every bookmark of a person, private ones too. */
export async function listOwnIds(reader: Reader, user: UserId): Promise<BookmarkId[]> {
  const rows = await reader
    .selectFrom('bookmarks')
    .select('id')
    .where('user_id', '=', user)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
