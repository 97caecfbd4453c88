// Bookmarks with what they point to, as far as the viewer sees it.
import type { SeriesId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { Finding } from '../finding/index.ts';
import {
  type Blurb,
  findSeries,
  type LastSeen,
  readLastSeenSeries,
  readLastSeenWork,
  type Series,
} from '../works/index.ts';
import type { Bookmark } from './bookmark.ts';

/** `gone`: deleted; `seen` is what it was called. `unseen`: there, and not to be seen now. */
export type Thing =
  | { readonly kind: 'work'; readonly work: Blurb }
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'elsewhere'; readonly address: string }
  | { readonly kind: 'gone'; readonly of: 'work' | 'series'; readonly seen: LastSeen }
  | { readonly kind: 'unseen'; readonly of: 'work' | 'series' };

export type ShownBookmark = {
  readonly bookmark: Bookmark;
  readonly thing: Thing;
  /** The viewer’s own. */
  readonly own: boolean;
};

/** What bookmarks of the viewer’s, or that `listBookmarks` let them know of, point to. */
export async function readThings(
  parts: Parts,
  finding: Finding,
  viewer: Viewer,
  bookmarks: readonly Bookmark[],
): Promise<ShownBookmark[]> {
  const works = bookmarks.flatMap(({ of }) => (of.kind === 'work' ? of.work : []));
  // Blurbs take the names of tags from it.
  if (works.length > 0) await finding.index();
  const blurbs = await finding.blurbs(viewer, works);
  const shown: ShownBookmark[] = [];
  for (const bookmark of bookmarks) {
    const thing = await thingOf(parts, viewer, bookmark, blurbs);
    const own = viewer.kind === 'member' && viewer.userId === bookmark.userId;
    shown.push({ bookmark, thing, own });
  }
  return shown;
}

async function thingOf(
  parts: Parts,
  viewer: Viewer,
  { of, title, creators }: Bookmark,
  blurbs: readonly Blurb[],
): Promise<Thing> {
  switch (of.kind) {
    case 'work': {
      const work = blurbs.find(({ id }) => id === of.work);
      return work === undefined ? lostWork(parts, of.work) : { kind: 'work', work };
    }
    case 'series': {
      const series = await findSeries(parts.database.read, viewer, of.series);
      return series === null ? lostSeries(parts, of.series) : { kind: 'series', series };
    }
    case 'elsewhere':
      return of;
    case 'gone':
      return { kind: 'gone', of: of.of, seen: { title, creators } };
  }
}

async function lostWork({ database }: Parts, id: WorkId): Promise<Thing> {
  const seen = await readLastSeenWork(database.read, id);
  return seen === null ? { kind: 'unseen', of: 'work' } : { kind: 'gone', of: 'work', seen };
}

async function lostSeries({ database }: Parts, id: SeriesId): Promise<Thing> {
  const seen = await readLastSeenSeries(database.read, id);
  return seen === null ? { kind: 'unseen', of: 'series' } : { kind: 'gone', of: 'series', seen };
}
