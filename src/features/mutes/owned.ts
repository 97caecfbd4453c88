import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person mutes: theirs alone. That others mute them is not theirs to know. */
export const ownedByMutes: readonly OwnedTable[] = [
  { table: 'mutes', key: ['id'], by: [{ column: 'user_id' }] },
];
