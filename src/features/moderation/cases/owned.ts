import type { OwnedTable } from '../../../kit/sql/index.ts';

/** What a person has reported; the cases made of it are moderators'. */
export const ownedByModeration: readonly OwnedTable[] = [
  {
    table: 'reports',
    key: ['id'],
    by: [{ column: 'reporter_id' }],
    without: ['case_id', 'evidence_id'],
  },
];
