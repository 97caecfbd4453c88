import type { OwnedTable } from '../../kit/sql/index.ts';

const person = { column: 'user_id' };

/** Tables of accounts with rows of a person's own. Hashes of secrets stay in the archive. */
export const ownedByAccounts: readonly OwnedTable[] = [
  { table: 'users', key: ['id'], by: [{ column: 'id' }], without: ['password_hash'] },
  { table: 'used_logins', key: ['login_key'], by: [person] },
  { table: 'user_roles', key: ['user_id', 'role'], by: [person] },
  { table: 'bars', key: ['user_id'], by: [person] },
  { table: 'blocks', key: ['id'], by: [{ column: 'blocker_id' }] },
  { table: 'pseuds', key: ['id'], by: [person] },
  { table: 'sessions', key: ['token_hash'], by: [person], without: ['token_hash'] },
  { table: 'second_steps', key: ['user_id'], by: [person], without: ['locked_seed'] },
  {
    table: 'known_devices',
    key: ['user_id', 'device_hash'],
    by: [person],
    without: ['device_hash'],
  },
  { table: 'passkeys', key: ['id'], by: [person] },
  {
    table: 'recovery_codes',
    key: ['user_id', 'code_hash'],
    by: [person],
    without: ['code_hash'],
  },
  {
    table: 'invitations',
    key: ['id'],
    by: [{ column: 'given_by' }, { column: 'used_by' }],
    without: ['code_hash'],
  },
  { table: 'invitation_shares', key: ['user_id'], by: [person] },
  { table: 'api_tokens', key: ['id'], by: [person], without: ['token_hash', 'md5_hash'] },
];
