// Lists of works as feeds: of everything, found by a search, of a tag.
import { parseId, type TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { type FeedAsked, type FeedPage, type FeedSource, feedEntries } from '../../web/feeds.ts';
import { tagWorksUrl } from '../tags/urls.ts';
import type { Blurb } from '../works/index.ts';
import { worksUrl } from '../works/urls.ts';
import { emptyFilter, type ListScope } from './filter.ts';
import type { Finding } from './finding.ts';
import { lookUpFor } from './look-up.ts';
import { text } from './messages.ts';
import { workEntry } from './pages/feed.ts';
import { readFilter } from './parameters/read-filter.ts';
import { asksForOwn } from './query/own-works.ts';
import { knowsTag } from './sight.ts';

export type ListOfFeed = {
  readonly title: string;
  /** The list's page for people. */
  readonly home: string;
  readonly scope: ListScope;
};

/** A page of a list with the filter of the feed's address, the newest first whatever it sorts. */
export async function worksFeed(
  finding: Finding,
  parts: Parts,
  { viewer, query, page }: FeedAsked,
  { title, home, scope }: ListOfFeed,
): Promise<FeedPage> {
  const lookUp = lookUpFor(viewer, await finding.index());
  const { filter } = readFilter(query, lookUp, parts.clock.now(), scope);
  const newest = { ...filter, sort: emptyFilter.sort, reversed: false };
  const found = await finding.find(viewer, newest, {
    page: { number: page, size: feedEntries },
    facets: 0,
    scope,
  });
  const blurbs = await finding.blurbs(viewer, found.ids);
  const hasMore = found.total > page * feedEntries;
  // Nobody's own works are told to everybody.
  const isMisread = viewer.kind === 'guest' && asksForOwn(filter);
  const note = isMisread ? { note: text.warnGuestMarks() } : {};
  return { title, home, ...note, entries: workEntries(blurbs, parts), hasMore };
}

/** Works as entries, as the viewer of the blurbs sees them. */
export function workEntries(blurbs: readonly Blurb[], { settings }: Pick<Parts, 'settings'>) {
  return blurbs.map((blurb) => workEntry(blurb, settings.url));
}

/** The source of a kind that finding lists itself. */
export function feedOf(finding: Finding, kind: 'works' | 'tag'): FeedSource {
  return feedsOfFinding(finding).find((source) => source.kind === kind) as FeedSource;
}

/** What finding lists itself: `works`, and `tag` by its number. */
export function feedsOfFinding(finding: Finding): readonly FeedSource[] {
  return [
    {
      kind: 'works',
      read: (parts, asked) =>
        worksFeed(finding, parts, asked, { title: text.works(), home: worksUrl, scope: {} }),
    },
    {
      kind: 'tag',
      async read(parts, asked, which) {
        const index = await finding.index();
        const named = index.tags.get((parseId<TagId>(which) ?? 0) as TagId);
        const tag = named?.synonymOf ? index.tags.get(named.synonymOf) : named;
        if (tag === undefined || !knowsTag(asked.viewer, tag, index)) return null;
        const title = text.worksIn({ name: tag.name });
        const list = { title, home: tagWorksUrl(tag), scope: { tag: tag.id } };
        return worksFeed(finding, parts, asked, list);
      },
    },
  ];
}
