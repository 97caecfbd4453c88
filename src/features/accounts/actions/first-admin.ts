// The first-run link: makes one person admin, once, while there is no admin.
import { hashPassword } from '../../../kit/passwords/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { type Browser, type Entry, enterUntold } from '../devices/enter.ts';
import { text } from '../messages.ts';
import { done, fault, type Outcome } from '../outcome.ts';
import { listOpenAdmins } from '../store/people.ts';
import { firstAdminUrl } from '../urls.ts';
import { isLinkGood, makeLink, takeLink } from './links.ts';
import { createPerson } from './people.ts';
import { accountProblems, asFault } from './registration.ts';
import { grantRole } from './roles.ts';

/**
 * A new first-run link as a path, or null when there is an admin. The earlier ones stop working.
 * For the terminal only: never log it.
 */
export async function firstAdminLink(parts: Parts): Promise<string | null> {
  return parts.database.write(async (transaction) => {
    if ((await listOpenAdmins(transaction)).length > 0) return null;
    const link = { purpose: 'first-admin', userId: null } as const;
    return `${firstAdminUrl}/${await makeLink(transaction, parts, link)}`;
  });
}

/** Whether the link still makes an admin. */
export async function isFirstAdminLink(parts: Parts, token: string): Promise<boolean> {
  if ((await listOpenAdmins(parts.database.read)).length > 0) return false;
  return isLinkGood(parts, 'first-admin', token);
}

export type FirstAdmin = Browser & {
  readonly login: string;
  readonly email: string;
  readonly password: string;
};

/** Makes the account of the first admin and opens a session. */
export async function registerFirstAdmin(
  parts: Parts,
  token: string,
  wish: FirstAdmin,
): Promise<Outcome<Entry>> {
  if (!(await isFirstAdminLink(parts, token))) return fault('', text.linkGone());
  const problems = await accountProblems(parts, wish);
  if (problems.length > 0) return { ok: false, problems };
  const passwordHash = await hashPassword(wish.password);
  const { login, email } = wish;
  try {
    return await parts.database.write(async (transaction) => {
      if (!(await takeFirstAdmin(transaction, parts, token))) return fault('', text.linkGone());
      const { ids } = parts;
      const now = parts.clock.now();
      const wanted = { login, email, passwordHash, policyAcceptedAt: now, ids, now };
      const { userId } = await createPerson(transaction, wanted);
      await makeAdmin(transaction, parts, userId);
      return done(await enterUntold(transaction, parts, userId, wish));
    });
  } catch (error) {
    return asFault(error);
  }
}

/** Makes a member the first admin. */
export async function promoteFirstAdmin(
  parts: Parts,
  token: string,
  member: Member,
): Promise<Outcome<null>> {
  return parts.database.write(async (transaction) => {
    if (!(await takeFirstAdmin(transaction, parts, token))) return fault('', text.linkGone());
    await makeAdmin(transaction, parts, member.userId);
    return done(null);
  });
}

async function takeFirstAdmin(
  transaction: Transaction,
  parts: Parts,
  token: string,
): Promise<boolean> {
  if ((await takeLink(transaction, parts, 'first-admin', token)) === null) return false;
  return (await listOpenAdmins(transaction)).length === 0;
}

async function makeAdmin(transaction: Transaction, parts: Parts, userId: UserId): Promise<void> {
  const reason = text.firstAdminReason();
  await grantRole(transaction, parts, { userId, role: 'admin', actorId: null, reason });
}
