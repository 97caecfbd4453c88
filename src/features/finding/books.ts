// Lists of works that are taken home as one book: of everything, found by a search, of a tag.
import { parseId, type TagId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { type BookLister, bookWorksMax } from '../../web/book-lists.ts';
import { tagWorksUrl } from '../tags/urls.ts';
import { worksUrl } from '../works/urls.ts';
import type { ListScope } from './filter.ts';
import type { Finding } from './finding.ts';
import { tastesLifted } from './lifted-tastes.ts';
import { lookUpFor } from './look-up.ts';
import { text } from './messages.ts';
import { readFilter } from './parameters/read-filter.ts';
import { filterHref, filterQuery, typesOf } from './parameters/write-filter.ts';

export const ofAllWorks = 'works';
export const ofTag = (tag: { readonly id: number }) => `tag:${tag.id}`;

/** The first works of a list with the filter that the address asked for has. */
export async function worksForBook(
  ask: Ask,
  parts: Parts,
  finding: Finding,
  list: { readonly address: string; readonly scope: ListScope },
): Promise<{ ids: readonly WorkId[]; total: number; address: string }> {
  const scope = { ...list.scope, ...tastesLifted(ask) };
  const lookUp = lookUpFor(ask.viewer, await finding.index());
  const { filter } = readFilter(ask.query, lookUp, parts.clock.now(), scope);
  const page = { number: 1, size: bookWorksMax };
  const { ids, total } = await finding.find(ask.viewer, filter, { page, facets: 0, scope });
  return { ids, total, address: filterHref(list.address, filterQuery(filter, typesOf(lookUp))) };
}

/** What finding lists itself. */
export function bookListsOfFinding(finding: Finding): readonly BookLister[] {
  return [
    {
      kind: ofAllWorks,
      list: async (ask, parts) => {
        const everything = { address: worksUrl, scope: {} };
        const found = await worksForBook(ask, parts, finding, everything);
        return { ...found, title: text.works() };
      },
    },
    {
      kind: 'tag',
      list: async (ask, parts, which) => {
        const index = await finding.index();
        const tag = index.tags.get((parseId<TagId>(which) ?? 0) as TagId);
        if (tag === undefined || !(await finding.knows(ask.viewer, tag))) return null;
        const list = { address: tagWorksUrl(tag), scope: { tag: tag.id } };
        const found = await worksForBook(ask, parts, finding, list);
        return { ...found, title: text.worksIn({ name: tag.name }) };
      },
    },
  ];
}
