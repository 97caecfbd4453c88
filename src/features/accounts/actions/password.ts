// A new password: by someone who knows the old one, or by the link in a mail. Either ends every
// session and tells the owner.

import { hashToken } from '../../../kit/ids/index.ts';
import { queueMail } from '../../../kit/mail/index.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { countMail } from '../deliver.ts';
import { type Browser, type Entering, type Entry, enterUntold } from '../devices/enter.ts';
import { deleteDevicesOf } from '../devices/store.ts';
import { resetsOfAddress, sessionMs } from '../limits.ts';
import * as mails from '../mails.ts';
import { text } from '../messages.ts';
import { done, type Fault, fault, type Outcome, waitFault } from '../outcome.ts';
import { deletePasskeysOf, listPasskeys } from '../passkeys/store.ts';
import { passwordProblem } from '../passwords.ts';
import type { UsersTable } from '../schema.ts';
import { dropLinks, findLink } from '../store/links.ts';
import { findUser, updateUser } from '../store/people.ts';
import { deleteSessionsOf, listSessions, revokeTokensOf } from '../store/sessions.ts';
import { subscriberOf, takeTries, trySubject } from '../throttle.ts';
import { dropSecondStep } from '../two-step/actions.ts';
import { hasSecondStep } from '../two-step/store.ts';
import { checkCurrentPassword } from './current-password.ts';
import { makeLink, takeLink } from './links.ts';
import { findByNameOrEmail } from './sign-in.ts';

export type PasswordChange = Browser & {
  readonly current: string;
  readonly next: string;
  /** Whether app passwords and tokens of programs end too. */
  readonly endsTokens: boolean;
  /** The session that asks: the new one lasts as long as it would have. */
  readonly session: string;
};

/** Changes the member's password and opens their one new session. */
export async function changePassword(
  parts: Parts,
  member: Member,
  change: PasswordChange,
): Promise<Outcome<{ readonly entry: Entry; readonly remember: boolean }>> {
  const checked = await checkCurrentPassword(parts, member.userId, change.current);
  if (!checked.ok) return checked;
  const user = checked.value;
  const problem = await passwordProblem(parts, change.next, user);
  if (problem !== null) return fault('user[password]', problem);
  const passwordHash = await hashPassword(change.next);
  const asking = hashToken(change.session);
  const value = await parts.database.write(async (transaction) => {
    const open = await listSessions(transaction, user.id, parts.clock.now());
    const current = open.find((session) => session.token_hash === asking);
    const lasts = current === undefined ? 0 : current.expires_at - current.created_at;
    const remember = lasts > sessionMs;
    if (change.endsTokens) await revokeTokensOf(transaction, user.id, parts.clock.now());
    const entering = { ...change, remember };
    const entry = await putPassword(transaction, parts, user.id, passwordHash, entering);
    await tellOwner(transaction, parts, user);
    return { entry, remember };
  });
  return done(value);
}

/**
 * Sends a link for a new password, if the name or address is an account's with a mail address.
 * The answer is the same if not; a fault only for too many tries.
 */
export async function requestReset(
  parts: Parts,
  wish: { readonly name: string; readonly clientAddress: string },
): Promise<Outcome<null>> {
  const subject = trySubject(parts, 'reset', subscriberOf(wish.clientAddress));
  const wait = await takeTries(parts, [{ subject, limit: resetsOfAddress }]);
  if (wait !== null) return waitFault(wait, text.tooManyTries());
  const user = await findByNameOrEmail(parts.database.read, wish.name);
  const known = user?.state === 'open' && user.email !== null ? user : null;
  // What is done for nobody is the same: a link that leads nowhere, a mail that is not sent.
  const hasRoom = await countMail(parts, known?.email ?? wish.name);
  await parts.database.write(async (transaction) => {
    const link = { purpose: 'new-password', userId: known?.id ?? null } as const;
    const token = await makeLink(transaction, parts, link);
    const to = { to: known?.email ?? '', login: known?.login ?? '', url: parts.settings.url };
    const mail = mails.resetPassword({ ...to, token });
    await queueMail(transaction, parts, known !== null && hasRoom ? mail : null);
  });
  return done(null);
}

