// Bookmarks as one book: the works among them that the asker sees.
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import type { BookLister, ListForBook } from '../../web/book-lists.ts';
import { findPerson } from '../accounts/index.ts';
import { type Finding, worksForBook } from '../finding/index.ts';
import { scopeOf } from './kept-list.ts';
import { text } from './messages.ts';
import { listKeys } from './store.ts';
import { personBookmarksUrl } from './urls.ts';

export const ofBookmarks = (login: string) => `bookmarks:${login}`;

/** What bookmarks are as books. */
export function bookListsOfBookmarks(finding: Finding): readonly BookLister[] {
  return [{ kind: 'bookmarks', list: (...asked) => bookmarksOf(finding, ...asked) }];
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
