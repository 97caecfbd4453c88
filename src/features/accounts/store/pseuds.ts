// SQL of pseuds.
import type { Insertable, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, UserId } from '../../../shared/ids.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { isLoginText, loginKey, nameLook, pseudFault, pseudKey, tidyPseud } from '../names.ts';
import { maySee, type OwnPseud, type Pseud } from '../person.ts';
import type { PseudsTable } from '../schema.ts';

/** The pseuds of a person, the default first, then the oldest first. */
export async function listPseuds(reader: Reader, userId: UserId): Promise<OwnPseud[]> {
  const rows = await selectPseuds(reader)
    .where('pseuds.user_id', '=', userId)
    .orderBy('pseuds.is_default', 'desc')
    .orderBy('pseuds.created_at')
    .orderBy('pseuds.id')
    .execute();
  return rows.map(asOwnPseud);
}

/** For bylines. Ids that are nobody's are left out; the order is the database's. */
export async function pseudsByIds(reader: Reader, ids: readonly PseudId[]): Promise<Pseud[]> {
  if (ids.length === 0) return [];
  const rows = await selectPseuds(reader).where('pseuds.id', 'in', ids).execute();
  return rows.map(({ id, name, userId, login }) => ({ id, name, userId, login }));
}

/** A pseud by its address, both names in any case; null when the viewer may not see the person. */
export async function findPseud(
  reader: Reader,
  viewer: Viewer,
  login: string,
  pseudName: string,
): Promise<OwnPseud | null> {
  const name = tidyPseud(pseudName);
  if (!isLoginText(login) || pseudFault(name) !== null) return null;
  const row = await selectPseuds(reader)
    .where('users.login_key', '=', loginKey(login))
    .where('users.state', '!=', 'pending')
    .where('pseuds.name_key', '=', pseudKey(name))
    .executeTakeFirst();
  if (row === undefined) return null;
  return maySee(viewer, { id: row.userId, hidden: row.hidden === 1 }) ? asOwnPseud(row) : null;
}

/**
 * Whom a name means: `moth (ada)` the pseud moth of ada, else a log-in name, else a pseud that only
 * one person has. Accounts that are not open, and people whom the viewer may not see, are nobody.
 */
export async function findPseudCalled(
  reader: Reader,
  viewer: Viewer,
  name: string,
): Promise<OwnPseud | 'nobody' | 'several'> {
  const both = /^(.+) \(([A-Za-z0-9_]+)\)$/u.exec(name.trim());
  const tidy = tidyPseud(both?.[1] ?? name);
  if (pseudFault(tidy) !== null) return 'nobody';
  const rows = await selectPseuds(reader)
    .where('users.state', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('users.login_key', '=', loginKey(both?.[2] ?? tidy)),
        // The index is on the look; the key says whether it is the very name.
        eb('pseuds.look_key', '=', nameLook(tidy)),
      ]),
    )
    .select(['users.login_key as loginKey', 'pseuds.name_key as nameKey'])
    .orderBy('pseuds.is_default', 'desc')
    .orderBy('pseuds.id')
    .limit(namesakesMax)
    .execute();
  const seen = rows.filter(({ userId, hidden }) =>
    maySee(viewer, { id: userId, hidden: hidden === 1 }),
  );
  const named = seen.filter(({ nameKey }) => nameKey === pseudKey(tidy));
  if (both !== null) {
    const exact = named.find((row) => row.loginKey === loginKey(both[2] ?? ''));
    return exact === undefined ? 'nobody' : asOwnPseud(exact);
  }
  const ofLogin = seen.filter((row) => row.loginKey === loginKey(tidy));
  const [first] = ofLogin.length > 0 ? ofLogin : named;
  if (first === undefined) return 'nobody';
  const people = new Set(named.map(({ userId }) => userId));
  return ofLogin.length === 0 && people.size > 1 ? 'several' : asOwnPseud(first);
}

// Enough to hold all pseuds of one person beside those who share a name.
const namesakesMax = 200;

/** A person's pseud by the key of its name. */
export async function findOwnPseud(
  reader: Reader,
  userId: UserId,
  key: string,
): Promise<{ readonly id: PseudId; readonly name: string } | null> {
  const row = await reader
    .selectFrom('pseuds')
    .select(['id', 'name'])
    .where('user_id', '=', userId)
    .where('name_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a pseud of somebody else looks like that. */
export async function isLookOfOthersPseud(
  reader: Reader,
  look: string,
  owner: UserId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('pseuds')
    .select('id')
    .where('look_key', '=', look)
    .where('user_id', '!=', owner)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPseud(
  transaction: Transaction,
  pseud: Insertable<PseudsTable>,
): Promise<void> {
  await transaction.insertInto('pseuds').values(pseud).execute();
}

export async function updatePseud(
  transaction: Transaction,
  id: PseudId,
  change: Partial<Pick<PseudsTable, 'name' | 'name_key' | 'look_key' | 'description'>>,
): Promise<void> {
  await transaction.updateTable('pseuds').set(change).where('id', '=', id).execute();
}

export async function setDefaultPseud(
  transaction: Transaction,
  userId: UserId,
  id: PseudId,
): Promise<void> {
  // Two statements: the unique index allows one default at any moment.
  await transaction
    .updateTable('pseuds')
    .set({ is_default: 0 })
    .where('user_id', '=', userId)
    .where('is_default', '=', 1)
    .execute();
  await transaction.updateTable('pseuds').set({ is_default: 1 }).where('id', '=', id).execute();
}

function selectPseuds(reader: Reader) {
  return reader
    .selectFrom('pseuds')
    .innerJoin('users', 'users.id', 'pseuds.user_id')
    .select([
      'pseuds.id',
      'pseuds.name',
      'pseuds.user_id as userId',
      'pseuds.description',
      'pseuds.is_default as isDefault',
      'users.login',
      'users.hidden',
    ]);
}

type PseudRow = Omit<OwnPseud, 'isDefault'> & { readonly isDefault: 0 | 1 };

function asOwnPseud({ id, name, userId, login, description, isDefault }: PseudRow): OwnPseud {
  return { id, name, userId, login, description, isDefault: isDefault === 1 };
}
