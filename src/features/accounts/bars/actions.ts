// Keeping a person from acting, and letting them again. The reason, the audit and who may are the
// caller's.
import { Refused } from '../../../kit/http/index.ts';
import { type Milliseconds, recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Bar } from '../../../shared/viewer.ts';
import { text } from '../messages.ts';
import { listActingAdmins } from '../store/people.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { deleteBar, insertBar } from './store.ts';

/**
 * Suspends a person until a time, or bans them, in place of what was before. A ban ends every
 * session. Refused 409 when no admin would be left who can act.
 */
export async function barPerson(
  transaction: Transaction,
  user: UserId,
  bar: Bar,
  now: Milliseconds,
): Promise<void> {
  // First, for its lock: two admins who ban each other at once must not both succeed.
  await recordChange(transaction, 'user', [user], now);
  const admins = await listActingAdmins(transaction);
  if (admins.length === 1 && admins[0] === user) {
    throw new Refused(409, { detail: text.lastAdmin() });
  }
  await deleteBar(transaction, user);
  await insertBar(transaction, { ...bar, user_id: user, at: now });
  if (bar.kind === 'banned') await deleteSessionsOf(transaction, user);
}

/** Undoes `barPerson`. */
export async function unbarPerson(
  transaction: Transaction,
  user: UserId,
  now: Milliseconds,
): Promise<void> {
  await deleteBar(transaction, user);
  await recordChange(transaction, 'user', [user], now);
}
