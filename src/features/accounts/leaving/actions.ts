// The end of an account: it closes when its owner asks, opens again if they log in within the days
// they have, and is then emptied. What goes with it elsewhere is said by the erasure.
import { askForJob } from '../../../kit/jobs/index.ts';
import { queueMail } from '../../../kit/mail/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { text as accountText } from '../messages.ts';
import { done, fault, type Outcome } from '../outcome.ts';
import { findUser, listActingAdmins } from '../store/people.ts';
import { deleteSessionsOf, revokeTokensOf } from '../store/sessions.ts';
import * as mails from './mails.ts';
import * as store from './store.ts';

/** Asked for when somebody logs in to an account that was to be erased. */
export const comingBack = { name: 'come back' } as const;

/**
 * Closes the account until `dueAt`: every session and token ends, and a mail says how to come back.
 * A fault for the last admin.
 */
export async function beginLeaving(
  transaction: Transaction,
  parts: Parts,
  member: Member,
  dueAt: number,
): Promise<Outcome<null>> {
  const now = parts.clock.now();
  const { userId, login } = member;
  // First, for its lock: of two admins who leave at once one stays.
  await recordChange(transaction, 'user', [userId], now);
  const admins = await listActingAdmins(transaction);
  if (admins.includes(userId) && admins.length === 1) return fault('', accountText.lastAdmin());
  await store.setLeaving(transaction, userId, now);
  await deleteSessionsOf(transaction, userId);
  await revokeTokensOf(transaction, userId, now);
  const user = await findUser(transaction, userId);
  if (user !== null && user.email !== null) {
    const to = { to: user.email, login, url: parts.settings.url };
    await queueMail(transaction, parts, mails.leaving({ ...to, dueAt }));
  }
  return done(null);
}

/** Whoever logs in stays. */
export async function stay(transaction: Transaction, parts: Parts, userId: UserId): Promise<void> {
  if (!(await store.endLeaving(transaction, userId))) return;
  const now = parts.clock.now();
  await askForJob(transaction, comingBack, userId, now);
  await recordChange(transaction, 'user', [userId], now);
}

/** Whether the account waits to be erased; from then on nobody can log in to it. */
export async function closeForGood(
  transaction: Transaction,
  userId: UserId,
  now: number,
): Promise<boolean> {
  const closed = await store.closeLeaving(transaction, userId);
  if (closed) await recordChange(transaction, 'user', [userId], now);
  return closed;
}

/**
 * Empties the account: what is left of it is a number, and the names nobody may have again. Every
 * row that refers to its pseuds is gone before.
 */
export async function eraseAccount(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
): Promise<void> {
  const now = parts.clock.now();
  const user = await findUser(transaction, userId);
  if (user === null) return;
  await store.emptyAccount(transaction, userId, now);
  await recordChange(transaction, 'user', [userId], now);
  if (user.email === null) return;
  const to = { to: user.email, login: user.login, url: parts.settings.url };
  await queueMail(transaction, parts, mails.erased(to));
}
