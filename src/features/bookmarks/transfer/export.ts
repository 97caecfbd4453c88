// All that a member has bookmarked, as entries of a file.
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import type { Finding } from '../../finding/index.ts';
import { seriesUrl, workUrl } from '../../works/urls.ts';
import type { Bookmark } from '../bookmark.ts';
import { readThings, type ShownBookmark } from '../read.ts';
import { listShelfNames } from '../store/transfer.ts';
import { listKeys, readBookmarks } from '../store.ts';
import type { Entry } from './entry.ts';

/** Things of one read: as many as a database takes in a question. */
const atOnce = 500;

/** The first bookmarked first, so that they come in again in their order. */
export async function exportedEntries(
  parts: Parts,
  finding: Finding,
  member: Member,
): Promise<Entry[]> {
  const { read } = parts.database;
  const scope = { of: 'person', user: member.userId, tag: null } as const;
  const ids = (await listKeys(read, member, scope)).map(({ id }) => id).reverse();
  const shelves = await listShelfNames(read, member.userId);
  const entries: Entry[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const bookmarks = await readBookmarks(read, ids.slice(from, from + atOnce));
    for (const shown of await readThings(parts, finding, member, bookmarks)) {
      const on = shelves.get(shown.bookmark.id) ?? [];
      entries.push({ ...entryOf(shown, parts.settings.url), shelves: on });
    }
  }
  return entries;
}

function entryOf({ bookmark, thing }: ShownBookmark, site: string): Omit<Entry, 'shelves'> {
  const { notesSource: notes, tags, rec, at } = bookmark;
  const named = { title: bookmark.title, creators: bookmark.creators, fandoms: bookmark.fandoms };
  const said = { notes, tags, rec, private: bookmark.private, at };
  switch (thing.kind) {
    case 'work': {
      const { title, creators } = thing.work;
      const address = `${site}${workUrl(thing.work)}`;
      return { kind: 'work', address, title, creators: namesOf(creators), fandoms: '', ...said };
    }
    case 'series': {
      const { title, creators } = thing.series;
      const address = `${site}${seriesUrl(thing.series)}`;
      return { kind: 'series', address, title, creators: namesOf(creators), fandoms: '', ...said };
    }
    case 'elsewhere':
      return { kind: 'elsewhere', address: thing.address, ...named, ...said };
    case 'gone':
      return { kind: 'gone', address: '', fandoms: '', ...thing.seen, ...said };
    case 'unseen':
      return { ...unseen(bookmark, site), ...said };
  }
}

/** There, and not to be seen at present: its address stays, and nothing else is told. */
function unseen({ of }: Bookmark, site: string) {
  const nameless = { title: '', creators: '', fandoms: '' };
  if (of.kind === 'work') {
    return { kind: 'work', address: `${site}${workUrl({ id: of.work })}`, ...nameless } as const;
  }
  const id = of.kind === 'series' ? of.series : 0;
  return { kind: 'series', address: `${site}${seriesUrl({ id })}`, ...nameless } as const;
}

function namesOf(creators: readonly { readonly name: string }[]): string {
  return creators.map(({ name }) => name).join(', ');
}
