// A list of works with its filters, for whatever page shows one: of everything, of a tag, of a
// person.
import { type Html, nothing } from '../../kit/html/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { worksPerPage } from '../works/index.ts';
import { emptyFilter, type ListScope, type WorksFilter } from './filter.ts';
import { chipsOf, choiceGroups, hiddenFields, namesWithoutType } from './filter-view.ts';
import type { Finding } from './finding.ts';
import { facetsShown } from './limits.ts';
import { lookUpFor } from './look-up.ts';
import { filterFormFields } from './pages/filter-form.ts';
import { worksListBody } from './pages/works-list.ts';
import { readFilter } from './parameters/read-filter.ts';
import { filterHref, filterQuery, pageHref, typesOf } from './parameters/write-filter.ts';

export type WorksList = {
  /** The list's own address without a query: form, chips and pager go there. */
  readonly address: string;
  readonly scope: ListScope;
  /** Follows `1 - 20 of 45 Works` in the heading: `in <a class="tag">`, `by <a rel="author">`. */
  readonly of: Html;
  /** Parameters that are part of the address: a tag's type where several share the name. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Stands below the heading: links to feeds, to tags of the same name. */
  readonly under?: Html;
};

export type ListedWorks = {
  /** From `h2.heading` to the pager: all of `#main`, or what comes after a dashboard. */
  readonly body: Html;
  /** 404 where the address asks for a page beyond the last; the body then leads back. */
  readonly status: 200 | 404;
  /** Exact: works that the viewer may see and the filters let through. */
  readonly total: number;
  /** No filter, first page: the one of the list's addresses that search engines should keep. */
  readonly isPlain: boolean;
};

/**
 * Reads filters and page from the address asked for, and shows the works. The page that takes it
 * in has `mainClass: 'works-index filtered region'` (a person's: `works-index dashboard filtered
 * region`), `styles: ['finding']` and `indexable: listed.isPlain`.
 */
export async function worksListing(
  ask: Ask,
  parts: Parts,
  finding: Finding,
  list: WorksList,
): Promise<ListedWorks> {
  const { viewer } = ask;
  const { address, scope } = list;
  const index = await finding.index();
  const lookUp = lookUpFor(viewer, index);
  const { filter, warnings } = readFilter(ask.query, lookUp, parts.clock.now());
  const page = pageWanted(ask.query);
  const found = await finding.find(viewer, filter, {
    page: { number: page, size: worksPerPage },
    facets: facetsShown,
    scope,
  });
  const pages = pagesOf(found.total);
  const groups = await choiceGroups(finding, { viewer, filter, scope, found, lookUp });
  const queryOf = (shown: WorksFilter) => {
    const query = filterQuery(shown, typesOf(lookUp));
    for (const [name, value] of Object.entries(list.keep ?? {})) query.append(name, value);
    return query;
  };
  const hrefOf = (shown: WorksFilter) => filterHref(address, queryOf(shown));
  const query = queryOf(filter);
  const body = worksListBody({
    of: list.of,
    under: list.under ?? nothing,
    total: found.total,
    page,
    pages,
    blurbs: await finding.blurbs(viewer, found.ids),
    hrefFor: (number) => pageHref(address, query, number),
    chips: chipsOf(filter, lookUp).map(({ label, without }) => ({
      label,
      href: hrefOf(without),
    })),
    clearHref: hrefOf(emptyFilter),
    warnings,
    form: {
      filter,
      otherNames: namesWithoutType(filter.unknown.include),
      excludedNames: namesWithoutType(filter.unknown.exclude),
      address,
      groups,
      languages: (await finding.languages(viewer)).map(({ language }) => language),
      hidden: [
        ...hiddenFields(filter, lookUp, filterFormFields),
        ...Object.entries(list.keep ?? {}),
      ],
      clearHref: hrefOf(emptyFilter),
    },
  });
  const isPlain = page === 1 && hrefOf(filter) === hrefOf(emptyFilter);
  return { body, status: page > pages ? 404 : 200, total: found.total, isPlain };
}

/** From 1; what is no number is the first page. */
export function pageWanted(query: URLSearchParams): number {
  return parseId(query.get('page') ?? undefined) ?? 1;
}

/** At least one: an empty list is a page. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / worksPerPage));
}
