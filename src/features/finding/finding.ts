// Answers questions about works for a viewer: which, how many, and what could narrow them.
import type { PageKey } from '../../engine/index.ts';
import type { TagId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { audienceOfViewer, listOwnWorkIds } from '../works/index.ts';
import { clauseOf, sortOf, type WorksFilter } from './filter.ts';
import { type FacetGroup, facetGroups } from './index/shape.ts';
import { createWorksIndex, type KnownTag, type WorksIndex } from './index/works-index.ts';

export type FacetCount = { readonly tag: KnownTag; readonly count: number };

export type FoundWorks = {
  /** Exact. */
  readonly total: number;
  readonly ids: readonly WorkId[];
  readonly facets: Readonly<Partial<Record<FacetGroup, readonly FacetCount[]>>>;
  /** What the next page comes after; null at the end. */
  readonly next: PageKey | null;
};

export type PageWanted =
  | { readonly number: number; readonly size: number }
  | { readonly after: PageKey | null; readonly size: number };

export type FindOptions = {
  readonly page: PageWanted;
  /** How many of each facet; 0: none are counted. */
  readonly facets: number;
};

export type Finding = {
  /** Works that the viewer may see in lists and the filter lets through. */
  find(viewer: Viewer, filter: WorksFilter, options: FindOptions): Promise<FoundWorks>;
  /** How many works of this tag's meaning the viewer would find, in the order given. */
  count(viewer: Viewer, tags: readonly TagId[]): Promise<number[]>;
  /** The index itself, brought to the newest change. */
  index(): Promise<WorksIndex>;
};

export function createFinding(parts: Parts): Finding {
  const index = createWorksIndex();
  const { read } = parts.database;

  const followed = async () => {
    await index.follow(read);
    return index;
  };

  return {
    index: followed,
    async find(viewer, filter, { page, facets }) {
      await followed();
      const own = viewer.kind === 'member' ? await listOwnWorkIds(read, viewer.userId) : [];
      const {
        total,
        ids,
        facets: counted,
        next,
      } = index.engine.query({
        audience: audienceOfViewer(viewer),
        added: new Set(own),
        where: clauseOf(filter, index),
        sort: sortOf(filter),
        page,
        ...(facets > 0 ? { facets: { groups: facetGroups, top: facets } } : {}),
      });
      return { total, ids: ids as WorkId[], facets: named(counted, index), next };
    },
    async count(viewer, tags) {
      await followed();
      return index.engine.countTerms(tags, audienceOfViewer(viewer));
    },
  };
}

function named(
  counted: Readonly<Record<string, readonly { id: number; count: number }[]>>,
  index: WorksIndex,
): FoundWorks['facets'] {
  const facets: Partial<Record<FacetGroup, FacetCount[]>> = {};
  for (const group of facetGroups) {
    const entries = counted[group];
    if (entries === undefined) continue;
    facets[group] = entries.flatMap(({ id, count }) => {
      const tag = index.tags.get(id as TagId);
      return tag === undefined ? [] : [{ tag, count }];
    });
  }
  return facets;
}
