// Registering: where mail can be sent the account opens by the link in it, elsewhere at once.
import { Refused } from '../../../kit/http/index.ts';
import { queueMail } from '../../../kit/mail/index.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import type { Milliseconds, Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { canMail, countMail } from '../deliver.ts';
import { type Browser, type Entry, enterUntold } from '../devices/enter.ts';
import { emailFault, emailKey } from '../emails.ts';
import { text as invitationText } from '../invitations/messages.ts';
import { isInvited, useUpInvitation } from '../invitations/use.ts';
import { linkMs, registrationsOfAddress } from '../limits.ts';
import * as mails from '../mails.ts';
import { text } from '../messages.ts';
import { done, type Fault, fault, type Outcome, waitFault } from '../outcome.ts';
import { passwordProblem } from '../passwords.ts';
import { readRegistration } from '../registration-mode.ts';
import { findLinkOf } from '../store/links.ts';
import * as store from '../store/people.ts';
import { subscriberOf, takeTries, trySubject } from '../throttle.ts';
import { makeLink, takeLink } from './links.ts';
import { createPerson, loginRuleProblem, type NewPerson } from './people.ts';

/** What the registration form sends, and where from. */
export type Registration = Browser & {
  readonly login: string;
  readonly email: string;
  readonly password: string;
  readonly acceptsPolicy: boolean;
  readonly oldEnough: boolean;
  /** The code of an invitation; needed while registration is by invitation. */
  readonly invitation?: string;
  readonly clientAddress: string;
};

/** The values of the cookies when the account is open; null while a mail is on its way. */
export type Registered = { readonly entry: Entry | null };

/**
 * Registers a person, or answers which fields may not do (`user[login]` and so on). Where mail can
 * be sent, an address that has an account gets a mail too and the answer is the same as for a new
 * one.
 */
export async function registerPerson(
  parts: Parts,
  wish: Registration,
): Promise<Outcome<Registered>> {
  const mode = await readRegistration(parts.database.read, parts.settings);
  if (mode === 'closed') return fault('', text.registrationClosed());
  if (mode === 'invite' && !(await isInvited(parts, wish.invitation ?? ''))) {
    return fault('', invitationText.codeGone());
  }
  const problems = await registrationProblems(parts, wish);
  if (problems.length > 0) return { ok: false, problems };
  const subscriber = subscriberOf(wish.clientAddress);
  const wait = await takeTries(parts, [
    { subject: trySubject(parts, 'register', subscriber), limit: registrationsOfAddress },
  ]);
  if (wait !== null) return waitFault(wait, text.tooManyTries());

  const passwordHash = await hashPassword(wish.password);
  try {
    return await (canMail(parts) ? registerByMail : registerAtOnce)(parts, wish, passwordHash);
  } catch (error) {
    return asFault(error);
  }
}

/** Opens the account of the link in the mail, and a session. */
export async function openAccount(
  parts: Parts,
  token: string,
  browser: Browser,
): Promise<Outcome<{ readonly login: string; readonly entry: Entry }>> {
  return parts.database.write(async (transaction) => {
    const link = await takeLink(transaction, parts, 'open-account', token);
    const user = link?.user_id == null ? null : await store.findUser(transaction, link.user_id);
    if (user === null || user.state !== 'pending') return fault('', text.linkGone());
    const email = link?.email ?? null;
    const key = email === null ? null : emailKey(email);
    if (key !== null && (await store.findUserByEmailKey(transaction, key)) !== null) {
      return fault('', text.linkGone());
    }
    await store.updateUser(transaction, user.id, { state: 'open', email, email_key: key });
    const entry = await enterUntold(transaction, parts, user.id, browser);
    return done({ login: user.login, entry });
  });
}

