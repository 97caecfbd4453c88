import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a wrangler looks after. */
export const ownedByWrangling: readonly OwnedTable[] = [
  {
    table: 'wrangler_fandoms',
    key: ['user_id', 'fandom_id'],
    by: [{ column: 'user_id' }],
  },
  { table: 'tag_notes', key: ['id'], by: [{ column: 'by_id' }] },
];
