// A list of works with its filters, for whatever page shows one: of everything, of a tag, of a
// person.
import { type Html, type HtmlValue, nothing } from '../../kit/html/index.ts';
import { jsonResponse } from '../../kit/http/index.ts';
import { parseId, type TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { consentsToAdult } from '../../web/adult-consent.ts';
import { answerPage } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { bookLinks } from '../../web/book-lists.ts';
import type { Page } from '../../web/document.ts';
import { feedLinks } from '../../web/feeds.ts';
import type { Feed } from '../../web/frame.ts';
import { newFilterUrl } from '../filters/urls.ts';
import { type Blurb, worksPerPage } from '../works/index.ts';
import { type Boxes, choiceGroups } from './choices.ts';
import { emptyFilter, type ListScope, type WorksFilter } from './filter.ts';
import { chipsOf, hiddenFields, languageChoices, namesWithoutType } from './filter-view.ts';
import type { Finding, FoundWorks } from './finding.ts';
import { tasteFields, tastesLifted, tastesShown, withTastes } from './lifted-tastes.ts';
import { facetsCounted, facetsShown } from './limits.ts';
import { countsParameter, liveCounts } from './live-counts.ts';
import { type LookUp, lookUpFor } from './look-up.ts';
import { text } from './messages.ts';
import { type FilterForm, filterFormFields } from './pages/filter-form.ts';
import {
  type ItemsView,
  type ListWords,
  underWork,
  worksIndex,
  worksListBody,
  worksWords,
} from './pages/works-list.ts';
import { type FilterWarning, type ReadFilter, readFilter } from './parameters/read-filter.ts';
import { filterHref, filterQuery, pageHref, typesOf } from './parameters/write-filter.ts';
import { asksForOwn } from './query/own-works.ts';
import { textOfFilter } from './query/text-of-filter.ts';
import { removalsOf } from './without-one.ts';

export type WorksList = {
  /** The list's own address without a query: form, chips and pager go there. */
  readonly address: string;
  readonly scope: ListScope;
  /** In the heading after `1 - 20 of 45 Works`: `in <a class="tag">`, `by <a rel="author">`. */
  readonly of?: Html;
  /** Parameters that are part of the address: a tag's type where several share the name. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Names the list's feeds; plain text. */
  readonly title: string;
  /** The feed's path without its ending; null where guests see no such list. */
  readonly feed: string | null;
  readonly under?: ListUnder;
  /** `KIND:WHICH` of the list, to take it home as one book; null: it cannot be. */
  readonly book: string | null;
  /** Where works are shown with what somebody says of them, among things that are no works. */
  readonly items?: ListItems;
};

/** How a list shows its works, and what it holds besides. */
export type ListItems = {
  readonly words: ListWords;
  /** All of it in its own order: shown while nothing is filtered. Null: it holds works alone. */
  readonly whole: { readonly total: number; page(page: number): Promise<Html> } | null;
  /** Works that were found; `after`: what stands below each. */
  readonly found: (blurbs: readonly Blurb[], after: (blurb: Blurb) => Html) => Promise<Html>;
  /** Above what was found: what no filter finds. Absent: nothing. */
  readonly aside?: Html;
};

/** What stands below the heading, besides the link to the feed. */
export type { ListWords } from './pages/works-list.ts';

export type ListUnder = {
  /** Items of the list of actions. */
  readonly actions: HtmlValue;
  readonly after?: Html;
};

export type ListedWorks = {
  /** From `h2.heading` to the pager: all of `#main`, or what comes after a dashboard. */
  readonly body: Html;
  /** No filter, first page: the one of the list's addresses that search engines should keep. */
  readonly isPlain: boolean;
  /** With the filter in use: what the page's head tells of. */
  readonly feeds: readonly Feed[];
};

/**
 * Reads filters and page from the address asked for, and answers with the page that takes in the
 * works; 404 where the address asks for a page beyond the last, whose body then leads back. The
 * page has `mainClass: 'works-index filtered region'` (a person's: `works-index dashboard filtered
 * region`), `styles: ['finding']` and `indexable: listed.isPlain`.
 */
export async function answerWorksList(
  ask: Ask,
  parts: Parts,
  finding: Finding,
  list: WorksList,
  pageOf: (listed: ListedWorks) => Page,
): Promise<Response> {
  const { viewer } = ask;
  const scope = { ...list.scope, ...tastesLifted(ask) };
  const index = await finding.index();
  const lookUp = lookUpFor(viewer, index);
  const read = readFilter(ask.query, lookUp, parts.clock.now(), scope);
  const { filter } = read;
  const page = pageWanted(ask.query);
  const counting = ask.query.get(countsParameter);
  const found = await finding.find(viewer, filter, {
    page: { number: page, size: counting === null ? worksPerPage : 0 },
    facets: counting === null ? facetsShown : facetsCounted,
    scope,
  });
  const boxes: Boxes = { viewer, filter, scope, found, lookUp };
  if (counting !== null) return jsonResponse(await liveCounts(finding, boxes, counting));
  const body = await listBody(ask, finding, list, boxes, read, page);
  const query = filterQuery(filter, typesOf(lookUp));
  const isPlain = page === 1 && query.size === 0;
  const { title } = list;
  const path = feedOf(list, filter);
  const feeds = path === null ? [] : feedLinks({ path, title, query });
  const status = page > pagesOf(totalOf(list, filter, found.total)) ? 404 : 200;
  return answerPage(ask, pageOf({ body, isPlain, feeds }), status);
}

async function listBody(
  ask: Ask,
  finding: Finding,
  list: WorksList,
  boxes: Boxes,
  { filter, warnings, box }: ReadFilter,
  page: number,
): Promise<Html> {
  const { viewer, scope, found, lookUp } = boxes;
  const total = totalOf(list, filter, found.total);
  const ids = wholeOf(list, filter) === null ? found.ids : [];
  const blurbs = await finding.blurbs(viewer, ids);
  const chips = chipsOf(filter, lookUp);
  const removals = total === 0 ? await removalsOf(finding, viewer, chips, scope) : [];
  const queryOf = (shown: WorksFilter) => {
    const query = filterQuery(shown, typesOf(lookUp));
    for (const [name, value] of Object.entries(list.keep ?? {})) query.append(name, value);
    return withTastes(query, tastesLifted(ask));
  };
  const hrefOf = (shown: WorksFilter) => filterHref(list.address, queryOf(shown));
  const query = queryOf(filter);
  const feed = feedOf(list, filter);
  const clearHref = hrefOf(emptyFilter);
  const snippets = await finding.snippets(viewer, filter, blurbs, consentsToAdult(ask));
  const toOther = (other: URLSearchParams) => filterHref(list.address, other);
  const tastes = await tastesShown(ask, finding, found, scope, toOther, query);
  const under = (blurb: Blurb) => underWork(blurb, tastes, snippets);
  return worksListBody({
    of: list.of ?? null,
    under: list.under ?? null,
    feed: feed === null ? null : { path: feed, query: filterQuery(filter, typesOf(lookUp)) },
    total,
    page,
    pages: pagesOf(total),
    tastes,
    items: await itemsOf(list, filter, page, blurbs, under),
    hrefFor: (number) => pageHref(list.address, query, number),
    chips: chips.map(({ label, without }) => ({ label, href: hrefOf(without) })),
    removals: removals.map(({ chip, total: count }) => {
      return { label: chip.label, href: hrefOf(chip.without), total: count };
    }),
    bookLinks: list.book === null ? nothing : bookLinks({ of: list.book, query }),
    clearHref,
    saveHref: saveHref(viewer, filter, lookUp, { path: list.address, tag: scope.tag }),
    warnings: [...warnings, ...shelfWarnings(found)],
    form: { ...(await formOf(finding, list, boxes, box)), active: chips.length, clearHref },
  });
}

/** What stands in the list while nothing is filtered; null: works alone. */
function wholeOf({ items }: WorksList, filter: WorksFilter) {
  if (items === undefined || filterQuery(filter, () => null).size > 0) return null;
  return items.whole;
}

function totalOf(list: WorksList, filter: WorksFilter, found: number): number {
  return wholeOf(list, filter)?.total ?? found;
}

async function itemsOf(
  list: WorksList,
  filter: WorksFilter,
  page: number,
  blurbs: readonly Blurb[],
  under: (blurb: Blurb) => Html,
): Promise<ItemsView> {
  const { items } = list;
  if (items === undefined) {
    return {
      words: worksWords,
      aside: nothing,
      count: blurbs.length,
      body: worksIndex(blurbs, under),
    };
  }
  const { words } = items;
  const whole = wholeOf(list, filter);
  if (whole === null) {
    const body = await items.found(blurbs, under);
    return { words, aside: items.aside ?? nothing, count: blurbs.length, body };
  }
  return { words, aside: nothing, count: whole.total, body: await whole.page(page) };
}

/** Shelves that were asked for and are none of the asker's. */
export function shelfWarnings({ missingShelves }: FoundWorks): readonly FilterWarning[] {
  return missingShelves.map((name) => ({ message: text.warnNoShelf({ name }), start: 0, end: 0 }));
}

/** Everybody's feed of it: none of what only its reader knows. */
function feedOf({ feed }: WorksList, filter: WorksFilter): string | null {
  return asksForOwn(filter) ? null : feed;
}

async function formOf(
  finding: Finding,
  list: WorksList,
  boxes: Boxes,
  box: ReadFilter['box'],
): Promise<Omit<FilterForm, 'active' | 'clearHref'>> {
  const { viewer, filter, found, lookUp } = boxes;
  return {
    address: list.address,
    tag: boxes.scope.tag,
    filter,
    total: found.total,
    query: { value: filter.text, ...box },
    groups: await choiceGroups(finding, boxes),
    otherNames: namesWithoutType(filter.unknown.include),
    excludedNames: namesWithoutType(filter.unknown.exclude),
    ownOrder: list.items?.words.order,
    languages: languageChoices(await finding.languages(viewer), filter, lookUp),
    marks: lookUp.marks,
    hidden: [
      ...hiddenFields(filter, lookUp, filterFormFields),
      ...Object.entries(list.keep ?? {}),
      ...tasteFields(boxes.scope),
    ],
  };
}

/** Where a member keeps the filter, with the list it was made for; null for guests. */
export function saveHref(
  viewer: Viewer,
  filter: WorksFilter,
  lookUp: LookUp,
  list: { readonly path: string; readonly tag?: TagId | undefined },
): string | null {
  if (viewer.kind === 'guest') return null;
  return newFilterUrl(textOfFilter(filter, lookUp, 'name'), list);
}

/** From 1; what is no number is the first page. */
export function pageWanted(query: URLSearchParams): number {
  return parseId(query.get('page') ?? undefined) ?? 1;
}

/** At least one: an empty list is a page. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / worksPerPage));
}
