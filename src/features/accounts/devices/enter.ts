// The end of every log-in: the session, and the browser that is known from then on. Whoever logs
// in from one that the account does not know is told of by mail.
import { hashToken, randomToken } from '../../../kit/ids/index.ts';
import { queueMail } from '../../../kit/mail/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import { hourMs } from '../../../kit/time/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { startSession } from '../actions/sessions.ts';
import { canMail } from '../deliver.ts';
import type { UsersTable } from '../schema.ts';
import { deleteSession } from '../store/sessions.ts';
import { deviceMs, devicesMost, newLogInMailsMost } from './limits.ts';
import { newLogIn } from './mails.ts';
import * as store from './store.ts';

/** Which browser asks. */
export type Browser = {
  /** Its name for itself. */
  readonly client: string;
  /** The word in its device cookie; null for none. */
  readonly device: string | null;
};

export type Entering = Browser & {
  readonly remember?: boolean;
  /** The session that the cookie held: it ends, so that nobody keeps one they planted. */
  readonly formerSession?: string | null;
};

/** What the browser is given: the values of its two cookies. */
export type Entry = { readonly token: string; readonly device: string };

type Entrant = Pick<UsersTable, 'id' | 'login' | 'email' | 'time_zone'>;

/** Opens a session; a browser that the account does not know is told of to the owner. */
export async function enter(
  transaction: Transaction,
  parts: Parts,
  user: Entrant,
  entering: Entering,
): Promise<Entry> {
  const { isNew, ...entry } = await begin(transaction, parts, user.id, entering);
  if (isNew) await tellOwner(transaction, parts, user, entering.client);
  return entry;
}

/** The same where the owner knows: they have registered, or are told of a new password anyway. */
export async function enterUntold(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  entering: Entering,
): Promise<Entry> {
  const { token, device } = await begin(transaction, parts, userId, entering);
  return { token, device };
}

async function begin(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  { formerSession = null, ...entering }: Entering,
): Promise<Entry & { readonly isNew: boolean }> {
  if (formerSession !== null) await deleteSession(transaction, hashToken(formerSession));
  const token = await startSession(transaction, parts, userId, entering);
  return { token, ...(await knowDevice(transaction, parts, userId, entering.device)) };
}

/**
 * A browser gets a new word at each log-in, for all accounts that knew it: a word that somebody
 * planted or copied is worth nothing after that.
 */
async function knowDevice(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  sent: string | null,
): Promise<{ readonly device: string; readonly isNew: boolean }> {
  const now = parts.clock.now();
  const device = randomToken(parts.random, 256);
  await store.dropOldDevices(transaction, userId, now - deviceMs, devicesMost);
  const sentHash = sent !== null && isDeviceWord(sent) ? hashToken(sent) : null;
  const isNew = sentHash === null || !(await store.isKnownDevice(transaction, userId, sentHash));
  if (sentHash !== null) await store.renameDevice(transaction, sentHash, hashToken(device));
  await store.putDevice(transaction, {
    user_id: userId,
    device_hash: hashToken(device),
    known_at: now,
    seen_at: now,
  });
  return { device, isNew };
}

function isDeviceWord(word: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(word);
}

async function tellOwner(
  transaction: Transaction,
  parts: Parts,
  user: Entrant,
  client: string,
): Promise<void> {
  // Where mail stays in the outbox nobody would read it in time.
  if (user.email === null || !canMail(parts)) return;
  const at = parts.clock.now();
  const recent = await store.countNewDevices(transaction, user.id, at - hourMs);
  if (recent > newLogInMailsMost) return;
  const { url } = parts.settings;
  await queueMail(transaction, parts, newLogIn({ user, to: user.email, url, client, at }));
}
