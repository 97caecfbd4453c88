// Links that work once: made, looked at (GET changes nothing) and used (POST).
import { hashToken, randomToken } from '../../../kit/ids/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { linkMs } from '../limits.ts';
import type { OneTimeLinksTable } from '../schema.ts';
import { dropLinks, findLink, insertLink, type LinkPurpose, useLink } from '../store/links.ts';

export type LinkFor = {
  readonly purpose: LinkPurpose;
  readonly userId: UserId | null;
  readonly email?: string;
};

/** Makes a link and returns its token, 128 random bits; the earlier ones for the same are gone. */
export async function makeLink(
  transaction: Transaction,
  parts: Parts,
  { purpose, userId, email }: LinkFor,
): Promise<string> {
  const token = randomToken(parts.random, 128);
  const now = parts.clock.now();
  await dropLinks(transaction, purpose, userId);
  await insertLink(transaction, {
    token_hash: hashToken(token),
    purpose,
    user_id: userId,
    email: email ?? null,
    created_at: now,
    expires_at: now + linkMs,
    used_at: null,
  });
  return token;
}

/** Whether the link can still be used. */
export async function isLinkGood(
  parts: Parts,
  purpose: LinkPurpose,
  token: string,
): Promise<boolean> {
  const { database, clock } = parts;
  return (await findLink(database.read, hashToken(token), purpose, clock.now())) !== null;
}

/** Uses the link up; null if it cannot be used. A transaction that then fails gives it back. */
export async function takeLink(
  transaction: Transaction,
  parts: Parts,
  purpose: LinkPurpose,
  token: string,
): Promise<OneTimeLinksTable | null> {
  const hash = hashToken(token);
  const now = parts.clock.now();
  const link = await findLink(transaction, hash, purpose, now);
  return link !== null && (await useLink(transaction, hash, now)) ? link : null;
}
