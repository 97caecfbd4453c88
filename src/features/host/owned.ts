import type { OwnedTable } from '../../kit/sql/index.ts';

/** Which announcements a person has hidden. */
export const ownedByHost: readonly OwnedTable[] = [
  {
    table: 'announcement_dismissals',
    key: ['user_id', 'announcement_id'],
    by: [{ column: 'user_id' }],
  },
];
