// The second step of an account: turned on with a password and a first code, taken off with the
// password, and its recovery codes.
import { hashToken } from '../../../kit/ids/index.ts';
import { lockAway, unlock } from '../../../kit/keys/index.ts';
import { type MailMessage, queueMail } from '../../../kit/mail/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { checkCurrentPassword } from '../actions/current-password.ts';
import { done, fault, type Outcome, writeUnlessFault } from '../outcome.ts';
import type { UsersTable } from '../schema.ts';
import { findUser } from '../store/people.ts';
import { makeRecoveryCodes, matchStep, tidyCode, tidyRecoveryCode } from './codes.ts';
import { seedBytes, setUpMs } from './limits.ts';
import * as mails from './mails.ts';
import { text } from './messages.ts';
import type { SecondStepsTable } from './schema.ts';
import * as store from './store.ts';

/** How far a member's second step is. */
export type SecondStep =
  | { readonly state: 'off' }
  | { readonly state: 'begun'; readonly seed: Uint8Array }
  | { readonly state: 'on'; readonly codesLeft: number; readonly isReadable: boolean };

export async function readSecondStep(parts: Parts, userId: UserId): Promise<SecondStep> {
  const { read } = parts.database;
  const row = await store.findSecondStep(read, userId);
  if (row === null) return { state: 'off' };
  const seed = openSeed(parts, row);
  if (row.confirmed_at !== null) {
    const codesLeft = await store.countRecoveryCodes(read, userId);
    return { state: 'on', codesLeft, isReadable: seed !== null };
  }
  if (seed === null || isTooOld(row, parts.clock.now())) return { state: 'off' };
  return { state: 'begun', seed };
}

/** Makes a secret for the member's app, who must know their password. */
export async function beginSecondStep(
  parts: Parts,
  member: Member,
  password: string,
): Promise<Outcome<null>> {
  const checked = await checkCurrentPassword(parts, member.userId, password);
  if (!checked.ok) return checked;
  const seed = parts.random.bytes(seedBytes);
  const { userId } = member;
  const begun = await parts.database.write((transaction) =>
    store.putSecondStep(transaction, {
      user_id: userId,
      locked_seed: lockAway(parts.sealKey, parts.random, purposeOf(userId), seed),
      begun_at: parts.clock.now(),
      confirmed_at: null,
      last_step: 0,
    }),
  );
  return begun ? done(null) : fault('', text.alreadyOn());
}

/** Turns it on by the first code, and returns the recovery codes: only their hashes are kept. */
export async function confirmSecondStep(
  parts: Parts,
  { userId }: Member,
  typed: string,
): Promise<Outcome<readonly string[]>> {
  const now = parts.clock.now();
  return writeUnlessFault(parts.database, async (transaction) => {
    const row = await store.findSecondStep(transaction, userId);
    if (row !== null && row.confirmed_at !== null) return fault('', text.alreadyOn());
    const seed = row === null || isTooOld(row, now) ? null : openSeed(parts, row);
    if (seed === null) return fault('', text.begunTooOld());
    const code = tidyCode(typed);
    const step = code === null ? null : matchStep(seed, code, now, 0);
    if (step === null) return fault('code', text.confirmWrong());
    if (!(await store.confirmSecondStep(transaction, userId, step, now))) {
      return fault('', text.alreadyOn());
    }
    await tell(transaction, parts, userId, mails.turnedOn);
    return done(await putRecoveryCodes(transaction, parts, userId));
  });
}

/** Forgets what was begun; one that is on stays on. */
export async function cancelSecondStep(parts: Parts, { userId }: Member): Promise<void> {
  await parts.database.write(async (transaction) => {
    if (await store.hasSecondStep(transaction, userId)) return;
    await store.deleteSecondStep(transaction, userId);
  });
}

/** New recovery codes in place of all earlier ones. */
export async function renewRecoveryCodes(
  parts: Parts,
  { userId }: Member,
  password: string,
): Promise<Outcome<readonly string[]>> {
  const checked = await checkCurrentPassword(parts, userId, password);
  if (!checked.ok) return checked;
  return parts.database.write(async (transaction) => {
    if (!(await store.hasSecondStep(transaction, userId))) return fault('', text.off());
    return done(await putRecoveryCodes(transaction, parts, userId));
  });
}

/** Takes the second step off, with its recovery codes, and tells the owner by mail. */
export async function removeSecondStep(
  parts: Parts,
  { userId }: Member,
  password: string,
): Promise<Outcome<null>> {
  const checked = await checkCurrentPassword(parts, userId, password);
  if (!checked.ok) return checked;
  await parts.database.write((transaction) => dropSecondStep(transaction, parts, userId));
  return done(null);
}

/** The same by the operator's word. */
export async function dropSecondStep(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
): Promise<void> {
  if (await store.hasSecondStep(transaction, userId)) {
    await tell(transaction, parts, userId, mails.turnedOff);
  }
  await store.deleteSecondStep(transaction, userId);
}

/** What answers for the person at log-in, used up by this; null for what does not. */
export async function takeAnswer(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  typed: string,
): Promise<'code' | 'recovery' | null> {
  const now = parts.clock.now();
  const recovery = tidyRecoveryCode(typed);
  if (recovery !== null) {
    const used = await store.useRecoveryCode(transaction, userId, hashToken(recovery), now);
    if (!used) return null;
    await tell(transaction, parts, userId, mails.recoveryUsed);
    return 'recovery';
  }
  const row = await store.findSecondStep(transaction, userId);
  const code = tidyCode(typed);
  if (code === null || row === null || row.confirmed_at === null) return null;
  const seed = openSeed(parts, row);
  if (seed === null) {
    parts.log.warn({}, 'a second step cannot be read: it was locked with another key');
    return null;
  }
  const step = matchStep(seed, code, now, row.last_step);
  return step !== null && (await store.takeStep(transaction, userId, step)) ? 'code' : null;
}

async function putRecoveryCodes(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
): Promise<readonly string[]> {
  const codes = makeRecoveryCodes(parts.random);
  const hashes = codes.map((code) => hashToken(tidyRecoveryCode(code) as string));
  await store.replaceRecoveryCodes(transaction, userId, hashes, parts.clock.now());
  return codes;
}

function openSeed(parts: Parts, row: SecondStepsTable): Uint8Array | null {
  return unlock(parts.sealKey, purposeOf(row.user_id), row.locked_seed);
}

// With the person in it: a seed moved to another row opens nothing.
function purposeOf(userId: UserId): string {
  return `second step of ${userId}`;
}

function isTooOld(row: SecondStepsTable, now: number): boolean {
  return now - row.begun_at > setUpMs;
}

async function tell(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  mail: (to: Pick<UsersTable, 'login'> & { to: string; url: string }) => MailMessage,
): Promise<void> {
  const user = await findUser(transaction, userId);
  if (user === null || user.email === null) return;
  const { login, email } = user;
  await queueMail(transaction, parts, mail({ to: email, login, url: parts.settings.url }));
}
