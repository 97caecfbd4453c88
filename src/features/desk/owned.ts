import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person has dismissed. */
export const ownedByDesk: readonly OwnedTable[] = [
  { table: 'desk_dismissals', key: ['user_id', 'finding'], by: [{ column: 'user_id' }] },
];
