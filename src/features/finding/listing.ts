// A list of works with its filters, for whatever page shows one: of everything, of a tag, of a
// person.
import { type Html, nothing } from '../../kit/html/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import type { ListScope } from './filter.ts';
import type { Finding } from './finding.ts';

export type WorksList = {
  /** The list's own address without a query: form, chips and pager go there. */
  readonly address: string;
  readonly scope: ListScope;
  /** Follows `1 - 20 of 45 Works` in the heading: `in <a class="tag">`, `by <a rel="author">`. */
  readonly of: Html;
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
  _ask: Ask,
  _parts: Parts,
  _finding: Finding,
  _list: WorksList,
): Promise<ListedWorks> {
  return { body: nothing, status: 200, total: 0, isPlain: true };
}
