import type { OwnedTable } from '../../kit/sql/index.ts';

/** The works a person has left kudos on. */
export const ownedByKudos: readonly OwnedTable[] = [
  { table: 'kudos', key: ['id'], by: [{ column: 'user_id' }] },
];
