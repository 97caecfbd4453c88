// How many works a viewer finds by tags. The engine keeps what it has counted right through every
// change, so that pages of many tags cost a look-up for each; the rest may take a thread.
import type { Sight } from '../../engine/index.ts';
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { WorksIndex } from './index/works-index.ts';
import { includeClause } from './query/tags-clause.ts';
import { leadsSomewhere, sightOf } from './sight.ts';

/** In the order given. The index has been brought to the newest change. */
export async function countTags(
  index: WorksIndex,
  viewer: Viewer,
  ids: readonly TagId[],
): Promise<number[]> {
  const sight = sightOf(viewer, index);
  // The engine's own counts know no media: their fandoms do.
  const isMedium = (id: TagId) => index.tags.get(id)?.type === 'media';
  const media = ids.filter(isMedium);
  const others = ids.filter((id) => !isMedium(id));
  const counted = await countTerms(index, sight, others);
  const counts = new Map(others.map((id, at) => [id, counted[at] as number]));
  // Among one's own works a name may stand that leads nowhere.
  if (sight.added !== undefined) {
    for (const id of others) if (!leads(id, viewer, index)) counts.set(id, 0);
  }
  const wheres = media.map((id) => includeClause([id], index, viewer));
  const ofMedia = await index.life.counts(wheres.map((where) => ({ ...sight, where })));
  media.forEach((id, at) => {
    counts.set(id, ofMedia[at] as number);
  });
  return ids.map((id) => counts.get(id) as number);
}

/** How many works are found by each term, in the order given. */
export async function countTerms(
  index: WorksIndex,
  { audience, added }: Sight,
  terms: readonly number[],
): Promise<number[]> {
  const { engine } = index;
  // By canonical: works that the viewer finds beside what their mask sees.
  const own = new Map<number, number>();
  for (const work of added ?? []) {
    for (const id of engine.termCounts.findersOf(work)) own.set(id, (own.get(id) ?? 0) + 1);
  }
  const ownOf = (term: number) => (own.size === 0 ? 0 : (own.get(engine.canonicalOf(term)) ?? 0));
  const extra = terms.map(ownOf);
  const counts = await index.life.countsOfTerms(terms, audience);
  return counts.map((count, at) => count + (extra[at] as number));
}

function leads(id: TagId, viewer: Viewer, index: WorksIndex): boolean {
  const tag = index.tags.get(id);
  return tag !== undefined && leadsSomewhere(viewer, tag, index);
}
