// Who a cookie or a bearer token stands for, and the opening and closing of sessions.
import { hashToken, randomToken } from '../../../kit/ids/index.ts';
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import { secondMs } from '../../../kit/time/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Bar, Member } from '../../../shared/viewer.ts';
import { deleteDevicesOf } from '../devices/store.ts';
import { isSessionToken } from '../form-tokens.ts';
import { stay } from '../leaving/actions.ts';
import { clientMost, rememberedSessionMs, seenEveryMs, sessionMs } from '../limits.ts';
import { readMember } from '../store/people.ts';
import * as store from '../store/sessions.ts';

/** Who a session stands for. */
export type Identity = {
  readonly member: Member;
  /** `formatReading` of the account, or null while they have chosen nothing. */
  readonly reading: string | null;
  readonly seenAt: Milliseconds;
  readonly bar: Bar | null;
};

/**
 * The member whose session the cookie's value is; null for anything else: a guest's, expired,
 * closed, or of an account that is not open. Hidden people can still log in.
 */
export async function identifySession(
  reader: Reader,
  token: string,
  now: Milliseconds,
): Promise<Identity | null> {
  if (!isSessionToken(token)) return null;
  const holder = await store.findSessionHolder(reader, hashToken(token), now);
  if (holder === null) return null;
  const member = await readMember(reader, holder);
  return { member, reading: holder.reading, seenAt: holder.seenAt, bar: holder.bar };
}

/** Notes that the session is in use, at most once an hour. */
export async function touchSession(
  parts: Parts,
  token: string,
  seenAt: Milliseconds,
): Promise<void> {
  const now = parts.clock.now();
  if (now - seenAt < seenEveryMs) return;
  await parts.database.write((transaction) =>
    store.updateSeenAt(transaction, hashToken(token), now),
  );
}

/** How long a session should live, and who opens it. */
export type SessionWishes = {
  /** Three months instead of two weeks. */
  readonly remember?: boolean;
  /** The browser's name for itself, for the list of sessions. */
  readonly client?: string;
};

/** How long a session lives, in seconds: what the cookie's Max-Age says. */
export function sessionSeconds(remember = false): number {
  return (remember ? rememberedSessionMs : sessionMs) / secondMs;
}

/** Opens a session and returns its token, 256 random bits: the cookie's value. */
export async function openSession(
  parts: Parts,
  userId: UserId,
  wishes: SessionWishes = {},
): Promise<string> {
  return parts.database.write((transaction) => startSession(transaction, parts, userId, wishes));
}

/** The same inside a transaction that does more, such as the change of a password. */
export async function startSession(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  { remember = false, client = '' }: SessionWishes,
): Promise<string> {
  const token = randomToken(parts.random, 256);
  const now = parts.clock.now();
  await stay(transaction, parts, userId);
  await store.deleteExpiredSessionsOf(transaction, userId, now);
  await store.insertSession(transaction, {
    token_hash: hashToken(token),
    user_id: userId,
    created_at: now,
    seen_at: now,
    expires_at: now + sessionSeconds(remember) * secondMs,
    client: [...client.toWellFormed().replaceAll('\0', '')].slice(0, clientMost).join(''),
  });
  return token;
}

/** Ends the session of that token; an unknown one changes nothing. */
export async function closeSession(parts: Parts, token: string): Promise<void> {
  await parts.database.write((transaction) => store.deleteSession(transaction, hashToken(token)));
}

/** Ends every session of the person. */
export async function closeAllSessions(parts: Parts, userId: UserId): Promise<void> {
  await parts.database.write((transaction) => store.deleteSessionsOf(transaction, userId));
}

/** Ends one session of the member by the hash of its token; another's is left alone. */
export async function closeSessionOf(
  parts: Parts,
  member: Member,
  tokenHash: string,
): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(tokenHash)) return;
  await parts.database.write((transaction) =>
    store.deleteSessionOf(transaction, member.userId, tokenHash),
  );
}

/** Ends every session of the member but the one that asks, whose device alone stays known. */
export async function closeOtherSessions(
  parts: Parts,
  { userId }: Member,
  token: string,
  device: string | null = null,
): Promise<void> {
  await parts.database.write(async (transaction) => {
    await store.deleteSessionsOf(transaction, userId, hashToken(token));
    await deleteDevicesOf(transaction, userId, hashToken(device ?? ''));
  });
}