/** What the page of a reset link shows; null for a link that cannot be used. */
export async function readResetLink(
  { database, clock }: Parts,
  token: string,
): Promise<{ readonly hasPasskeys: boolean } | null> {
  const link = await findLink(database.read, hashToken(token), 'new-password', clock.now());
  if (link === null) return null;
  const passkeys = link.user_id === null ? [] : await listPasskeys(database.read, link.user_id);
  return { hasPasskeys: passkeys.length > 0 };
}

/**
 * Sets the password of the account whose link it is and opens a session; none where a second step
 * has to come first, which a mail alone must not get round.
 */
export async function resetPassword(
  parts: Parts,
  wish: Browser & {
    readonly token: string;
    readonly password: string;
    /** Whether passkeys go too: whoever had the old password may have added one. */
    readonly dropsPasskeys: boolean;
  },
): Promise<Outcome<{ readonly login: string; readonly entry: Entry | null }>> {
  const { database, clock } = parts;
  const hash = hashToken(wish.token);
  const link = await findLink(database.read, hash, 'new-password', clock.now());
  const user = link?.user_id == null ? null : await findUser(database.read, link.user_id);
  if (user === null || user.state !== 'open') return fault('', text.linkGone());
  const problem = await passwordProblem(parts, wish.password, user);
  if (problem !== null) return fault('user[password]', problem);
  const passwordHash = await hashPassword(wish.password);
  const opened = await database.write(async (transaction) => {
    if ((await takeLink(transaction, parts, 'new-password', wish.token)) === null) return null;
    await tellOwner(transaction, parts, user);
    await revokeTokensOf(transaction, user.id, clock.now());
    await replaceHash(transaction, user.id, passwordHash);
    if (wish.dropsPasskeys) await deletePasskeysOf(transaction, user.id);
    if (await hasSecondStep(transaction, user.id)) return { entry: null };
    return { entry: await enterUntold(transaction, parts, user.id, wish) };
  });
  if (opened === null) return fault('', text.linkGone());
  return done({ login: user.login, entry: opened.entry });
}

/** Sets a password by the operator's word; every session and token ends. */
export async function setPassword(
  parts: Parts,
  user: UsersTable,
  password: string,
  off: { readonly codesOff?: boolean; readonly passkeysOff?: boolean } = {},
): Promise<Fault | null> {
  const problem = await passwordProblem(parts, password, user);
  if (problem !== null) return fault('user[password]', problem);
  const passwordHash = await hashPassword(password);
  await parts.database.write(async (transaction) => {
    await revokeTokensOf(transaction, user.id, parts.clock.now());
    await replaceHash(transaction, user.id, passwordHash);
    if (off.codesOff) await dropSecondStep(transaction, parts, user.id);
    if (off.passkeysOff) await deletePasskeysOf(transaction, user.id);
  });
  return null;
}

async function putPassword(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  passwordHash: string,
  entering: Entering,
): Promise<Entry> {
  await replaceHash(transaction, userId, passwordHash);
  return enterUntold(transaction, parts, userId, entering);
}

async function replaceHash(
  transaction: Transaction,
  userId: UserId,
  passwordHash: string,
): Promise<void> {
  await updateUser(transaction, userId, { password_hash: passwordHash });
  await deleteSessionsOf(transaction, userId);
  // Whoever knew the old password may have logged in from one: the next log-in there is told.
  await deleteDevicesOf(transaction, userId);
  await dropLinks(transaction, 'new-password', userId);
  // Asked for by whoever knew the old password: it would hand the account to another address.
  await dropLinks(transaction, 'new-email', userId);
}

async function tellOwner(
  transaction: Transaction,
  parts: Parts,
  { email, login }: UsersTable,
): Promise<void> {
  if (email === null) return;
  const mail = mails.passwordChanged({ to: email, login, url: parts.settings.url });
  await queueMail(transaction, parts, mail);
}
