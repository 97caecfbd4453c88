// Personal tokens for programs.
import { hashToken, randomToken } from '../../../kit/ids/index.ts';
import type { Milliseconds, Reader } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { seenEveryMs, tokenLabelMost } from '../limits.ts';
import { type ApiScope, isApiScope } from '../person.ts';
import { readMember } from '../store/people.ts';
import {
  findTokenHolder,
  insertToken,
  revokeTokenOf,
  updateTokenUsedAt,
} from '../store/sessions.ts';

/** Who a bearer token stands for, and what it may be used for. */
export type TokenIdentity = {
  readonly member: Member;
  readonly tokenId: number;
  readonly usedAt: Milliseconds | null;
  readonly scopes: ReadonlySet<ApiScope>;
};

// So that people and secret scanners know what they have found.
const prefix = 'inkstead_';

/** Who a bearer token stands for; null when it is unknown, revoked, or its account not open. */
export async function identifyToken(reader: Reader, bearer: string): Promise<TokenIdentity | null> {
  if (!bearer.startsWith(prefix)) return null;
  const holder = await findTokenHolder(reader, 'token_hash', hashToken(bearer));
  if (holder === null || holder.isAppPassword) return null;
  const scopes = new Set(holder.scopes.split(',').filter(isApiScope));
  const { tokenId, usedAt } = holder;
  return { member: await readMember(reader, holder), tokenId, usedAt, scopes };
}

/** Notes that the token is in use, at most once an hour. */
export async function touchToken(
  parts: Parts,
  { tokenId, usedAt }: Pick<TokenIdentity, 'tokenId' | 'usedAt'>,
): Promise<void> {
  const now = parts.clock.now();
  if (usedAt !== null && now - usedAt < seenEveryMs) return;
  await parts.database.write((transaction) => updateTokenUsedAt(transaction, tokenId, now));
}

/**
 * Makes a token and returns it; only its hash is kept. A scope allows nothing that the person's
 * roles do not.
 */
export async function createToken(
  parts: Parts,
  userId: UserId,
  scopes: readonly ApiScope[],
  label: string,
): Promise<string> {
  const token = `${prefix}${randomToken(parts.random, 256)}`;
  await parts.database.write((transaction) =>
    insertToken(transaction, {
      id: parts.ids.next(),
      user_id: userId,
      token_hash: hashToken(token),
      scopes: [...new Set(scopes)].join(','),
      label: [...label].slice(0, tokenLabelMost).join(''),
      created_at: parts.clock.now(),
      revoked_at: null,
      md5_hash: null,
      used_at: null,
    }),
  );
  return token;
}

/** Ends one token of the member; another's is left alone. */
export async function revokeToken(parts: Parts, member: Member, tokenId: number): Promise<void> {
  const now = parts.clock.now();
  await parts.database.write((transaction) =>
    revokeTokenOf(transaction, member.userId, tokenId, now),
  );
}
