// When nothing fits: which part of the filter to take away, and what that would give.
import type { Viewer } from '../../shared/viewer.ts';
import type { ListScope } from './filter.ts';
import type { Chip } from './filter-view.ts';
import type { Finding } from './finding.ts';
import { removalsTried } from './limits.ts';

/** A part of a filter, and how many works there would be without it. */
export type Removal = { readonly chip: Chip; readonly total: number };

/** Parts without which the list would have works, the most first; for a list that has none. */
export async function removalsOf(
  finding: Finding,
  viewer: Viewer,
  chips: readonly Chip[],
  scope: ListScope,
): Promise<Removal[]> {
  const removals: Removal[] = [];
  for (const chip of chips.slice(0, removalsTried)) {
    const page = { number: 1, size: 0 };
    const { total } = await finding.find(viewer, chip.without, { page, facets: 0, scope });
    if (total > 0) removals.push({ chip, total });
  }
  return removals.sort((a, b) => b.total - a.total);
}
