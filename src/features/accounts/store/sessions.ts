// SQL of sessions and of the tokens that programs show.
import type { Insertable, Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Bar } from '../../../shared/viewer.ts';
import { barAt } from '../bars/store.ts';
import type { ApiTokensTable, SessionsTable, UsersTable } from '../schema.ts';

type Holder = Pick<UsersTable, 'id' | 'login' | 'adult_consent' | 'reading'>;

/** Who holds the session, if it has not expired and its account is open. */
export async function findSessionHolder(
  reader: Reader,
  tokenHash: string,
  now: Milliseconds,
): Promise<(Holder & { readonly seenAt: Milliseconds; readonly bar: Bar | null }) | null> {
  const row = await reader
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .leftJoin('bars', 'bars.user_id', 'users.id')
    .select(['users.id', 'users.login', 'users.adult_consent', 'users.reading'])
    .select(['sessions.seen_at as seenAt', 'bars.kind', 'bars.until'])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('users.state', '=', 'open')
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kind, until, ...holder } = row;
  return { ...holder, bar: barAt({ kind, until }, now) };
}

/** The newest first. */
export async function listSessions(
  reader: Reader,
  userId: UserId,
  now: Milliseconds,
): Promise<SessionsTable[]> {
  return reader
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('token_hash')
    .execute();
}

export async function insertSession(
  transaction: Transaction,
  session: Insertable<SessionsTable>,
): Promise<void> {
  await transaction.insertInto('sessions').values(session).execute();
}

export async function updateSeenAt(
  transaction: Transaction,
  tokenHash: string,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('sessions')
    .set({ seen_at: at })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function deleteSession(transaction: Transaction, tokenHash: string): Promise<void> {
  await transaction.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends one session of that person, or none if it is another's. */
export async function deleteSessionOf(
  transaction: Transaction,
  userId: UserId,
  tokenHash: string,
): Promise<void> {
  await transaction
    .deleteFrom('sessions')
    .where('token_hash', '=', tokenHash)
    .where('user_id', '=', userId)
    .execute();
}

/** Ends the sessions of that person, but for `keptHash` if it is given. */
export async function deleteSessionsOf(
  transaction: Transaction,
  userId: UserId,
  keptHash = '',
): Promise<void> {
  await transaction
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('token_hash', '!=', keptHash)
    .execute();
}

export async function deleteExpiredSessionsOf(
  transaction: Transaction,
  userId: UserId,
  now: Milliseconds,
): Promise<void> {
  await transaction
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('expires_at', '<=', now)
    .execute();
}

/** Who holds the token with that hash, if it is not revoked and its account is open. */
export async function findTokenHolder(
  reader: Reader,
  by: 'token_hash' | 'md5_hash',
  hash: string,
): Promise<TokenHolder | null> {
  const row = await reader
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select(['users.id', 'users.login', 'users.adult_consent'])
    .select(['api_tokens.id as tokenId', 'api_tokens.scopes', 'api_tokens.used_at as usedAt'])
    .select('api_tokens.md5_hash as md5Hash')
    .where(`api_tokens.${by}`, '=', hash)
    .where('api_tokens.revoked_at', 'is', null)
    .where('users.state', '=', 'open')
    .executeTakeFirst();
  if (row === undefined) return null;
  const { md5Hash, ...holder } = row;
  return { ...holder, isAppPassword: md5Hash !== null };
}

type TokenHolder = Omit<Holder, 'reading'> &
  Pick<ApiTokensTable, 'scopes'> & {
    readonly tokenId: number;
    readonly usedAt: Milliseconds | null;
    readonly isAppPassword: boolean;
  };

export async function updateTokenUsedAt(
  transaction: Transaction,
  tokenId: number,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('api_tokens')
    .set({ used_at: at })
    .where('id', '=', tokenId)
    .execute();
}

/** Tokens in force, the newest first. */
export async function listTokens(reader: Reader, userId: UserId): Promise<ApiTokensTable[]> {
  return reader
    .selectFrom('api_tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function insertToken(
  transaction: Transaction,
  token: Insertable<ApiTokensTable>,
): Promise<void> {
  await transaction.insertInto('api_tokens').values(token).execute();
}

/** Revokes every token of the person. */
export async function revokeTokensOf(
  transaction: Transaction,
  userId: UserId,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function revokeTokenOf(
  transaction: Transaction,
  userId: UserId,
  tokenId: number,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('id', '=', tokenId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute();
}
