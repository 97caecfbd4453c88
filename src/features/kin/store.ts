// SQL of next of kin.
import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { KinTable } from './schema.ts';

/** A naming with the log-in names of both. */
export type Kinship = KinTable & { readonly holder: string; readonly kin: string };

/** Of a holder. */
export async function findKinship(reader: Reader, holder: UserId): Promise<Kinship | null> {
  const row = await select(reader).where('kin.user_id', '=', holder).executeTakeFirst();
  return row ?? null;
}

/** Those who have named the person, by name. */
export async function listNaming(reader: Reader, kin: UserId): Promise<Kinship[]> {
  return select(reader).where('kin.kin_id', '=', kin).orderBy('holder.login_key').execute();
}

/** Asked and not yet granted, the oldest first. */
export async function listAsking(reader: Reader): Promise<Kinship[]> {
  return select(reader)
    .where('kin.asked_at', 'is not', null)
    .where('kin.granted_at', 'is', null)
    .orderBy('kin.asked_at')
    .execute();
}

function select(reader: Reader) {
  return reader
    .selectFrom('kin')
    .innerJoin('users as holder', 'holder.id', 'kin.user_id')
    .innerJoin('users as named', 'named.id', 'kin.kin_id')
    .selectAll('kin')
    .select(['holder.login as holder', 'named.login as kin']);
}

export async function putKin(transaction: Transaction, row: KinTable): Promise<void> {
  await dropKin(transaction, row.user_id);
  await transaction.insertInto('kin').values(row).execute();
}

export async function dropKin(transaction: Transaction, holder: UserId): Promise<void> {
  await transaction.deleteFrom('kin').where('user_id', '=', holder).execute();
}

/** True if the holder still trusts that person: a step that came too late changes nothing. */
export async function changeKin(
  transaction: Transaction,
  { user_id, kin_id }: Pick<KinTable, 'user_id' | 'kin_id'>,
  change: Partial<Omit<KinTable, 'user_id' | 'kin_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('kin')
    .set(change)
    .where('user_id', '=', user_id)
    .where('kin_id', '=', kin_id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether the account was used since then, by a browser or by a program. */
export async function wasSeenSince(
  reader: Reader,
  user: UserId,
  moment: Milliseconds,
): Promise<boolean> {
  const row = await reader
    .selectFrom('users')
    .select('id')
    .where('id', '=', user)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('sessions')
            .select('sessions.user_id')
            .whereRef('sessions.user_id', '=', 'users.id')
            .where('sessions.seen_at', '>', moment),
        ),
        // Logged in and out again.
        eb.exists(
          eb
            .selectFrom('known_devices')
            .select('known_devices.user_id')
            .whereRef('known_devices.user_id', '=', 'users.id')
            .where('known_devices.seen_at', '>', moment),
        ),
        eb.exists(
          eb
            .selectFrom('api_tokens')
            .select('api_tokens.user_id')
            .whereRef('api_tokens.user_id', '=', 'users.id')
            .where('api_tokens.used_at', '>', moment),
        ),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Where mail for the person goes; null for none. */
export async function findMailAddress(reader: Reader, user: UserId): Promise<string | null> {
  const row = await reader
    .selectFrom('users')
    .select('email')
    .where('id', '=', user)
    .executeTakeFirst();
  return row?.email ?? null;
}
