// Asked again before something that a borrowed session must not do.
import { verifyPassword } from '../../../kit/passwords/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { logInTriesOfPair } from '../limits.ts';
import { text } from '../messages.ts';
import { done, fault, type Outcome, waitFault } from '../outcome.ts';
import type { UsersTable } from '../schema.ts';
import { forgetTries } from '../store/links.ts';
import { findUser } from '../store/people.ts';
import { takeTries, trySubject } from '../throttle.ts';

/** The account, if that is its password; guesses are counted like those at log-in. */
export async function checkCurrentPassword(
  parts: Parts,
  userId: UserId,
  password: string,
): Promise<Outcome<UsersTable>> {
  const subject = trySubject(parts, 'password', String(userId));
  const wait = await takeTries(parts, [{ subject, limit: logInTriesOfPair }]);
  if (wait !== null) return waitFault(wait, text.tooManyTries());
  const user = await findUser(parts.database.read, userId);
  const right = await verifyPassword(user?.password_hash ?? null, password);
  if (user === null || !right) return fault('user[current_password]', text.currentPasswordWrong());
  await parts.database.write((transaction) => forgetTries(transaction, subject));
  return done(user);
}