/** What is wrong with name, address and password in themselves. Field names as the form's. */
export async function accountProblems(
  parts: Parts,
  wish: { readonly login: string; readonly email: string; readonly password: string },
): Promise<Fault['problems']> {
  const faultOfEmail = emailFault(wish.email);
  const email = faultOfEmail && (faultOfEmail === 'long' ? text.emailLong() : text.emailForm());
  const found = {
    'user[login]': loginRuleProblem(wish.login),
    'user[email]': email,
    'user[password]': await passwordProblem(parts, wish.password, wish),
  };
  return Object.entries(found).flatMap(([field, detail]) => (detail ? [{ field, detail }] : []));
}

/** What createPerson refused, as problems of the form's fields; other errors are thrown on. */
export function asFault(error: unknown): Fault {
  if (!(error instanceof Refused) || error.options.errors === undefined) throw error;
  const problems = error.options.errors.map(({ field, detail }) => ({
    field: `user[${field}]`,
    detail,
  }));
  return { ok: false, problems };
}

async function registrationProblems(parts: Parts, wish: Registration): Promise<Fault['problems']> {
  const consents = [
    { field: 'user[policy]', detail: wish.acceptsPolicy ? '' : text.policyNeeded() },
    { field: 'user[age]', detail: wish.oldEnough ? '' : text.ageNeeded() },
  ];
  return [
    ...(await accountProblems(parts, wish)),
    ...consents.filter(({ detail }) => detail !== ''),
  ];
}

async function registerAtOnce(
  parts: Parts,
  wish: Registration,
  passwordHash: string,
): Promise<Outcome<Registered>> {
  return parts.database.write(async (transaction) => {
    await freePendingNames(transaction, parts.clock.now(), wish);
    const { email } = wish;
    const wanted = { ...newPerson(parts, wish, passwordHash), email, state: 'open' } as const;
    const { userId } = await createPerson(transaction, wanted);
    await useUpInvitation(transaction, parts, wish.invitation, userId);
    return done({ entry: await enterUntold(transaction, parts, userId, wish) });
  });
}

/**
 * A pending account takes its name at once and its mail address only when it opens: the link holds
 * that. So a name taken by way of an address that has an account looks the same from outside.
 */
async function registerByMail(
  parts: Parts,
  wish: Registration,
  passwordHash: string,
): Promise<Outcome<Registered>> {
  const { login, email } = wish;
  const { url } = parts.settings;
  const hasRoom = await countMail(parts, email);
  await parts.database.write(async (transaction) => {
    await freePendingNames(transaction, parts.clock.now(), wish);
    const wanted = { ...newPerson(parts, wish, passwordHash), email: null, state: 'pending' };
    const { userId } = await createPerson(transaction, wanted as NewPerson);
    await useUpInvitation(transaction, parts, wish.invitation, userId);
    const token = await makeLink(transaction, parts, { purpose: 'open-account', userId, email });
    const known = await store.findUserByEmailKey(transaction, emailKey(email));
    const mail =
      known === null
        ? mails.openAccount({ to: email, url, login, token })
        : mails.alreadyRegistered({ to: email, url, login: known.login });
    await queueMail(transaction, parts, hasRoom ? mail : null);
  });
  return done({ entry: null });
}

/** Frees names whose link was not followed in time, and the one that the same person asks again. */
async function freePendingNames(
  transaction: Transaction,
  now: Milliseconds,
  { login, email }: Registration,
): Promise<void> {
  for (const { id } of await store.listPendingBefore(transaction, now - linkMs)) {
    await store.deletePending(transaction, id);
  }
  const same = await store.findUserByLogin(transaction, login);
  if (same?.state !== 'pending') return;
  const waiting = await findLinkOf(transaction, 'open-account', same.id);
  if (waiting?.email != null && emailKey(waiting.email) === emailKey(email)) {
    await store.deletePending(transaction, same.id);
  }
}

function newPerson(parts: Parts, { login }: Registration, passwordHash: string) {
  const now = parts.clock.now();
  return { login, passwordHash, policyAcceptedAt: now, ids: parts.ids, now };
}
