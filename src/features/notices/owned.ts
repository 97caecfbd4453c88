import type { OwnedTable } from '../../kit/sql/index.ts';

const person = { column: 'user_id' };

/** What a person was told, and how they want to be. */
export const ownedByNotices: readonly OwnedTable[] = [
  { table: 'notices', key: ['id'], by: [person] },
  { table: 'notice_choices', key: ['user_id', 'kind'], by: [person] },
  { table: 'notice_mails', key: ['user_id', 'way'], by: [person] },
  {
    table: 'push_devices',
    key: ['id'],
    by: [person],
    without: ['session_hash', 'endpoint', 'public_key', 'auth'],
  },
];
