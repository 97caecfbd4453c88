// Invitations: asking for one, giving them, and using one up.
import { hashToken, randomToken } from '../../../kit/ids/index.ts';
import { queueMail } from '../../../kit/mail/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { countMail } from '../deliver.ts';
import { emailFault, emailKey } from '../emails.ts';
import * as accountMails from '../mails.ts';
import { text as accountText } from '../messages.ts';
import { done, fault, type Outcome, waitFault, writeUnlessFault } from '../outcome.ts';
import { readRegistration } from '../registration-mode.ts';
import { writeAudit } from '../store/audit.ts';
import { findUserByEmailKey, findUserByLogin } from '../store/people.ts';
import { subscriberOf, takeTries, trySubject } from '../throttle.ts';
import { asksOfAddress, givenAtOnceMost, invitationMs, invitesOfMember } from './limits.ts';
import * as mails from './mails.ts';
import { text } from './messages.ts';
import * as store from './store.ts';

/**
 * Puts the address in the queue and sends it a link to its place. An address that waits already,
 * and one that has an account, get a mail too: the answer is the same.
 */
export async function askForInvitation(
  parts: Parts,
  wish: { readonly email: string; readonly clientAddress: string },
): Promise<Outcome<null>> {
  const { email } = wish;
  const problem = emailProblem(email);
  if (problem !== null) return fault('email', problem);
  const subject = trySubject(parts, 'invitation', subscriberOf(wish.clientAddress));
  const wait = await takeTries(parts, [{ subject, limit: asksOfAddress }]);
  if (wait !== null) return waitFault(wait, accountText.tooManyTries());
  const hasRoom = await countMail(parts, email);
  const secret = randomToken(parts.random, 128);
  const { url } = parts.settings;
  await parts.database.write(async (transaction) => {
    const known = await findUserByEmailKey(transaction, emailKey(email));
    // Without room for a mail the old secret stays good: nobody would learn the new one.
    if (known === null && hasRoom) {
      await store.putInQueue(transaction, {
        id: parts.ids.next(),
        email,
        email_key: emailKey(email),
        secret_hash: hashToken(secret),
        asked_at: parts.clock.now(),
      });
    }
    const mail =
      known === null
        ? mails.inQueue({ to: email, url, secret })
        : accountMails.alreadyRegistered({ to: email, url, login: known.login });
    await queueMail(transaction, parts, hasRoom ? mail : null);
  });
  return done(null);
}

/** Gives one of the member's invitations to a mail address. */
export async function giveInvitation(
  parts: Parts,
  member: Member,
  email: string,
): Promise<Outcome<null>> {
  const problem = emailProblem(email);
  if (problem !== null) return fault('email', problem);
  const mode = await readRegistration(parts.database.read, parts.settings);
  if (mode === 'closed') return fault('', accountText.registrationClosed());
  const subject = trySubject(parts, 'invite', String(member.userId));
  const wait = await takeTries(parts, [{ subject, limit: invitesOfMember }]);
  if (wait !== null) return waitFault(wait, accountText.tooManyTries());
  if (!(await countMail(parts, email))) return fault('email', text.mailboxFull());
  return writeUnlessFault(parts.database, async (transaction) => {
    if (!(await store.takeFromShare(transaction, member.userId))) return fault('', text.noneLeft());
    await sendInvitation(transaction, parts, email, member);
    return done(null);
  });
}

/** Takes an unused one back: its code opens nothing any more, and it can be given again. */
export async function takeBackInvitation(
  parts: Parts,
  member: Member,
  id: number,
): Promise<boolean> {
  return parts.database.write(async (transaction) => {
    if (!(await store.deleteInvitation(transaction, id, member.userId))) return false;
    await store.addToShare(transaction, member.userId, 1);
    return true;
  });
}

/** Invites the first few who wait; answers with how many there were. */
export async function inviteFromQueue(
  parts: Parts,
  actorId: UserId | null,
  count: number,
): Promise<number> {
  return parts.database.write((transaction) => inviteFirst(transaction, parts, actorId, count));
}

/** Once a day, as many as the host has said. */
export async function inviteDaily(parts: Parts): Promise<void> {
  const mode = await readRegistration(parts.database.read, parts.settings);
  const { count, doneAt } = await store.readDaily(parts.database.read);
  const now = parts.clock.now();
  if (mode !== 'invite' || count === 0 || now - doneAt < dayMs) return;
  await parts.database.write(async (transaction) => {
    if (await store.claimDaily(transaction, doneAt, now)) {
      await inviteFirst(transaction, parts, null, count);
    }
  });
}

