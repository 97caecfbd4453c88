// Making a person and setting the facts of one. The reasons (a moderator's, the operator's) come
// from who calls.
import { Refused } from '../../../kit/http/index.ts';
import type { Ids } from '../../../kit/ids/index.ts';
import { type Milliseconds, recordChange, type Transaction } from '../../../kit/sql/index.ts';
import { isTimeZone } from '../../../kit/time/index.ts';
import type { PseudId, UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { ReadingPreferences } from '../../../shared/reading.ts';
import { formatReading } from '../../../shared/reading.ts';
import type { Member, Role } from '../../../shared/viewer.ts';
import { sanitiserVersion } from '../../../text/index.ts';
import { emailKey } from '../emails.ts';
import { text } from '../messages.ts';
import { loginFault, loginKey, nameLook, pseudKey } from '../names.ts';
import * as store from '../store/people.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import { isLookOfOthersPseud } from '../store/pseuds.ts';
import type { Profile } from './profile.ts';
import { putPseud } from './pseuds.ts';

/** What `createPerson` makes a person of. */
export type NewPerson = {
  readonly login: string;
  readonly email: string | null;
  /** `hashPassword`, made before the transaction; null: nobody can log in with a password. */
  readonly passwordHash: string | null;
  readonly roles?: readonly Role[];
  /** Absent: `open`. */
  readonly state?: 'pending' | 'open';
  /** Besides the first pseud, which is the log-in name. */
  readonly pseuds?: readonly string[];
  /** From `cleanProfile`. */
  readonly profile?: Profile;
  /** As they registered: kept with the version in force then. */
  readonly policyAcceptedAt?: Milliseconds | null;
  readonly ids: Ids;
  readonly now: Milliseconds;
};

/**
 * Makes a person with their pseuds and roles, for commands, the demo and imports as well. Throws
 * Refused 422, naming the field, when the log-in name or a pseud breaks a rule or when one of them
 * or the mail address is another's. The address is taken as it is: `emailFault` judges it before.
 */
export async function createPerson(transaction: Transaction, person: NewPerson): Promise<Member> {
  const { login, email, ids, now } = person;
  const userId = ids.next() as UserId;
  // First, because its lock makes everybody who gives a name wait for us: two names that look
  // alike are no double for a unique index.
  await recordChange(transaction, 'user', [userId], now);
  const problem = await loginProblem(transaction, login, userId);
  if (problem !== null) {
    throw new Refused(422, { detail: problem, errors: [{ field: 'login', detail: problem }] });
  }
  if (email !== null && (await store.findUserByEmailKey(transaction, emailKey(email))) !== null) {
    const detail = text.emailTaken();
    throw new Refused(422, { detail, errors: [{ field: 'email', detail }] });
  }
  await insertPerson(transaction, userId, person);
  const roles = [...new Set(person.roles)];
  for (const role of roles) await store.insertRole(transaction, userId, role, now);
  const pseuds: { id: PseudId; name: string }[] = [];
  const others = (person.pseuds ?? []).filter((name) => pseudKey(name) !== pseudKey(login));
  for (const name of [login, ...others]) {
    pseuds.push(
      await putPseud(transaction, { userId, name, first: pseuds.length === 0, ids, now }),
    );
  }
  return { kind: 'member', userId, login, pseuds, roles: new Set(roles), adultConsent: false };
}

/** The rows of a person without pseuds; whether the names may be is judged before. */
export async function insertPerson(
  transaction: Transaction,
  userId: UserId,
  person: NewPerson,
): Promise<void> {
  const { login, email, now } = person;
  const acceptedAt = person.policyAcceptedAt ?? null;
  await store.insertUser(transaction, {
    id: userId,
    login,
    login_key: loginKey(login),
    email,
    email_key: email === null ? null : emailKey(email),
    password_hash: person.passwordHash,
    state: person.state ?? 'open',
    hidden: 0,
    created_at: now,
    policy_accepted_at: acceptedAt,
    policy_accepted_version: acceptedAt === null ? null : await readPolicyVersion(transaction),
    adult_consent: 0,
    reading: null,
    profile_title: person.profile?.title ?? '',
    profile_source: person.profile?.source ?? '',
    profile_html: person.profile?.html ?? '',
    profile_sanitiser_version: person.profile?.sanitiserVersion ?? sanitiserVersion,
  });
  const used = { loginKey: loginKey(login), look: nameLook(login), userId };
  await store.insertUsedLogin(transaction, used, now);
}

/** Why that person cannot have the log-in name, as a sentence; null when they can. */
export async function loginProblem(
  transaction: Transaction,
  login: string,
  owner: UserId,
): Promise<string | null> {
  const rule = loginRuleProblem(login);
  if (rule !== null) return rule;
  if (await store.isLoginUsed(transaction, loginKey(login))) return text.loginTaken();
  const look = nameLook(login);
  const alike =
    (await store.isLookOfOthersLogin(transaction, look, owner)) ||
    (await isLookOfOthersPseud(transaction, look, owner));
  return alike ? text.loginLooksTaken() : null;
}

/** What is wrong with a log-in name in itself, as a sentence; null when nothing is. */
export function loginRuleProblem(login: string): string | null {
  const found = loginFault(login);
  if (found === null) return null;
  return {
    short: text.loginLength,
    long: text.loginLength,
    characters: text.loginCharacters,
    reserved: text.loginReserved,
  }[found]();
}

/** Hides a person: others no longer see them. The reason and the audit are the caller's. */
export async function hidePerson(
  transaction: Transaction,
  userId: UserId,
  now: Milliseconds,
): Promise<void> {
  await store.updateUser(transaction, userId, { hidden: 1 });
  await recordChange(transaction, 'user', [userId], now);
}

/** Undoes `hidePerson`. */
export async function unhidePerson(
  transaction: Transaction,
  userId: UserId,
  now: Milliseconds,
): Promise<void> {
  await store.updateUser(transaction, userId, { hidden: 0 });
  await recordChange(transaction, 'user', [userId], now);
}

/** Hides what a person writes of themself, or shows it again; the rest is the caller's. */
export async function setProfileHidden(
  transaction: Transaction,
  userId: UserId,
  hidden: boolean,
  now: Milliseconds,
): Promise<void> {
  await store.updateUser(transaction, userId, { profile_hidden_at: hidden ? now : null });
  await recordChange(transaction, 'user', [userId], now);
}

/** Keeps how the account likes to read, for every device, and whether the adult gate asks. */
export async function savePreferences(
  parts: Parts,
  member: Member,
  wish: {
    readonly reading: ReadingPreferences;
    readonly adultConsent: boolean;
    /** IANA; one that is not known is UTC; absent: as before. */
    readonly timeZone?: string;
  },
): Promise<void> {
  const change = {
    reading: formatReading(wish.reading),
    adult_consent: wish.adultConsent ? 1 : 0,
    ...(wish.timeZone === undefined ? {} : { time_zone: zoneOf(wish.timeZone) }),
  } as const;
  await parts.database.write((transaction) => store.updateUser(transaction, member.userId, change));
}

const zoneOf = (zone: string) => (isTimeZone(zone) ? zone : null);

/** Keeps how the account likes to read, for every device. */
export async function saveReading(
  parts: Parts,
  member: Member,
  reading: ReadingPreferences,
): Promise<void> {
  const change = { reading: formatReading(reading) };
  await parts.database.write((transaction) => store.updateUser(transaction, member.userId, change));
}
