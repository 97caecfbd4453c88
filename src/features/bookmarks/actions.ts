// Bookmarking, changing a bookmark, deleting it. Only public ones are counted on a work.
import { Refused } from '../../kit/http/index.ts';
import type { Flag, Transaction } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { sanitiserVersion } from '../../text/index.ts';
import { addCounts } from '../works/index.ts';
import type { Bookmark, BookmarkId, Subject } from './bookmark.ts';
import type { CheckedBookmark, CheckedElsewhere } from './forms.ts';
import { bookmarksMax } from './limits.ts';
import type { ShelfId } from './shelf.ts';
import { putOnShelves } from './shelf-actions.ts';
import {
  type Changed,
  countOwn,
  deleteBookmark,
  findBookmarkOf,
  insertBookmark,
  listOwnIds,
  updateBookmark,
} from './store.ts';

const notElsewhere = { title: '', creators: '', fandoms: '' };

/**
 * Bookmarks something that the member sees, or changes the bookmark they have of it: one for each
 * person and thing. Null: they have as many as anybody may.
 */
export async function saveBookmark(
  parts: Parts,
  member: Member,
  subject: Subject,
  said: CheckedBookmark,
  elsewhere: CheckedElsewhere | null = null,
): Promise<BookmarkId | null> {
  const fresh = freshOf(parts);
  return parts.database.write((transaction) =>
    keepBookmark(transaction, member, { subject, said, elsewhere, at: fresh.at }, fresh),
  );
}

/** What a new bookmark takes its numbers from. */
export type Fresh = { readonly id: BookmarkId; readonly shelf: ShelfId; readonly at: number };

export function freshOf({ clock, ids }: Pick<Parts, 'clock' | 'ids'>): Fresh {
  return { id: ids.next() as BookmarkId, shelf: ids.next() as ShelfId, at: clock.now() };
}

/** What is to be kept, and when it was bookmarked. */
export type ToKeep = {
  readonly subject: Subject;
  readonly said: CheckedBookmark;
  readonly elsewhere: CheckedElsewhere | null;
  readonly at: number;
};

/** The same within a transaction; what was there keeps the day of its bookmarking. */
export async function keepBookmark(
  transaction: Transaction,
  member: Member,
  { subject, said, elsewhere, at }: ToKeep,
  fresh: Fresh,
): Promise<BookmarkId | null> {
  const there = await findBookmarkOf(transaction, member.userId, subject);
  if (there !== null) {
    const { shelf } = fresh;
    await change(transaction, { id: there.id, member, at: fresh.at, shelf }, said, elsewhere);
    return there.id;
  }
  if ((await countOwn(transaction, member.userId)) >= bookmarksMax) return null;
  const row = {
    id: fresh.id,
    user_id: member.userId,
    kind: subject.kind,
    work_id: subject.kind === 'work' ? subject.work : null,
    series_id: subject.kind === 'series' ? subject.series : null,
    address: subject.kind === 'elsewhere' ? subject.address : null,
    ...saidColumns(said),
    ...(elsewhere === null ? notElsewhere : elsewhereColumns(elsewhere)),
    hidden_at: null,
    bookmarked_at: at,
    changed_at: fresh.at,
  };
  await insertBookmark(transaction, row, said.tags);
  await count(transaction, row.work_id, said.private ? 0 : 1, fresh.at);
  const made = { id: fresh.shelf, at: fresh.at };
  if (said.shelves) await putOnShelves(transaction, member, fresh.id, said.shelves, made);
  return fresh.id;
}

/** Changes the member’s own bookmark; 404 on any other. */
export async function changeBookmark(
  parts: Parts,
  member: Member,
  { id }: Pick<Bookmark, 'id'>,
  said: CheckedBookmark,
  elsewhere: CheckedElsewhere | null = null,
): Promise<void> {
  const at = parts.clock.now();
  const shelf = parts.ids.next() as ShelfId;
  await parts.database.write((transaction) =>
    change(transaction, { id, member, at, shelf }, said, elsewhere),
  );
}

async function change(
  transaction: Transaction,
  { id, member, at, shelf }: { id: BookmarkId; member: Member; at: number; shelf: ShelfId },
  said: CheckedBookmark,
  elsewhere: CheckedElsewhere | null,
): Promise<void> {
  const changed = {
    ...saidColumns(said),
    ...(elsewhere === null ? {} : elsewhereColumns(elsewhere)),
  };
  const which = { id, user: member.userId, at };
  const before = await updateBookmark(transaction, which, changed, said.tags);
  if (before === null) throw new Refused(404);
  const more = (said.private ? 0 : 1) - (before.private === 1 ? 0 : 1);
  await count(transaction, before.work_id, more, at);
  const made = { id: shelf, at };
  if (said.shelves) await putOnShelves(transaction, member, id, said.shelves, made);
}

/** False if the member has no such bookmark. */
export async function removeBookmark(
  parts: Parts,
  member: Member,
  id: BookmarkId,
): Promise<boolean> {
  const at = parts.clock.now();
  return parts.database.write(async (transaction) => {
    const before = await deleteBookmark(transaction, member.userId, id);
    if (before === null) return false;
    await count(transaction, before.work_id, before.private === 1 ? 0 : -1, at);
    return true;
  });
}

/** Removes every bookmark of somebody whose account is erased. */
export async function removeBookmarksOf(parts: Parts, member: Member): Promise<void> {
  for (const id of await listOwnIds(parts.database.read, member.userId)) {
    await removeBookmark(parts, member, id);
  }
}

/** Nothing private may move a number, nor the time when it last moved. */
async function count(
  transaction: Transaction,
  work: WorkId | null,
  more: number,
  at: number,
): Promise<void> {
  if (work === null || more === 0) return;
  await addCounts(transaction, 'bookmarks', new Map([[work, more]]), at);
}

function saidColumns(said: CheckedBookmark) {
  return {
    notes_source: said.notesSource,
    notes_html: said.notes,
    notes_sanitiser_version: sanitiserVersion,
    rec: flag(said.rec),
    private: flag(said.private),
  };
}

function elsewhereColumns({ title, creators, fandoms }: CheckedElsewhere): Changed & {
  title: string;
  creators: string;
  fandoms: string;
} {
  return { title, creators, fandoms };
}

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
