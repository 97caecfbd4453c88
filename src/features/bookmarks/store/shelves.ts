// All SQL of shelves.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import { hasRole, type Viewer } from '../../../shared/viewer.ts';
import { lookKey } from '../../../text/index.ts';
import type { BookmarkId } from '../bookmark.ts';
import type { Shelf, ShelfId } from '../shelf.ts';

/** The shelf, if the viewer may know of it: their own, or a public one of an open account. */
export async function findShelf(
  reader: Reader,
  viewer: Viewer,
  id: ShelfId,
): Promise<Shelf | null> {
  const rows = await shelvesFor(reader, viewer).where('shelves.id', '=', id).execute();
  return rows[0] === undefined ? null : asShelf(rows[0]);
}

/** A person's shelves that the viewer may know of, in the person's order. */
export async function listShelves(reader: Reader, viewer: Viewer, user: UserId): Promise<Shelf[]> {
  const rows = await shelvesFor(reader, viewer)
    .where('shelves.user_id', '=', user)
    .orderBy('shelves.position')
    .orderBy('shelves.id')
    .execute();
  return rows.map(asShelf);
}

function shelvesFor(reader: Reader, viewer: Viewer) {
  return reader
    .selectFrom('shelves')
    .innerJoin('users', 'users.id', 'shelves.user_id')
    .select(['shelves.id', 'shelves.user_id', 'users.login', 'shelves.name', 'shelves.public'])
    .where((eb) => {
      const person = [eb('users.state', '=', 'open'), eb('users.hidden', '=', 0)];
      const open = eb.and([
        eb('shelves.public', '=', 1),
        ...(hasRole(viewer, 'moderator') ? [] : person),
      ]);
      if (viewer.kind === 'guest') return open;
      return eb.or([eb('shelves.user_id', '=', viewer.userId), open]);
    });
}

type Row = {
  readonly id: ShelfId;
  readonly user_id: UserId;
  readonly login: string;
  readonly name: string;
  readonly public: 0 | 1;
};

function asShelf(row: Row): Shelf {
  const { id, user_id: userId, login, name } = row;
  return { id, userId, login, name, public: row.public === 1 };
}

/** Works of the bookmarks on a person's shelf of that name; null: they have none. */
export async function listWorksOnShelf(
  reader: Reader,
  user: UserId,
  name: string,
): Promise<WorkId[] | null> {
  const shelf = await reader
    .selectFrom('shelves')
    .select('id')
    .where('user_id', '=', user)
    .where('name_key', '=', lookKey(name))
    .executeTakeFirst();
  if (shelf === undefined) return null;
  const rows = await reader
    .selectFrom('shelf_bookmarks')
    .innerJoin('bookmarks', 'bookmarks.id', 'shelf_bookmarks.bookmark_id')
    .select('bookmarks.work_id')
    .where('shelf_bookmarks.shelf_id', '=', shelf.id)
    .execute();
  return rows.flatMap(({ work_id }) => work_id ?? []);
}

/** Where each bookmark stands on the shelf. */
export async function readPlaces(
  reader: Reader | Transaction,
  shelf: ShelfId,
): Promise<ReadonlyMap<BookmarkId, number>> {
  const rows = await reader
    .selectFrom('shelf_bookmarks')
    .select(['bookmark_id', 'position'])
    .where('shelf_id', '=', shelf)
    .execute();
  return new Map(rows.map((row) => [row.bookmark_id, row.position]));
}

/** The shelves that a bookmark stands on. */
export async function listShelvesOf(
  reader: Reader | Transaction,
  bookmark: BookmarkId,
): Promise<ReadonlySet<ShelfId>> {
  const rows = await reader
    .selectFrom('shelf_bookmarks')
    .select('shelf_id')
    .where('bookmark_id', '=', bookmark)
    .execute();
  return new Set(rows.map(({ shelf_id }) => shelf_id));
}

/** The person's shelves in their order, to be written to. */
export async function listOwnShelves(
  transaction: Transaction,
  user: UserId,
): Promise<{ readonly id: ShelfId; readonly key: string }[]> {
  return transaction
    .selectFrom('shelves')
    .select(['id', 'name_key as key'])
    .where('user_id', '=', user)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export type NewShelf = {
  readonly id: ShelfId;
  readonly user: UserId;
  readonly name: string;
  readonly public: boolean;
  readonly position: number;
  readonly at: Milliseconds;
};

export async function insertShelf(transaction: Transaction, shelf: NewShelf): Promise<void> {
  const row = {
    id: shelf.id,
    user_id: shelf.user,
    name: shelf.name,
    name_key: lookKey(shelf.name),
    public: shelf.public ? 1 : 0,
    position: shelf.position,
    made_at: shelf.at,
  } as const;
  await transaction.insertInto('shelves').values(row).execute();
}

export async function updateShelf(
  transaction: Transaction,
  id: ShelfId,
  said: { readonly name: string; readonly public: boolean },
): Promise<void> {
  await transaction
    .updateTable('shelves')
    .set({ name: said.name, name_key: lookKey(said.name), public: said.public ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function placeShelf(
  transaction: Transaction,
  id: ShelfId,
  position: number,
): Promise<void> {
  await transaction.updateTable('shelves').set({ position }).where('id', '=', id).execute();
}

export async function deleteShelf(transaction: Transaction, id: ShelfId): Promise<void> {
  await transaction.deleteFrom('shelf_bookmarks').where('shelf_id', '=', id).execute();
  await transaction.deleteFrom('shelves').where('id', '=', id).execute();
}

/** Puts the bookmark there, or gives it another place. */
export async function placeOnShelf(
  transaction: Transaction,
  shelf: ShelfId,
  bookmark: BookmarkId,
  position: number,
): Promise<void> {
  await transaction
    .insertInto('shelf_bookmarks')
    .values({ shelf_id: shelf, bookmark_id: bookmark, position })
    .onConflict((conflict) =>
      conflict.columns(['shelf_id', 'bookmark_id']).doUpdateSet({ position }),
    )
    .execute();
}

/** Takes the bookmark off one shelf, or off all. */
export async function takeOffShelf(
  transaction: Transaction,
  bookmark: BookmarkId,
  shelf: ShelfId | null,
): Promise<void> {
  const all = transaction.deleteFrom('shelf_bookmarks').where('bookmark_id', '=', bookmark);
  await (shelf === null ? all : all.where('shelf_id', '=', shelf)).execute();
}
