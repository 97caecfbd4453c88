// SQL of users, their roles and the names ever used.
import type { Insertable, Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { hasRole, type Member, type Role, type Viewer } from '../../../shared/viewer.ts';
import { giveBackInvitation } from '../invitations/store.ts';
import { isLoginText, loginKey } from '../names.ts';
import { maySee, type Person } from '../person.ts';
import type { UsersTable } from '../schema.ts';
import { listPseuds } from './pseuds.ts';

/** A person by log-in name, in any case; null for who the viewer may not see. */
export async function findPerson(
  reader: Reader,
  viewer: Viewer,
  login: string,
): Promise<Person | null> {
  const user = await findUserByLogin(reader, login);
  // A pending account is nobody yet.
  if (user === null || user.state === 'pending' || user.erased_at !== null) return null;
  // Closed by its owner: what it shows of them is gone at once.
  if (user.leaving_at !== null && !hasRole(viewer, 'moderator')) return null;
  const person: Person = {
    id: user.id,
    login: user.login,
    joinedAt: user.created_at,
    hidden: user.hidden === 1,
    profile: { title: user.profile_title, source: user.profile_source, html: user.profile_html },
    pseuds: await listPseuds(reader, user.id),
  };
  if (!maySee(viewer, person)) return null;
  if (user.profile_hidden_at === null || maySee(viewer, { ...person, hidden: true })) return person;
  const pseuds = person.pseuds.map((pseud) => ({ ...pseud, description: '' }));
  return { ...person, profile: { title: '', source: '', html: '' }, pseuds };
}

/** What moderators have hidden of a person; null: there is none. */
export async function readHiding(
  reader: Reader,
  id: UserId,
): Promise<{ readonly person: boolean; readonly profile: boolean } | null> {
  const row = await reader
    .selectFrom('users')
    .select(['hidden', 'profile_hidden_at'])
    .where('id', '=', id)
    .where('state', '<>', 'pending')
    .executeTakeFirst();
  if (row === undefined) return null;
  return { person: row.hidden === 1, profile: row.profile_hidden_at !== null };
}

/** The person as one who asks. */
export async function readMember(
  reader: Reader,
  user: Pick<UsersTable, 'id' | 'login' | 'adult_consent'>,
): Promise<Member> {
  const [pseuds, roles] = await Promise.all([
    listPseuds(reader, user.id),
    listRoles(reader, user.id),
  ]);
  return {
    kind: 'member',
    userId: user.id,
    login: user.login,
    pseuds: pseuds.map(({ id, name }) => ({ id, name })),
    roles: new Set(roles),
    adultConsent: user.adult_consent === 1,
  };
}

/** The person's time zone, IANA; UTC while they have chosen none. */
export async function readTimeZone(reader: Reader, id: UserId): Promise<string> {
  const row = await reader
    .selectFrom('users')
    .select('time_zone')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.time_zone ?? 'UTC';
}

/** When the person made their account; 0 for nobody. */
export async function readJoinedAt(reader: Reader, id: UserId): Promise<Milliseconds> {
  const row = await reader
    .selectFrom('users')
    .select('created_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.created_at ?? 0;
}

export async function findUser(reader: Reader, id: UserId): Promise<UsersTable | null> {
  const row = await reader.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findUserByLogin(reader: Reader, login: string): Promise<UsersTable | null> {
  // PostgreSQL takes no text with a zero byte, not even to look for it.
  if (!isLoginText(login)) return null;
  const row = await reader
    .selectFrom('users')
    .selectAll()
    .where('login_key', '=', loginKey(login))
    .executeTakeFirst();
  return row ?? null;
}

/** The member of a log-in name, for actions; null when nobody open has it, or they are leaving. */
export async function findMember(reader: Reader, login: string): Promise<Member | null> {
  const user = await findUserByLogin(reader, login);
  return user === null || user.state !== 'open' || user.leaving_at !== null
    ? null
    : readMember(reader, user);
}

/** The one open admin, for commands of the operator; null when there are none or several. */
export async function findOnlyAdmin(reader: Reader): Promise<Member | null> {
  const [admin, other] = await listOpenAdmins(reader);
  const user = admin === undefined || other !== undefined ? null : await findUser(reader, admin);
  return user === null ? null : readMember(reader, user);
}

/** The same whatever state the account is in, but for one that was never opened. */
export async function findAccount(reader: Reader, login: string): Promise<Member | null> {
  const user = await findUserByLogin(reader, login);
  return user === null || user.state === 'pending' ? null : readMember(reader, user);
}

/** Log-in names of all accounts that were opened, in their order. */
export async function listLogins(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('users')
    .select('login')
    .where('state', '<>', 'pending')
    .where('erased_at', 'is', null)
    .orderBy('login_key')
    .execute();
  return rows.map(({ login }) => login);
}

export async function findUserByEmailKey(reader: Reader, key: string): Promise<UsersTable | null> {
  const row = await reader
    .selectFrom('users')
    .selectAll()
    .where('email_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertUser(
  transaction: Transaction,
  user: Insertable<UsersTable>,
): Promise<void> {
  await transaction.insertInto('users').values(user).execute();
}

export async function updateUser(
  transaction: Transaction,
  id: UserId,
  change: Partial<Omit<UsersTable, 'id'>>,
): Promise<void> {
  await transaction.updateTable('users').set(change).where('id', '=', id).execute();
}

/** The oldest first. */
export async function listPendingBefore(
  reader: Reader,
  moment: Milliseconds,
): Promise<Pick<UsersTable, 'id' | 'login_key'>[]> {
  return reader
    .selectFrom('users')
    .select(['id', 'login_key'])
    .where('state', '=', 'pending')
    .where('created_at', '<', moment)
    .orderBy('created_at')
    .execute();
}

/** Removes an account that was never opened, so that its name and address are free again. */
export async function deletePending(transaction: Transaction, id: UserId): Promise<void> {
  // Its lock first: an account that its link is opening at this moment must keep all it has.
  const { numUpdatedRows } = await transaction
    .updateTable('users')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await giveBackInvitation(transaction, id);
  await transaction.deleteFrom('one_time_links').where('user_id', '=', id).execute();
  await transaction.deleteFrom('pseuds').where('user_id', '=', id).execute();
  await transaction.deleteFrom('user_roles').where('user_id', '=', id).execute();
  await transaction.deleteFrom('used_logins').where('user_id', '=', id).execute();
  await transaction.deleteFrom('users').where('id', '=', id).execute();
}

export async function insertUsedLogin(
  transaction: Transaction,
  used: { readonly loginKey: string; readonly look: string; readonly userId: UserId },
  at: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('used_logins')
    .values({ login_key: used.loginKey, look_key: used.look, user_id: used.userId, at })
    .execute();
}

/** Whether the name was ever given to anybody. */
export async function isLoginUsed(reader: Reader, key: string): Promise<boolean> {
  const row = await reader
    .selectFrom('used_logins')
    .select('user_id')
    .where('login_key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a log-in name of somebody else, past ones too, looks like that. */
export async function isLookOfOthersLogin(
  reader: Reader,
  look: string,
  owner: UserId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('used_logins')
    .select('user_id')
    .where('look_key', '=', look)
    .where('user_id', '!=', owner)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the person may do beside what everybody may. */
export async function listRoles(reader: Reader, userId: UserId): Promise<Role[]> {
  const rows = await reader
    .selectFrom('user_roles')
    .select('role')
    .where('user_id', '=', userId)
    .orderBy('role')
    .execute();
  return rows.map((row) => row.role);
}

export async function insertRole(
  transaction: Transaction,
  userId: UserId,
  role: Role,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('user_roles')
    .values({ user_id: userId, role, given_at: at })
    .execute();
}

export async function deleteRole(
  transaction: Transaction,
  userId: UserId,
  role: Role,
): Promise<void> {
  await transaction
    .deleteFrom('user_roles')
    .where('user_id', '=', userId)
    .where('role', '=', role)
    .execute();
}

/** Admins who can log in now. */
export async function listOpenAdmins(reader: Reader): Promise<UserId[]> {
  const rows = await reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select('users.id')
    .where('user_roles.role', '=', 'admin')
    .where('users.state', '=', 'open')
    .where('users.leaving_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Admins who can log in and act now; one whose suspension is over counts when it is lifted. */
export async function listActingAdmins(reader: Reader): Promise<UserId[]> {
  const rows = await reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .leftJoin('bars', 'bars.user_id', 'users.id')
    .select('users.id')
    .where('user_roles.role', '=', 'admin')
    .where('users.state', '=', 'open')
    .where('users.leaving_at', 'is', null)
    .where('bars.user_id', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Whether anybody has an account: an archive without people is a new one. */
export async function hasPeople(reader: Reader): Promise<boolean> {
  const row = await reader.selectFrom('users').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
