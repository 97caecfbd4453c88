// Logging in: throttled by account and address, in the same time for known and unknown names.
import { verifyPassword } from '../../../kit/passwords/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { type Entering, type Entry, enter } from '../devices/enter.ts';
import { emailFault, emailKey } from '../emails.ts';
import { logInTriesOfAddress, logInTriesOfPair } from '../limits.ts';
import { text } from '../messages.ts';
import { loginKey } from '../names.ts';
import { done, fault, type Outcome, waitFault } from '../outcome.ts';
import type { UsersTable } from '../schema.ts';
import { forgetTries, uncountTry } from '../store/links.ts';
import { findUser, findUserByEmailKey, findUserByLogin } from '../store/people.ts';
import { subscriberOf, takeTries, trySubject } from '../throttle.ts';
import { makeTicket } from '../two-step/log-in-step.ts';
import { hasSecondStep } from '../two-step/store.ts';

export type SignInWish = Entering & {
  /** A user name or a mail address. */
  readonly name: string;
  readonly password: string;
  readonly remember: boolean;
  readonly clientAddress: string;
  /** Of the session that asks: the second step belongs to it. */
  readonly formToken: string;
};

/** The values of the cookies, or a ticket for the second step where the account has one. */
export type SignedIn =
  | { readonly login: string; readonly entry: Entry }
  | { readonly ticket: string };

/** Opens a session for the right password, or asks for the second step. */
export async function signIn(parts: Parts, wish: SignInWish): Promise<Outcome<SignedIn>> {
  const user = await findByNameOrEmail(parts.database.read, wish.name);
  const subscriber = subscriberOf(wish.clientAddress);
  // By what was typed, not by whose it is: a mail address that has to wait after tries of a name
  // would be known to be that person's.
  const pair = trySubject(parts, 'log-in', loginKey(wish.name.trim()), subscriber);
  const address = trySubject(parts, 'log-in', subscriber);
  const wait = await takeTries(parts, [
    { subject: pair, limit: logInTriesOfPair },
    { subject: address, limit: logInTriesOfAddress },
  ]);
  if (wait !== null) return waitFault(wait, text.tooManyTries());

  const right = await verifyPassword(user?.password_hash ?? null, wish.password);
  if (user === null || !right) return fault('', text.logInFailed());
  // Only who knows the password learns these two.
  if (user.state === 'pending') return fault('', text.logInPending());
  if (user.state === 'suspended') return fault('', text.logInSuspended());
  const signedIn = await parts.database.write(async (transaction) => {
    // Changed while the old one was being verified: every session of the old one has ended.
    const present = await findUser(transaction, user.id);
    if (present?.password_hash !== user.password_hash) return null;
    await forgetTries(transaction, pair);
    await uncountTry(transaction, address);
    if (await hasSecondStep(transaction, user.id)) return { ticket: makeTicket(parts, user, wish) };
    return { login: user.login, entry: await enter(transaction, parts, user, wish) };
  });
  return signedIn === null ? fault('', text.logInFailed()) : done(signedIn);
}

/** An account by what a person types as their name; null for what can be neither. */
export async function findByNameOrEmail(reader: Reader, name: string): Promise<UsersTable | null> {
  const typed = name.trim();
  if (!typed.includes('@')) return findUserByLogin(reader, typed);
  return emailFault(typed) === null ? findUserByEmailKey(reader, emailKey(typed)) : null;
}
