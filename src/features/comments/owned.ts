import type { OwnedTable } from '../../kit/sql/index.ts';
import { ofOwnWork } from '../works/index.ts';

/** What a person wrote, who may comment on their works, and which comments they have read. */
export const ownedByComments: readonly OwnedTable[] = [
  { table: 'comments', key: ['id'], by: [{ column: 'user_id' }] },
  { table: 'comment_rules', key: ['work_id'], by: [ofOwnWork] },
  { table: 'inbox', key: ['user_id', 'comment_id'], by: [{ column: 'user_id' }] },
];
