// The boxes beside a list: tags that could be wanted or kept out, each with what it would give.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type WorkTagType, workTagTypes } from '../tags/index.ts';
import type { ListScope, WorksFilter } from './filter.ts';
import { tagsAlone } from './filter-view.ts';
import type { FacetCount, Finding, FoundWorks } from './finding.ts';
import type { KnownTag } from './index/works-index.ts';
import { facetsShown } from './limits.ts';
import type { LookUp } from './look-up.ts';

/** One tag of the form, and how many works the list would have with it wanted. */
export type Choice = {
  readonly tag: KnownTag;
  readonly count: number;
  readonly state: 'wanted' | 'out' | null;
};

export type ChoiceGroup = {
  readonly type: WorkTagType;
  readonly choices: readonly Choice[];
  /** How many of them are in use. */
  readonly active: number;
};

/** A list and who looks at it; `found` is its answer, with facets. */
export type Boxes = {
  readonly viewer: Viewer;
  readonly filter: WorksFilter;
  readonly scope: ListScope;
  readonly found: FoundWorks;
  readonly lookUp: LookUp;
};

/** The most used tags among the list's works, after whatever is chosen already. */
export async function choiceGroups(finding: Finding, boxes: Boxes): Promise<ChoiceGroup[]> {
  const { filter, found, lookUp } = boxes;
  const wanted = tagsAlone(filter, lookUp);
  const out = filter.exclude.flatMap((id) => lookUp.tag(id) ?? []);
  const taken = new Set([...wanted, ...out].map((tag) => tag.id));
  const facets = { ...found.facets, rating: await ratingFacets(finding, boxes) };
  const ratings = new Map(facets.rating?.map(({ tag, count }) => [tag.id, count]));
  const kept = await Promise.all(out.map((tag) => countWithout(finding, boxes, tag.id)));
  return workTagTypes.map((type) => {
    const chosen: Choice[] = [
      ...wanted.map((tag): Choice => {
        // Every work of the list bears what is wanted; of ratings, one of several.
        const count = type === 'rating' ? (ratings.get(tag.id) ?? 0) : found.total;
        return { tag, count, state: 'wanted' };
      }),
      ...out.map((tag, at): Choice => ({ tag, count: kept[at] as number, state: 'out' })),
    ].filter(({ tag }) => tag.type === type);
    const others = (facets[type] ?? [])
      .filter(({ tag }) => !taken.has(tag.id))
      .map(({ tag, count }): Choice => ({ tag, count, state: null }));
    return { type, choices: inPlace(type, [...chosen, ...others]), active: chosen.length };
  });
}

/** What the list would have if the tag were wanted instead of kept out. */
async function countWithout(finding: Finding, boxes: Boxes, id: TagId): Promise<number> {
  const { viewer, filter, scope } = boxes;
  const without = { ...filter, exclude: filter.exclude.filter((other) => other !== id) };
  const [count = 0] = await finding.countWithin(viewer, without, scope, [id]);
  return count;
}

/** A chosen rating leaves the others to be chosen too, with what each would add. */
async function ratingFacets(
  finding: Finding,
  { viewer, filter, scope, found, lookUp }: Boxes,
): Promise<readonly FacetCount[]> {
  const others = filter.include.filter(
    (group) => !group.every((id) => lookUp.tag(id)?.type === 'rating'),
  );
  if (others.length === filter.include.length) return found.facets.rating ?? [];
  const wider = { ...filter, include: others };
  const page = { number: 1, size: 0 };
  const { facets } = await finding.find(viewer, wider, { page, facets: facetsShown, scope });
  return facets.rating ?? [];
}

/** Vocabularies stand in their own order, the others by how much they are used. */
function inPlace(type: WorkTagType, choices: readonly Choice[]): readonly Choice[] {
  if (type !== 'rating' && type !== 'warning' && type !== 'category') return choices;
  return [...choices].sort((a, b) => a.tag.sortOrder - b.tag.sortOrder);
}