async function inviteFirst(
  transaction: Transaction,
  parts: Parts,
  actorId: UserId | null,
  count: number,
): Promise<number> {
  const emails = await store.takeFirstOfQueue(transaction, Math.min(count, givenAtOnceMost));
  for (const email of emails) await sendInvitation(transaction, parts, email, null);
  if (emails.length > 0) {
    await audit(transaction, parts, { actorId, act: 'invite from queue', count: emails.length });
  }
  return emails.length;
}

/** Gives invitations to give: to one member by log-in name, or to everybody for null. */
export async function grantInvitations(
  parts: Parts,
  actorId: UserId | null,
  wish: { readonly login: string | null; readonly count: number },
): Promise<Outcome<number>> {
  const { login, count } = wish;
  const { read } = parts.database;
  const user = login === null ? null : await findUserByLogin(read, login);
  if (login !== null && user?.state !== 'open') return fault('login', text.nobody({ login }));
  const people = user === null ? await store.listOpenPeople(read) : [user.id];
  await parts.database.write(async (transaction) => {
    for (const id of people) await store.addToShare(transaction, id, count);
    const subjectId = user?.id ?? 0;
    await audit(transaction, parts, { actorId, act: 'grant invitations', count, subjectId });
  });
  return done(people.length);
}

/** A code that whoever asks hands on themself: for commands. Only its hash is kept. */
export async function makeInvitation(parts: Parts): Promise<string> {
  return parts.database.write(async (transaction) => {
    const code = await putInvitation(transaction, parts, { email: null, giver: null });
    await audit(transaction, parts, { actorId: null, act: 'make invitation', count: 1 });
    return code;
  });
}

/** Sends one to an address that has not asked, from the archive itself. */
export async function inviteAddress(parts: Parts, email: string): Promise<Outcome<null>> {
  const problem = emailProblem(email);
  if (problem !== null) return fault('email', problem);
  await parts.database.write(async (transaction) => {
    await sendInvitation(transaction, parts, email, null);
    await audit(transaction, parts, { actorId: null, act: 'make invitation', count: 1 });
  });
  return done(null);
}

/** How many the queue gives each day by itself; 0: none. */
export async function setDaily(parts: Parts, actorId: UserId, count: number): Promise<void> {
  await parts.database.write(async (transaction) => {
    await store.writeDaily(transaction, count);
    await audit(transaction, parts, { actorId, act: 'set daily invitations', count });
  });
}

async function sendInvitation(
  transaction: Transaction,
  parts: Parts,
  email: string,
  giver: Member | null,
): Promise<void> {
  const code = await putInvitation(transaction, parts, { email, giver });
  const to = { to: email, url: parts.settings.url };
  await queueMail(transaction, parts, mails.invited({ ...to, code, giver: giver?.login ?? null }));
}

async function putInvitation(
  transaction: Transaction,
  parts: Parts,
  { email, giver }: { readonly email: string | null; readonly giver: Member | null },
): Promise<string> {
  const code = randomToken(parts.random, 128);
  const now = parts.clock.now();
  await store.insertInvitation(transaction, {
    id: parts.ids.next(),
    code_hash: hashToken(code),
    email,
    given_by: giver?.userId ?? null,
    made_at: now,
    expires_at: now + invitationMs,
    used_at: null,
    used_by: null,
  });
  return code;
}

function emailProblem(email: string): string | null {
  const found = emailFault(email);
  return found && (found === 'long' ? accountText.emailLong() : accountText.emailForm());
}

async function audit(
  transaction: Transaction,
  parts: Parts,
  done: {
    readonly actorId: UserId | null;
    readonly act: string;
    readonly count: number;
    /** The member it was about; absent: everybody, or nobody yet. */
    readonly subjectId?: UserId | 0;
  },
): Promise<void> {
  const { actorId, act, count, subjectId = 0 } = done;
  await writeAudit(transaction, {
    id: parts.ids.next(),
    at: parts.clock.now(),
    actorId,
    act,
    subjectKind: subjectId === 0 ? 'invitations' : 'user',
    subjectId,
    detail: { count },
  });
}
