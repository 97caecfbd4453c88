// Lists that only their owner has, as feeds: a saved filter, and all that one follows. And which
// list an address means.
import { tidyPath } from '../../kit/http/index.ts';
import { type PseudId, parseId, type SeriesId, type TagId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { type FeedPage, type FeedSource, feedEntries } from '../../web/feeds.ts';
import { findPerson } from '../accounts/index.ts';
import { type FilterId, findFilter } from '../filters/index.ts';
import { filterUrl } from '../filters/urls.ts';
import {
  emptyFilter,
  type Finding,
  type ListScope,
  workEntries,
  worksFeed,
} from '../finding/index.ts';
import { findSeries } from '../works/index.ts';
import type { Follow } from './follow.ts';
import { followsInFeed } from './limits.ts';
import { text } from './messages.ts';
import { listFollows, readLogins } from './store/follows.ts';
import { subscriptionsUrl } from './urls.ts';

/** `filter`, by the number of a saved filter of the reader's own, and `subscriptions`. */
export function feedsOfFollows(finding: Finding): readonly FeedSource[] {
  return [
    {
      kind: 'filter',
      async read(parts, { viewer, page }, which) {
        const id = parseId<FilterId>(which);
        if (viewer.kind === 'guest' || id === null) return null;
        const filter = await findFilter(parts.database.read, viewer.userId, id);
        if (filter === null) return null;
        const query = new URLSearchParams([['q', filter.query]]);
        const { tag } = filter.list;
        const scope = tag === null ? {} : { tag };
        const list = { title: filter.name, home: filterUrl(filter), scope };
        return worksFeed(finding, parts, { viewer, query, page }, list);
      },
    },
    {
      kind: 'subscriptions',
      read: async (parts, { viewer }) =>
        viewer.kind === 'guest' ? null : readSubscriptions(parts, finding, viewer),
    },
  ];
}

async function readSubscriptions(
  parts: Parts,
  finding: Finding,
  member: Member,
): Promise<FeedPage> {
  const { read } = parts.database;
  const span = { offset: 0, limit: followsInFeed };
  const { follows } = await listFollows(read, member.userId, null, span);
  const ids = new Set<WorkId>();
  for (const follow of follows) {
    const scope = await scopeOf(parts, member, follow);
    if (scope === null) continue;
    const page = { number: 1, size: feedEntries };
    const found = await finding.find(member, emptyFilter, { page, facets: 0, scope });
    for (const id of found.ids) ids.add(id);
  }
  const blurbs = await finding.blurbs(member, [...ids]);
  const newest = blurbs.toSorted((a, b) => (b.updatedAt ?? 0) - (a.updatedAt ?? 0));
  return {
    title: text.title(),
    home: subscriptionsUrl(member.login),
    entries: workEntries(newest.slice(0, feedEntries), parts),
    hasMore: false,
  };
}

async function scopeOf(
  { database: { read } }: Parts,
  member: Member,
  { kind, id }: Follow,
): Promise<ListScope | null> {
  if (kind === 'work') return { works: new Set([id as WorkId]) };
  if (kind === 'tag') return { tag: id as TagId };
  if (kind === 'series') {
    const series = await findSeries(read, member, id as SeriesId);
    return series && { works: new Set(series.workIds) };
  }
  if (kind !== 'creator') return null;
  const login = (await readLogins(read, [id as Member['userId']])).get(id as Member['userId']);
  const person = login === undefined ? null : await findPerson(read, member, login);
  return person && { creators: person.pseuds.map((pseud): PseudId => pseud.id) };
}

/** A list's page or its public feed, as a kind of source. */
export type ListMeant = { readonly kind: string; readonly which: string; readonly query: string };

const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['works', /^\/works(?:\/search|\/feed\.(?:atom|json))?()$/],
  ['tag', /^\/tags\/([^/]+)(?:\/works|\/feed\.(?:atom|json))?$/],
  ['person', /^\/users\/([^/]+)\/pseuds\/([^/]+)(?:\/works|\/feed\.(?:atom|json))?$/],
  ['person', /^\/users\/([^/]+)(?:\/works|\/feed\.(?:atom|json))?$/],
  ['bookmarks', /^\/users\/([^/]+)\/bookmarks(?:\/feed\.(?:atom|json))?$/],
  ['gifts', /^\/users\/([^/]+)\/gifts(?:\/feed\.(?:atom|json))?$/],
  ['shelf', /^\/shelves\/(\d+)(?:\/feed\.(?:atom|json))?$/],
  ['series', /^\/series\/(\d+)(?:\/feed\.(?:atom|json))?$/],
  ['work', /^\/works\/(\d+)(?:\/feed\.(?:atom|json))?$/],
];

/** Null where the address is none of a list. `tagOf`: the number of a tag by its address. */
export function listAt(address: URL, tagOf: (slug: string) => number | null): ListMeant | null {
  const query = new URLSearchParams(address.searchParams);
  query.delete('page');
  const path = tidyPath(address.pathname);
  if (path === null) return null;
  for (const [kind, pattern] of patterns) {
    const [found, first = '', second] = pattern.exec(path) ?? [];
    if (found === undefined) continue;
    const which = [first, ...(second === undefined ? [] : [second])].map(decodeURIComponent);
    const number = kind === 'tag' ? tagOf(which[0] ?? '') : null;
    if (kind === 'tag' && number === null) return null;
    return {
      kind,
      which: number === null ? which.join('/') : String(number),
      query: String(query),
    };
  }
  return null;
}
