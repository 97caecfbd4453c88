// What the engine is told of works: its groups of terms, its columns, its sort keys.
import { createEngine, type Engine } from '../../../engine/index.ts';
import { workTagTypes } from '../../tags/index.ts';

/** Groups of facets, in the order in which lists show them. */
export const facetGroups = workTagTypes;
export type FacetGroup = (typeof facetGroups)[number];

/** Columns for ranges and sorting. Times are epoch milliseconds. */
export const columns = [
  'words',
  'updated',
  'posted',
  'hits',
  'kudos',
  'comments',
  'bookmarks',
  'chapters',
  'complete',
  'series',
] as const;
export type Column = (typeof columns)[number];

export const sortTexts = ['title', 'creator'] as const;

/** An empty engine for works. */
export function createWorksEngine(): Engine {
  return createEngine({
    groups: [...facetGroups, 'creator', 'language'],
    columns,
    texts: sortTexts,
  });
}
