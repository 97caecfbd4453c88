// Bookmarks and shelves as one book: the works among them that the asker sees.

import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import type { BookLister, ListForBook } from '../../web/book-lists.ts';
import { findPerson } from '../accounts/index.ts';
import { type Finding, worksForBook } from '../finding/index.ts';
import { inPlace, scopeOf } from './kept-list.ts';
import { text } from './messages.ts';
import { shelfTitle } from './pages/shelf-pages.ts';
import type { Shelf, ShelfId } from './shelf.ts';
import { findShelf, readPlaces } from './store/shelves.ts';
import { listKeys } from './store.ts';
import { personBookmarksUrl, shelfUrl } from './urls.ts';

export const ofBookmarks = (login: string) => `bookmarks:${login}`;
export const ofShelf = ({ id }: Pick<Shelf, 'id'>) => `shelf:${id}`;

/** What bookmarks are as books. */
export function bookListsOfBookmarks(finding: Finding): readonly BookLister[] {
  return [
    { kind: 'bookmarks', list: (...asked) => bookmarksOf(finding, ...asked) },
    { kind: 'shelf', list: (...asked) => shelfOf(finding, ...asked) },
  ];
}

async function bookmarksOf(
  finding: Finding,
  ask: Ask,
  parts: Parts,
  which: string,
): Promise<ListForBook | null> {
  const { read } = parts.database;
  const person = await findPerson(read, ask.viewer, which);
  if (person === null) return null;
  const tag = ask.query.get('tag') || null;
  const keys = await listKeys(read, ask.viewer, { of: 'person', user: person.id, tag });
  const own = ask.viewer.kind === 'member' && ask.viewer.userId === person.id;
  const list = { address: personBookmarksUrl(person.login), scope: scopeOf(keys, own) };
  const found = await worksForBook(ask, parts, finding, list);
  return { ...found, title: text.byPerson({ name: person.login }) };
}

async function shelfOf(
  finding: Finding,
  ask: Ask,
  parts: Parts,
  which: string,
): Promise<ListForBook | null> {
  const { read } = parts.database;
  const id = parseId<ShelfId>(which);
  const shelf = id && (await findShelf(read, ask.viewer, id));
  if (shelf === null) return null;
  const keys = await listKeys(read, ask.viewer, { of: 'shelf', shelf: shelf.id });
  const own = ask.viewer.kind === 'member' && ask.viewer.userId === shelf.userId;
  const scope = scopeOf(inPlace(keys, await readPlaces(read, shelf.id)), own);
  const found = await worksForBook(ask, parts, finding, { address: shelfUrl(shelf), scope });
  return { ...found, title: shelfTitle(shelf) };
}
