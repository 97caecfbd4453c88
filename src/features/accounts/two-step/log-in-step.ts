// The step of log-in after the password. What is known so far goes with the form, sealed, and is
// good for a few minutes, in the session of its form, while the password stays as it was.
import { equalText, hashToken, openToken, sealToken, sign } from '../../../kit/ids/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { type Entering, type Entry, enter } from '../devices/enter.ts';
import { text as accountText } from '../messages.ts';
import { done, fault, type Outcome, waitFault } from '../outcome.ts';
import type { UsersTable } from '../schema.ts';
import { forgetTries } from '../store/links.ts';
import { findUser } from '../store/people.ts';
import { subscriberOf, takeTries, trySubject } from '../throttle.ts';
import { takeAnswer } from './actions.ts';
import { tidyRecoveryCode } from './codes.ts';
import { codeTries, codeTriesOfDay, logInStepMs, recoveryTriesOfAddress } from './limits.ts';
import { text } from './messages.ts';
import { countRecoveryCodes } from './store.ts';

export type StepWish = Omit<Entering, 'remember'> & {
  /** `makeTicket`. */
  readonly ticket: string;
  /** What was typed: a code or a recovery code. */
  readonly answer: string;
  /** The form token of the session that the ticket was given to. */
  readonly formToken: string;
  readonly clientAddress: string;
};

export type SteppedIn = {
  readonly login: string;
  readonly entry: Entry;
  readonly remember: boolean;
  /** Recovery codes that are left, where one was used. */
  readonly codesLeft: number | null;
};

const purpose = 'second-step';

/** What the form carries: opens nothing without a code. */
export function makeTicket(
  parts: Parts,
  user: UsersTable,
  { remember, formToken }: { readonly remember: boolean; readonly formToken: string },
): string {
  const until = parts.clock.now() + logInStepMs;
  const said = [purpose, user.id, until, remember, passwordMark(parts, user), hashToken(formToken)];
  return sealToken(parts.secret, JSON.stringify(said));
}

/** A fault of no field where the log-in has to begin again. */
export async function stepIn(parts: Parts, wish: StepWish): Promise<Outcome<SteppedIn>> {
  const ticket = readTicket(parts, wish);
  if (ticket === null) return fault('', text.stepTooOld());
  const { userId, remember } = ticket;
  const subjects = subjectsOf(parts, userId, wish);
  const wait = await takeTries(parts, subjects);
  if (wait !== null) return waitFault(wait, accountText.tooManyTries());
  return parts.database.write(async (transaction) => {
    const user = await findUser(transaction, userId);
    const isSame = user !== null && equalText(passwordMark(parts, user), ticket.mark);
    if (!isSame || user.state !== 'open') return fault('', text.stepTooOld());
    const taken = await takeAnswer(transaction, parts, userId, wish.answer);
    if (taken === null) return fault('code', text.stepWrong());
    for (const { subject } of subjects) await forgetTries(transaction, subject);
    const entry = await enter(transaction, parts, user, { ...wish, remember });
    const codesLeft = taken === 'code' ? null : await countRecoveryCodes(transaction, userId);
    return done({ login: user.login, entry, remember, codesLeft });
  });
}

type Ticket = { readonly userId: UserId; readonly remember: boolean; readonly mark: string };

function readTicket(parts: Parts, { ticket, formToken }: StepWish): Ticket | null {
  const opened = openToken(parts.secret, ticket);
  if (opened === null) return null;
  let said: unknown;
  try {
    said = JSON.parse(opened);
  } catch {
    return null;
  }
  if (!Array.isArray(said) || said[0] !== purpose) return null;
  const [, userId, until, remember, mark, session] = said as [
    string,
    UserId,
    number,
    boolean,
    string,
    string,
  ];
  if (parts.clock.now() > until || !equalText(session, hashToken(formToken))) return null;
  return { userId, remember, mark };
}

// By account, wherever the tries come from: whoever has the password may have many addresses.
function subjectsOf(parts: Parts, userId: UserId, { answer, clientAddress }: StepWish) {
  if (tidyRecoveryCode(answer) !== null) {
    const address = trySubject(parts, 'recovery', subscriberOf(clientAddress));
    return [{ subject: address, limit: recoveryTriesOfAddress }];
  }
  return [
    { subject: trySubject(parts, 'code', String(userId)), limit: codeTries },
    { subject: trySubject(parts, 'code-day', String(userId)), limit: codeTriesOfDay },
  ];
}

function passwordMark(parts: Parts, user: UsersTable): string {
  return sign(parts.secret, `password:${user.id}:${user.password_hash ?? ''}`);
}
