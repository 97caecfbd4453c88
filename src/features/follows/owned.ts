import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person follows. */
export const ownedByFollows: readonly OwnedTable[] = [
  { table: 'follows', key: ['id'], by: [{ column: 'user_id' }] },
];
