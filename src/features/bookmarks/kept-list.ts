// A person's bookmarks with the filters of works beside them: all of it in its own order, or the
// works among them that were asked for.
import type { Html } from '../../kit/html/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { emptyFilter, type Finding, type ListItems, type ListScope } from '../finding/index.ts';
import type { Blurb } from '../works/index.ts';
import type { BookmarkId } from './bookmark.ts';
import { bookmarksPerPage } from './limits.ts';
import { bookmarkItem } from './pages/bookmark-item.ts';
import { bookmarkIndex, bookmarksWords, leftAside } from './pages/bookmark-list-page.ts';
import { readThings, type ShownBookmark } from './read.ts';
import { listWorksOfSeries } from './store/series.ts';
import { type BookmarkKey, type BookmarkScope, listKeys, readBookmarks } from './store.ts';

export type KeptList = { readonly scope: ListScope; readonly items: ListItems };

/** What finding takes of a list of bookmarks. `own`: the viewer's. */
export async function keptList(
  parts: Parts,
  finding: Finding,
  viewer: Viewer,
  of: {
    readonly bookmarks: BookmarkScope;
    readonly own: boolean;
    /** Tastes that the viewer has lifted. */
    readonly lifted: ListScope;
    /** Where each stands on a shelf, the first first; absent: as they were bookmarked. */
    readonly places?: ReadonlyMap<BookmarkId, number>;
  },
): Promise<KeptList> {
  const listed = await listKeys(parts.database.read, viewer, of.bookmarks);
  const keys = of.places === undefined ? listed : inPlace(listed, of.places);
  const scope = scopeOf(keys, of.own);
  const shown = of.own ? keys : await letThrough(parts, finding, viewer, keys, of.lifted);
  const others = shown.filter(({ work }) => work === null).length;
  const read = async (ids: readonly BookmarkId[]) =>
    readThings(parts, finding, viewer, await readBookmarks(parts.database.read, ids));
  return {
    scope,
    items: {
      words: bookmarksWords,
      whole: {
        total: shown.length,
        async page(page) {
          const from = (page - 1) * bookmarksPerPage;
          const ids = shown.slice(from, from + bookmarksPerPage).map(({ id }) => id);
          return bookmarkIndex((await read(ids)).map((one) => bookmarkItem(one)));
        },
      },
      found: async (blurbs, under) => {
        const byWork = bookmarksByWork(shown);
        const ids = blurbs.flatMap(({ id }) => byWork.get(id) ?? []);
        return bookmarkIndex(itemsOf(blurbs, await read(ids), under));
      },
      aside: leftAside(others),
    },
  };
}

/** The first on the shelf is what orders take for the last that was put there. */
export function inPlace(
  keys: readonly BookmarkKey[],
  places: ReadonlyMap<BookmarkId, number>,
): BookmarkKey[] {
  const placed = keys.map((key) => ({ ...key, at: -(places.get(key.id) ?? 0) }));
  return placed.sort((a, b) => b.at - a.at);
}

/** The works of the list, and when each was put there. */
export function scopeOf(keys: readonly BookmarkKey[], own: boolean): ListScope {
  const order = new Map(keys.flatMap(({ work, at }) => (work === null ? [] : [[work, at]])));
  return { works: new Set(order.keys()), order, own };
}

/**
 * Without works that the viewer's own tastes keep out of lists, and without series of such works
 * alone.
 */
export async function letThrough(
  { database }: Pick<Parts, 'database'>,
  finding: Finding,
  viewer: Viewer,
  keys: readonly BookmarkKey[],
  lifted: ListScope = {},
): Promise<readonly BookmarkKey[]> {
  if (!(await hasTastes(finding, viewer))) return keys;
  const series = [...new Set(keys.flatMap((key) => key.series ?? []))];
  const parts = await listWorksOfSeries(database.read, series);
  const works = new Set([...keys.flatMap(({ work }) => work ?? []), ...[...parts.values()].flat()]);
  if (works.size === 0) return keys;
  const page = { number: 1, size: works.size };
  const scope = { ...lifted, works };
  const found = await finding.find(viewer, emptyFilter, { page, facets: 0, scope });
  const seen = new Set(found.ids);
  return keys.filter(({ work, series: of }) => {
    if (of !== null) return parts.get(of)?.some((id) => seen.has(id)) ?? false;
    return work === null || seen.has(work);
  });
}

/** Whether the viewer keeps anything out of lists. */
export async function hasTastes(finding: Finding, viewer: Viewer): Promise<boolean> {
  return (await finding.hasTastes(viewer, 'mute')) || finding.hasTastes(viewer, 'filter');
}

function bookmarksByWork(keys: readonly BookmarkKey[]): ReadonlyMap<WorkId, BookmarkId> {
  return new Map(keys.flatMap(({ id, work }) => (work === null ? [] : [[work, id]])));
}

function itemsOf(
  blurbs: readonly Blurb[],
  shown: readonly ShownBookmark[],
  under: (blurb: Blurb) => Html,
): Html[] {
  const byWork = new Map(blurbs.map((blurb) => [blurb.id, blurb]));
  return shown.map((one) => {
    const blurb = one.thing.kind === 'work' ? byWork.get(one.thing.work.id) : undefined;
    return bookmarkItem(one, blurb && under(blurb));
  });
}
