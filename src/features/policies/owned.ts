import type { OwnedTable } from '../../kit/sql/index.ts';

/** What of the consents is a person's own. */
export const ownedByPolicies: readonly OwnedTable[] = [
  { table: 'policy_consents', key: ['user_id', 'version'], by: [{ column: 'user_id' }] },
];
