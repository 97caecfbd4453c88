// Reporting, and what moderators do with a case. Everything a moderator does is written down with
// the case; who reported it is nobody's but moderators' to know.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member, Viewer } from '../../../shared/viewer.ts';
import { countCharacters, normaliseText } from '../../../text/index.ts';
import { subscriberOf, takeTries, trySubject, writeAudit } from '../../accounts/index.ts';
import { leaveNotice } from '../../notices/index.ts';
import { letStand, refuseOwnAppeal } from '../rulings/actions.ts';
import { isSubjectKind } from '../rulings/acts.ts';
import { reportCharactersMax, reportsOfAddress, reportsOfMember } from './limits.ts';
import { text } from './messages.ts';
import { newCase, reportAnswer } from './notice-sorts.ts';
import { reasons } from './reasons.ts';
import { hashOf, type Reported, reportableOf } from './reportable.ts';
import type { CaseId, CaseOutcome, CasesTable } from './schema.ts';
import * as store from './store.ts';

export type ReportWish = { readonly reason: string; readonly words: string };

/** What is wrong with a report, or how long to wait; empty when it was taken. */
export type Taken = { readonly errors: readonly FieldError[]; readonly waitSeconds?: number };

/** Keeps a report of something that the reporter sees, with what stands there now. */
export async function report(
  parts: Parts,
  by: { readonly viewer: Viewer; readonly address: string },
  subject: Reported,
  wish: ReportWish,
): Promise<Taken> {
  const { viewer } = by;
  const words = normaliseText(wish.words).trim();
  const errors = problemsOf(wish.reason, words);
  if (errors.length > 0) return { errors };
  const wait = await throttle(parts, viewer, by.address);
  if (wait !== null) {
    return { errors: [{ field: '', detail: text.tooMany() }], waitSeconds: wait };
  }
  const reporter = viewer.kind === 'member' ? viewer.userId : null;
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const fresh = { id: parts.ids.next() as CaseId, at };
    const { id, isNew } = await store.openCase(transaction, subject, fresh);
    await store.addPeople(transaction, id, subject.people);
    const evidence = await store.keepEvidence(transaction, {
      id: parts.ids.next(),
      case_id: id,
      at,
      title: subject.title,
      address: subject.address,
      revision: subject.revision,
      hash: hashOf(subject),
      body: subject.body,
    });
    await store.addReport(transaction, {
      id: parts.ids.next(),
      case_id: id,
      evidence_id: evidence,
      reporter_id: reporter,
      reason: wish.reason,
      words,
      at,
    });
    if (!isNew) return;
    for (const judge of await store.listJudges(transaction, id)) {
      // One number for all cases: ten new ones are one notice that counts.
      if (judge !== reporter) {
        await leaveNotice(transaction, parts, newCase, { person: judge, about: 1 });
      }
    }
  });
  return { errors: [] };
}

function problemsOf(name: string, words: string): FieldError[] {
  const reason = reasons.find((one) => one.name === name);
  if (reason === undefined) return [{ field: 'reason', detail: text.reasonMissing() }];
  if (words === '' && reason.needsWords) return [{ field: 'words', detail: text.wordsMissing() }];
  if (countCharacters(words) <= reportCharactersMax) return [];
  return [{ field: 'words', detail: text.wordsTooLong({ most: reportCharactersMax }) }];
}

function throttle(parts: Parts, viewer: Viewer, address: string): Promise<number | null> {
  const isMember = viewer.kind === 'member';
  const who = isMember ? String(viewer.userId) : subscriberOf(address);
  const subject = trySubject(parts, isMember ? 'report of member' : 'report', who);
  return takeTries(parts, [{ subject, limit: isMember ? reportsOfMember : reportsOfAddress }]);
}

/** What a moderator can do with a case besides acting on its subject. */
export const caseMoves = ['take', 'release', 'wait', 'acted', 'nothing', 'reopen'] as const;
export type CaseMove = (typeof caseMoves)[number];

/** Moves a case on; 404 for one that is about the moderator. */
export async function moveCase(
  parts: Parts,
  moderator: Member,
  id: CaseId,
  move: CaseMove,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const found = await judgedCase(transaction, moderator, id);
    const isClosed = found.state === 'closed';
    // The page was old: nothing is left to do, or it was closed meanwhile.
    if (isClosed !== (move === 'reopen')) return;
    if (move === 'reopen') await refuseTwin(transaction, found);
    const { subject_kind: kind, subject_id: number } = found;
    await refuseOwnAppeal(transaction, moderator, { id, kind, number });
    await store.updateCase(transaction, id, { ...stateAfter(move, moderator), changed_at: at });
    await writeDown(transaction, parts, moderator, { id, act: actWords[move] });
    if (move !== 'acted' && move !== 'nothing') return;
    if (isSubjectKind(kind)) {
      await letStand(transaction, parts, { kind, id: number });
    }
    for (const person of await store.listReporters(transaction, id)) {
      if (person === moderator.userId) continue;
      await leaveNotice(transaction, parts, reportAnswer, { person, about: id });
    }
  });
}

const actWords: Readonly<Record<CaseMove, string>> = {
  take: 'take case',
  release: 'hand back case',
  wait: 'wait with case',
  acted: 'close case, acted',
  nothing: 'close case, nothing to do',
  reopen: 'open case again',
};

function stateAfter(move: CaseMove, { userId }: Member) {
  const open = { outcome: null } as const;
  if (move === 'release') return { ...open, state: 'new', taken_by: null } as const;
  if (move === 'wait') return { ...open, state: 'waiting', taken_by: userId } as const;
  if (move === 'take' || move === 'reopen') {
    return { ...open, state: 'taken', taken_by: userId } as const;
  }
  const outcome: CaseOutcome = move;
  return { state: 'closed', taken_by: userId, outcome } as const;
}

async function refuseTwin(transaction: Transaction, found: CasesTable): Promise<void> {
  const subject = { kind: found.subject_kind, id: found.subject_id };
  if ((await store.findOpenCase(transaction, subject)) === null) return;
  throw new Refused(409, { detail: text.openedAlready() });
}

/** Keeps a note; returns what is wrong with it. */
export async function noteOnCase(
  parts: Parts,
  moderator: Member,
  id: CaseId,
  typed: string,
): Promise<readonly FieldError[]> {
  const words = normaliseText(typed).trim();
  if (words === '') return [{ field: 'note', detail: text.noteMissing() }];
  if (countCharacters(words) > reportCharactersMax) {
    return [{ field: 'note', detail: text.wordsTooLong({ most: reportCharactersMax }) }];
  }
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await judgedCase(transaction, moderator, id);
    const row = { id: parts.ids.next(), case_id: id, by_id: moderator.userId, words, at };
    await store.insertNote(transaction, row);
  });
  return [];
}

async function judgedCase(
  transaction: Transaction,
  moderator: Member,
  id: CaseId,
): Promise<CasesTable> {
  await store.lockCase(transaction, id);
  const found = await store.findCase(transaction, moderator.userId, id);
  if (found === null) throw new Refused(404);
  const now = await reportableOf(found.subject_kind)?.find(
    transaction,
    moderator,
    found.subject_id,
  );
  if (now?.people.includes(moderator.userId)) throw new Refused(404);
  return found;
}

async function writeDown(
  transaction: Transaction,
  parts: Parts,
  moderator: Member,
  { id, act }: { readonly id: CaseId; readonly act: string },
): Promise<void> {
  await writeAudit(transaction, {
    id: parts.ids.next(),
    at: parts.clock.now(),
    actorId: moderator.userId,
    act,
    subjectKind: 'case',
    subjectId: id,
  });
}
