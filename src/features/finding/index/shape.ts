// What the engine is told of works: its groups of terms, its columns, its sort keys.
import type { Shape } from '../../../engine/index.ts';
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

/** `creator`: pseuds whose names a work bears; `owner`: people who made it, anonymous or not. */
export const worksShape: Shape = {
  groups: [...facetGroups, 'creator', 'owner', 'language'],
  columns,
  texts: sortTexts,
};

/**
 * Raise it with every change of what a work or a tag puts into the index: files saved before are
 * then refused. A test notices what was forgotten.
 */
export const indexContents = 2;
