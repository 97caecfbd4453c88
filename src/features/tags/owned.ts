import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person has done to tags. A tag itself is the archive's, whoever wrote it first. */
export const ownedByTags: readonly OwnedTable[] = [
  { table: 'tag_acts', key: ['id'], by: [{ column: 'by_id' }] },
];
