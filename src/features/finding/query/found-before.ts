// What is asked of the database before the engine is: full text, and what the viewer keeps.
import type { Reader } from '../../../kit/sql/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import type { WorksFilter } from '../filter.ts';
import type { SearchText } from '../text/leaf.ts';
import { type FoundOwn, findOwn, type OwnWorks } from './own-works.ts';
import { type FoundText, findText } from './text-leaves.ts';

export type FoundBefore = FoundText & FoundOwn;

/** Asks for all that the filter needs of one viewer. */
export type FindBefore = (filter: WorksFilter, viewer: Viewer) => Promise<FoundBefore>;

export function createFindBefore(
  reader: Reader,
  searchText: SearchText,
  own: readonly OwnWorks[],
  now: () => number,
): FindBefore {
  return async (filter, viewer) => ({
    ...(await findText(searchText, filter, viewer, now())),
    ...(await findOwn(own, reader, filter, viewer)),
  });
}
