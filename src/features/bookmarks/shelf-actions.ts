// Making shelves, changing and ordering them, and what stands on them.
import { Refused } from '../../kit/http/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import type { BookmarkId } from './bookmark.ts';
import { shelfBookmarksMax, shelvesMax } from './limits.ts';
import type { Shelf, ShelfId } from './shelf.ts';
import {
  deleteShelf,
  insertShelf,
  listOwnShelves,
  listShelvesOf,
  placeOnShelf,
  placeShelf,
  readPlaces,
  takeOffShelf,
  updateShelf,
} from './store/shelves.ts';

export type SaidOfShelf = { readonly name: string; readonly public: boolean };

/** Why a shelf is not made or changed so. */
export type ShelfRefusal = 'taken' | 'many';

/** A new shelf behind the others. */
export async function makeShelf(
  { clock, database, ids }: Parts,
  member: Member,
  said: SaidOfShelf,
): Promise<ShelfId | ShelfRefusal> {
  const fresh = { id: ids.next() as ShelfId, at: clock.now() };
  return database.write((transaction) => addShelf(transaction, member, said, fresh));
}

async function addShelf(
  transaction: Transaction,
  { userId: user }: Member,
  said: SaidOfShelf,
  fresh: { readonly id: ShelfId; readonly at: number },
): Promise<ShelfId | ShelfRefusal> {
  const there = await listOwnShelves(transaction, user);
  if (there.some(({ key }) => key === lookKey(said.name))) return 'taken';
  if (there.length >= shelvesMax) return 'many';
  await insertShelf(transaction, { ...said, ...fresh, user, position: there.length + 1 });
  return fresh.id;
}

/** `order`: what is to stand on it, the first first; what is not named is taken off. */
export async function changeShelf(
  { database }: Parts,
  { id, userId }: Shelf,
  said: SaidOfShelf,
  order: readonly BookmarkId[],
): Promise<ShelfRefusal | null> {
  return database.write(async (transaction) => {
    const others = (await listOwnShelves(transaction, userId)).filter((one) => one.id !== id);
    if (others.some(({ key }) => key === lookKey(said.name))) return 'taken';
    await updateShelf(transaction, id, said);
    const there = await readPlaces(transaction, id);
    const kept = order.filter((bookmark) => there.has(bookmark));
    for (const bookmark of there.keys()) {
      if (!kept.includes(bookmark)) await takeOffShelf(transaction, bookmark, id);
    }
    for (const [at, bookmark] of kept.entries()) {
      if (there.get(bookmark) === at + 1) continue;
      await placeOnShelf(transaction, id, bookmark, at + 1);
    }
    return null;
  });
}

/** The person's shelves in another order; 409 unless each is named once. */
export async function orderShelves(
  { database }: Parts,
  { userId }: Member,
  order: readonly ShelfId[],
): Promise<void> {
  await database.write(async (transaction) => {
    const own = new Set((await listOwnShelves(transaction, userId)).map(({ id }) => id));
    if (order.length !== own.size || !order.every((id) => own.has(id))) throw new Refused(409);
    for (const [at, id] of order.entries()) await placeShelf(transaction, id, at + 1);
  });
}

/** The shelf alone: its bookmarks stay. */
export async function removeShelf({ database }: Parts, { id }: Shelf): Promise<void> {
  await database.write((transaction) => deleteShelf(transaction, id));
}

/** What a form says of a bookmark's shelves: which of the member's own, and a new one's name. */
export type SaidOfShelves = {
  /** Null: those it stands on. */
  readonly on: readonly ShelfId[] | null;
  /** Empty: none. It is private until its owner says else. */
  readonly fresh: string;
};

/** Puts a bookmark of the member's on these shelves and no others; full shelves take no more. */
export async function putOnShelves(
  transaction: Transaction,
  member: Member,
  bookmark: BookmarkId,
  { on, fresh }: SaidOfShelves,
  made: { readonly id: ShelfId; readonly at: number },
): Promise<void> {
  const wanted = new Set(on ?? (await listShelvesOf(transaction, bookmark)));
  if (fresh !== '') {
    const said = { name: fresh, public: false };
    const added = await addShelf(transaction, member, said, made);
    const own = await listOwnShelves(transaction, member.userId);
    const named = own.find(({ key }) => key === lookKey(fresh));
    if (added !== 'many' && named !== undefined) wanted.add(named.id);
  }
  for (const { id } of await listOwnShelves(transaction, member.userId)) {
    const there = await readPlaces(transaction, id);
    if (!wanted.has(id)) {
      if (there.has(bookmark)) await takeOffShelf(transaction, bookmark, id);
    } else if (!there.has(bookmark) && there.size < shelfBookmarksMax) {
      await placeOnShelf(transaction, id, bookmark, Math.max(0, ...there.values()) + 1);
    }
  }
}
