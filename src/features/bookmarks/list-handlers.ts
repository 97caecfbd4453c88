// Lists of bookmarks, as far as the asker may know of them.
import { Refused } from '../../kit/http/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import { parseId, type SeriesId, type UserId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { findPerson } from '../accounts/index.ts';
import { personUrl } from '../accounts/urls.ts';
import { answerWorksList, type Finding, tastesLifted } from '../finding/index.ts';
import { findSeries } from '../works/index.ts';
import { seriesUrl, workUrl } from '../works/urls.ts';
import type { Bookmark } from './bookmark.ts';
import { ofBookmarks } from './books.ts';
import { readOwnBookmark, seenWork } from './handlers.ts';
import { hasTastes, keptList, letThrough } from './kept-list.ts';
import { bookmarksPerPage } from './limits.ts';
import { text } from './messages.ts';
import { bookmarkFold } from './pages/bookmark-form.ts';
import {
  type BookmarkList,
  bookmarkListPage,
  listedOf,
  personActs,
  personListPage,
} from './pages/bookmark-list-page.ts';
import { readThings } from './read.ts';
import {
  type BookmarkScope,
  countBookmarks,
  listBookmarks,
  listKeys,
  readBookmarks,
} from './store.ts';
import {
  bookmarksFeedPath,
  bookmarksUrl,
  personBookmarksUrl,
  seriesBookmarksUrl,
  workBookmarksUrl,
} from './urls.ts';

/** What lists of many people’s bookmarks ask of features beside and above. */
export type Around = {
  readonly finding: Finding;
  /** Whose bookmarks and notes the member does not want to see. */
  readonly mutedPeople: (reader: Reader, member: Member) => Promise<ReadonlySet<UserId>>;
};

type ManyPeoples = Exclude<BookmarkScope, { readonly of: 'person' | 'shelf' }>;

type Head = Omit<BookmarkList, 'total' | 'items' | 'pages'> & { readonly address: string };

export function showPersonBookmarks(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { viewer } = ask;
    const found = await findPerson(parts.database.read, viewer, ask.params['login'] ?? '');
    const { id: user, login } = orNotFound(found);
    const tag = ask.query.get('tag') || null;
    const own = viewer.kind === 'member' && viewer.userId === user;
    const bookmarks = { of: 'person', user, tag } as const;
    const lifted = tastesLifted(ask);
    const kept = await keptList(parts, finding, viewer, { bookmarks, own, lifted });
    const title =
      tag === null ? text.byPerson({ name: login }) : text.withTag({ name: login, tag });
    const list = {
      ...kept,
      address: personBookmarksUrl(login),
      ...(tag === null ? {} : { keep: { tag } }),
      of: listedOf({ word: text.by(), href: personUrl(login), name: login, tag }),
      title,
      feed: tag === null ? bookmarksFeedPath(login) : null,
      under: { actions: personActs(login, own, tag !== null) },
      book: ofBookmarks(login),
    };
    return answerWorksList(ask, parts, finding, list, ({ body, feeds }) => {
      return { ...personListPage(title, body), feeds };
    });
  };
}

export function showWorkBookmarks(around: Around) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const work = await seenWork(ask, parts, parseId<WorkId>(ask.params['id']));
    const address = workBookmarksUrl(work);
    const own = await readOwnBookmark(ask, parts, { kind: 'work', work: work.id });
    const form = bookmarkFold(ask.frame(), address, own);
    const head = { ...ofThing(work.title, workUrl(work)), address, form };
    return answerList(ask, parts, around, head, { of: 'work', work: work.id });
  };
}

export function showSeriesBookmarks(around: Around) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const id = orNotFound(parseId<SeriesId>(ask.params['id']));
    const series = orNotFound(await findSeries(parts.database.read, ask.viewer, id));
    const address = seriesBookmarksUrl(series);
    const own = await readOwnBookmark(ask, parts, { kind: 'series', series: id });
    const form = bookmarkFold(ask.frame(), address, own);
    const head = { ...ofThing(series.title, seriesUrl(series)), address, form };
    return answerList(ask, parts, around, head, { of: 'series', series: id });
  };
}

function ofThing(title: string, href: string): Pick<Head, 'title' | 'of' | 'mayAdd'> {
  const of = { word: text.of(), href, name: title, tag: null };
  return { title: text.ofThing({ title }), of, mayAdd: false };
}

export function showRecommendations(around: Around) {
  return (ask: Ask, parts: Parts): Promise<Response> => {
    const head = {
      address: bookmarksUrl,
      title: text.recommendations(),
      lead: text.recommendationsLead(),
      of: null,
      mayAdd: ask.viewer.kind === 'member',
    };
    return answerList(ask, parts, around, head, { of: 'recommendations' });
  };
}

async function answerList(
  ask: Ask,
  parts: Parts,
  around: Around,
  { address, ...head }: Head,
  scope: ManyPeoples,
): Promise<Response> {
  const { read } = parts.database;
  const { viewer } = ask;
  const without = viewer.kind === 'guest' ? [] : [...(await around.mutedPeople(read, viewer))];
  const { total, list: listPart } = await partsOf(ask, parts, around.finding, {
    ...scope,
    without,
  });
  const pages = Math.max(1, Math.ceil(total / bookmarksPerPage));
  const page = parseId(ask.query.get('page') ?? '1') ?? 1;
  if (page > pages) throw new Refused(404);
  const part = { skipped: (page - 1) * bookmarksPerPage, most: bookmarksPerPage };
  const listed = await listPart(part);
  const items = await readThings(parts, around.finding, viewer, listed);
  const [path, query] = address.split('?');
  const hrefFor = (number: number) => `${path}?page=${number}${query ? `&${query}` : ''}`;
  const list = { ...head, total, items, pages: { page, pages, hrefFor } };
  return answerPage(ask, bookmarkListPage(list));
}

type Listed = {
  readonly total: number;
  readonly list: (part: Part) => Promise<readonly Bookmark[]>;
};
type Part = { readonly skipped: number; readonly most: number };

/** Everybody’s recommendations are without what the viewer’s tastes keep out; a thing’s are not. */
async function partsOf(
  { viewer }: Ask,
  parts: Parts,
  finding: Finding,
  scope: ManyPeoples,
): Promise<Listed> {
  const { read } = parts.database;
  if (scope.of !== 'recommendations' || !(await hasTastes(finding, viewer))) {
    return {
      total: await countBookmarks(read, viewer, scope),
      list: (part) => listBookmarks(read, viewer, scope, part),
    };
  }
  const keys = await letThrough(parts, finding, viewer, await listKeys(read, viewer, scope));
  const ids = keys.map(({ id }) => id);
  return {
    total: ids.length,
    list: ({ skipped, most }) => readBookmarks(read, ids.slice(skipped, skipped + most)),
  };
}
