import type { OwnedTable } from '../../kit/sql/index.ts';

/** What a person has read, means to read and has opened; what they have cleared with it. */
export const ownedByReadings: readonly OwnedTable[] = [
  { table: 'readings', key: ['user_id', 'work_id'], by: [{ column: 'user_id' }] },
  { table: 'visits', key: ['user_id', 'work_id', 'cleared_at'], by: [{ column: 'user_id' }] },
  { table: 'history_choices', key: ['user_id'], by: [{ column: 'user_id' }] },
];
