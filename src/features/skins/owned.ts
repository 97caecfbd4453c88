import type { OwnedTable } from '../../kit/sql/index.ts';

/** Skins that a person has written. */
export const ownedBySkins: readonly OwnedTable[] = [
  { table: 'skins', key: ['id'], by: [{ column: 'user_id' }] },
];
