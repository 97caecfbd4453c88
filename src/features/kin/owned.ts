import type { OwnedTable } from '../../kit/sql/index.ts';

/** Whom a person has named, and who has named them. */
export const ownedByKin: readonly OwnedTable[] = [
  {
    table: 'kin',
    key: ['user_id'],
    by: [{ column: 'user_id' }, { column: 'kin_id' }],
    // Which moderator it was.
    without: ['granted_by'],
  },
];
