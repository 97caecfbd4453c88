// Deciding about a person or a thing: the fact is set where it lives, the reason, the audit row and
// what those whose it is are told are written here, in one transaction.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { hasRole, type Member } from '../../shared/viewer.ts';
import { countCharacters, normaliseText } from '../../text/index.ts';
import { listRoles, writeAudit } from '../accounts/index.ts';
import { reasons } from './cases/reasons.ts';
import type { CaseId } from './cases/schema.ts';
import { doAct, possibleActs } from './deeds.ts';
import { reasonCharactersMax, suspensionDays } from './limits.ts';
import { text } from './messages.ts';
import { refuseOwnAppeal, tellRuling } from './rulings/actions.ts';
import { type Act, isTaking, type SubjectKind } from './rulings/acts.ts';
import { text as told } from './rulings/messages.ts';

export type Subject = {
  readonly kind: SubjectKind;
  readonly id: number;
  /** What it is called; of a person, the log-in name. */
  readonly title: string;
  /** Whose it is: they are told, and none of them decides. */
  readonly people: readonly UserId[];
};

export type Wish = {
  readonly act: Act;
  /** For moderators. */
  readonly reason: string;
  /** One of the reasons for which things are reported: told to those whose it is. */
  readonly policy: string;
  /** To those whose it is. */
  readonly words: string;
  /** Of a suspension, one of `suspensionDays`. */
  readonly days: number;
  /** The case for which it is done: written down there too. */
  readonly inCase?: CaseId;
};

/** Does the act; returns what is wrong with what was typed. */
export async function decide(
  parts: Parts,
  moderator: Member,
  subject: Subject,
  wish: Wish,
): Promise<readonly FieldError[]> {
  const { act } = wish;
  const { reason, words } = tidied(wish);
  const errors = problemsOf({ ...wish, reason, words });
  if (errors.length > 0) return errors;
  if (subject.people.includes(moderator.userId)) {
    throw new Refused(403, { detail: text.notYourself() });
  }
  const at = parts.clock.now();
  const until = act === 'suspend' ? at + wish.days * dayMs : null;
  await parts.database.write(async (transaction) => {
    await refuseEqual(transaction, moderator, subject);
    if (wish.inCase !== undefined) {
      const asked = { id: wish.inCase, kind: subject.kind, number: subject.id };
      await refuseOwnAppeal(transaction, moderator, asked);
    }
    const { kind, id } = subject;
    await doAct({ kind, act }, { transaction, parts, id, at, by: moderator.userId, until });
    await writeDown(transaction, parts, moderator, subject, { ...wish, reason });
    const decided = {
      subject_kind: subject.kind,
      subject_id: subject.id,
      title: subject.title,
      act,
      until,
      reason: isTaking(act) ? wish.policy : '',
      words,
    } as const;
    await tellRuling(transaction, parts, moderator, decided, subject.people);
  });
  return [];
}

/** As it is kept. */
export function tidied<Said extends Pick<Wish, 'reason' | 'words'>>(said: Said): Said {
  const reason = normaliseText(said.reason).trim();
  return { ...said, reason, words: normaliseText(said.words).trim() };
}

/** What is wrong with what was typed, as `tidied` has left it. */
export function problemsOf({ act, reason, policy, words, days }: Wish): FieldError[] {
  const errors: FieldError[] = [];
  const tooLong = text.reasonTooLong({ most: reasonCharactersMax });
  if (reason === '') errors.push({ field: 'reason', detail: text.reasonMissing() });
  if (countCharacters(reason) > reasonCharactersMax) {
    errors.push({ field: 'reason', detail: tooLong });
  }
  if (isTaking(act) && !reasons.some(({ name }) => name === policy)) {
    errors.push({ field: 'policy', detail: told.policyMissing() });
  }
  if (countCharacters(words) > reasonCharactersMax) {
    errors.push({ field: 'words', detail: tooLong });
  }
  if (act === 'warn' && words === '') errors.push({ field: 'words', detail: text.warnMissing() });
  if (act === 'suspend' && !suspensionDays.includes(days)) {
    errors.push({ field: 'days', detail: text.daysMissing() });
  }
  return errors;
}

/** Whether the moderator may decide about that person: of moderators and admins, admins alone. */
export async function mayDecideAbout(
  reader: Reader | Transaction,
  moderator: Member,
  person: UserId,
): Promise<boolean> {
  if (person === moderator.userId) return false;
  if (hasRole(moderator, 'admin')) return true;
  const roles = await listRoles(reader, person);
  return !roles.includes('moderator') && !roles.includes('admin');
}

/** What the moderator can do about it now, what takes first. */
export async function actsFor(
  { database: { read }, clock }: Parts,
  moderator: Member,
  subject: Subject,
): Promise<readonly Act[]> {
  if (subject.people.includes(moderator.userId)) return [];
  const { kind, id } = subject;
  if (kind === 'user' && !(await mayDecideAbout(read, moderator, id as UserId))) return [];
  return possibleActs(read, subject, clock.now());
}

/** Refuses 403 a person whom this moderator may not decide about. */
export async function refuseEqual(transaction: Transaction, moderator: Member, subject: Subject) {
  if (subject.kind !== 'user') return;
  if (await mayDecideAbout(transaction, moderator, subject.id as UserId)) return;
  throw new Refused(403, { detail: text.notYourEqual() });
}

/** The audit rows of an act. */
export async function writeDown(
  transaction: Transaction,
  parts: Parts,
  moderator: Member,
  { kind, id }: Subject,
  { act, reason, inCase }: Wish,
): Promise<void> {
  const places = [{ subjectKind: kind as string, subjectId: id }];
  if (inCase !== undefined) places.push({ subjectKind: 'case', subjectId: inCase });
  const noun = kind === 'user' ? 'person' : kind;
  const words = `${act} ${noun}`.replace('-profile', ' profile of').replace('-', ' ');
  for (const place of places) {
    await writeAudit(transaction, {
      id: parts.ids.next(),
      at: parts.clock.now(),
      actorId: moderator.userId,
      act: words,
      reason,
      ...place,
    });
  }
}
