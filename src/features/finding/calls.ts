// What the JSON API asks of finding, in its own words.
import type { TagId, WorkId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { Tag } from '../tags/index.ts';
import { emptyFilter, type ListScope } from './filter.ts';
import type { Finding } from './finding.ts';
import type { WorksIndex } from './index/works-index.ts';
import { lookUpFor } from './look-up.ts';
import { searchName } from './parameters/names.ts';
import {
  type FilterWarning,
  type ReadFilter,
  readCall,
  readFilter,
} from './parameters/read-filter.ts';
import { textByNames, textOfFilter } from './query/text-of-filter.ts';

/**
 * The filter of a list call: `q`, `include` and `exclude` (a tag's number or `type:name`; a comma
 * inside one `include` means or), `sort` (`-` reverses). Never throws: what is not understood is
 * left out, with a warning whose places count in the parameter's value.
 */
export function filterOfCall(
  query: URLSearchParams,
  index: WorksIndex,
  viewer: Viewer,
  scope: ListScope = {},
): ReadFilter {
  return readCall(query, lookUpFor(viewer, index), scope);
}

/** A query as it is kept, and as it is shown. */
export type KeptQuery = {
  /** In the language, tags by their numbers; empty: it says nothing. */
  readonly byNumbers: string;
  /** The same with the tags' names as they are now. */
  readonly byNames: string;
  readonly warnings: readonly FilterWarning[];
};

/** Reads a query as this viewer means it. `tag`: of the list that it is for. */
export async function readQuery(
  finding: Finding,
  viewer: Viewer,
  now: number,
  typed: string,
  tag: TagId | null,
): Promise<KeptQuery> {
  const lookUp = lookUpFor(viewer, await finding.index());
  const scope = tag === null ? {} : { tag };
  const { filter, warnings } = readFilter(new URLSearchParams([['q', typed]]), lookUp, now, scope);
  const byNumbers = textOfFilter(filter, lookUp, 'number');
  const byNames = textByNames(textOfFilter(filter, lookUp, 'name'), lookUp);
  return { byNumbers, byNames, warnings };
}

/** Which of some works a query as it is kept finds for the viewer. `tag`: of its list. */
export async function worksOfQuery(
  finding: Finding,
  viewer: Viewer,
  now: number,
  { query, tag }: { readonly query: string; readonly tag: TagId | null },
  works: ReadonlySet<WorkId>,
): Promise<ReadonlySet<WorkId>> {
  const lookUp = lookUpFor(viewer, await finding.index());
  const scope = { works, ...(tag === null ? {} : { tag }) };
  const { filter } = readFilter(new URLSearchParams([['q', query]]), lookUp, now, scope);
  const { ids } = await finding.find(
    viewer,
    { ...filter, sort: emptyFilter.sort },
    {
      page: { number: 1, size: Math.max(1, works.size) },
      facets: 0,
      scope,
    },
  );
  return new Set(ids);
}

export { numbersIn, withOtherNumbers } from './query/text-of-filter.ts';

/** A list of works with this query in its box. */
export function queryHref(address: string, typed: string): string {
  const query = new URLSearchParams([[searchName('query'), typed]]);
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** Whether the viewer may meet the tag's name: if not, there is no such tag for them. */
export function mayKnowTag(finding: Finding, viewer: Viewer, tag: Tag): Promise<boolean> {
  return finding.knows(viewer, tag);
}
