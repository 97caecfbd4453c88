import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person has read and means to read. */
export const ownedByReadings: readonly OwnedTable[] = [
  { table: 'readings', key: ['user_id', 'work_id'], by: [{ column: 'user_id' }] },
];
