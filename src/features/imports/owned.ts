import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person has brought in, and what still waits for their yes. */
export const ownedByImports: readonly OwnedTable[] = [
  { table: 'imports', key: ['id'], by: [{ column: 'owner_id' }, { column: 'brought_by' }] },
  {
    table: 'unclaimed_authors',
    key: ['user_id'],
    by: [{ column: 'claimed_by' }, { column: 'made_by' }],
    without: ['claim_hash'],
  },
  { table: 'waiting_imports', key: ['id'], by: [{ column: 'user_id' }] },
];
