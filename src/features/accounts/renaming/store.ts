// SQL of log-in names that people had before.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

/** Whose the name is or was; null: nobody's ever. */
export async function findUsedLogin(reader: Reader, key: string): Promise<UserId | null> {
  const row = await reader
    .selectFrom('used_logins')
    .select('user_id')
    .where('login_key', '=', key)
    .executeTakeFirst();
  return row?.user_id ?? null;
}

/** Who had the name before, as they are called now; null for a name that is somebody's. */
export async function findRenamed(reader: Reader, key: string): Promise<string | null> {
  const row = await reader
    .selectFrom('used_logins')
    .innerJoin('users', 'users.id', 'used_logins.user_id')
    .select('users.login')
    .where('used_logins.login_key', '=', key)
    .whereRef('users.login_key', '<>', 'used_logins.login_key')
    .where('users.erased_at', 'is', null)
    .executeTakeFirst();
  return row?.login ?? null;
}

/** When the person was last given another name; null: they have the one they registered. */
export async function readRenamedAt(reader: Reader, user: UserId): Promise<Milliseconds | null> {
  const rows = await reader
    .selectFrom('used_logins')
    .select('at')
    .where('user_id', '=', user)
    .orderBy('at', 'desc')
    .limit(2)
    .execute();
  return rows.length < 2 ? null : (rows[0]?.at ?? null);
}

/** The name is theirs for ever; one they had before counts from now. */
export async function putUsedLogin(
  transaction: Transaction,
  used: { readonly loginKey: string; readonly look: string; readonly userId: UserId },
  at: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('used_logins')
    .values({ login_key: used.loginKey, look_key: used.look, user_id: used.userId, at })
    .onConflict((conflict) => conflict.column('login_key').doUpdateSet({ at }))
    .execute();
}
