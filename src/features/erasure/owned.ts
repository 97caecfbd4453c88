import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person has chosen for the end of their account. */
export const ownedByErasure: readonly OwnedTable[] = [
  { table: 'erasures', key: ['user_id'], by: [{ column: 'user_id' }] },
  { table: 'erasure_works', key: ['user_id', 'work_id'], by: [{ column: 'user_id' }] },
];
