import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person follows, and their private feeds without what opens them. */
export const ownedByFollows: readonly OwnedTable[] = [
  { table: 'follows', key: ['id'], by: [{ column: 'user_id' }] },
  {
    table: 'private_feeds',
    key: ['id'],
    by: [{ column: 'user_id' }],
    without: ['token_hash'],
  },
];
