// What is told of a decision to those whose it is, and their appeal.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { countCharacters, normaliseText } from '../../../text/index.ts';
import { leaveNotice, type NoticeSort } from '../../notices/index.ts';
import { reportCharactersMax } from '../cases/limits.ts';
import { newCase } from '../cases/notice-sorts.ts';
import { hashOf, reportableOf } from '../cases/reportable.ts';
import type { CaseId } from '../cases/schema.ts';
import { addPeople, keepEvidence, listJudges, openCase } from '../cases/store.ts';
import { rulingUrl } from '../urls.ts';
import { isSubjectKind, isTaking, kinOf } from './acts.ts';
import { text } from './messages.ts';
import type { RulingId, RulingsTable } from './schema.ts';
import * as store from './store.ts';

/** To those whose it is: about the ruling. */
export const ruled: NoticeSort = {
  name: 'moderators-decided',
  standard: 'at-once',
};

type Decided = Pick<
  RulingsTable,
  'subject_kind' | 'subject_id' | 'title' | 'act' | 'until' | 'reason' | 'words'
>;

/** Writes a decision down for those whose it is, and tells them, in the act's transaction. */
export async function tellRuling(
  transaction: Transaction,
  parts: Parts,
  moderator: Member,
  decided: Decided,
  people: readonly UserId[],
): Promise<void> {
  const at = parts.clock.now();
  const id = parts.ids.next() as RulingId;
  const row: RulingsTable = {
    ...decided,
    id,
    by_id: moderator.userId,
    at,
    appeal_words: null,
    appealed_at: null,
    answered_at: null,
  };
  // What is given back needs no other answer.
  if (!isTaking(decided.act)) {
    const subject = { kind: decided.subject_kind, id: decided.subject_id };
    await store.answerAppeals(transaction, subject, at, kinOf(decided.act));
  }
  await store.insertRuling(transaction, row, people);
  for (const person of people) {
    await leaveNotice(transaction, parts, ruled, { person, about: id });
  }
}

/** Tells those who have appealed that the decision stands, as their case is closed. */
export async function letStand(
  transaction: Transaction,
  parts: Parts,
  subject: Parameters<typeof store.answerAppeals>[1],
): Promise<void> {
  const told = await store.answerAppeals(transaction, subject, parts.clock.now());
  for (const { ruling, person } of told) {
    await leaveNotice(transaction, parts, ruled, { person, about: ruling });
  }
}

/** The one appeal against a ruling: it opens a case. Returns what is wrong with the words. */
export async function appeal(
  parts: Parts,
  member: Member,
  ruling: RulingsTable,
  typed: string,
): Promise<readonly FieldError[]> {
  const words = normaliseText(typed).trim();
  if (words === '') return [{ field: 'appeal', detail: text.appealMissing() }];
  if (countCharacters(words) > reportCharactersMax) {
    return [{ field: 'appeal', detail: text.appealLong({ most: reportCharactersMax }) }];
  }
  const at = parts.clock.now();
  const subject = { kind: ruling.subject_kind, id: ruling.subject_id };
  await parts.database.write(async (transaction) => {
    // As its creator sees it: moderators see no more. What they have removed is not there.
    const now = (await reportableOf(subject.kind)?.find(transaction, member, subject.id)) ?? {
      title: ruling.title,
      address: rulingUrl(ruling),
      people: await store.listPeopleOf(transaction, ruling.id),
      revision: null,
      body: '',
    };
    if (!(await store.keepAppeal(transaction, ruling.id, words, at))) return;
    const fresh = { id: parts.ids.next() as CaseId, at };
    const { id } = await openCase(transaction, subject, fresh);
    await addPeople(transaction, id, now.people);
    await keepEvidence(transaction, {
      id: parts.ids.next(),
      case_id: id,
      at,
      title: now.title,
      address: now.address,
      revision: now.revision,
      hash: hashOf(now),
      body: now.body,
    });
    for (const person of await listJudges(transaction, id)) {
      await leaveNotice(transaction, parts, newCase, { person, about: 1 });
    }
  });
  return [];
}

/** Refused while an appeal against the moderator's own ruling waits and there is another one. */
export async function refuseOwnAppeal(
  transaction: Transaction,
  moderator: Member,
  { id, kind, number }: { readonly id: CaseId; readonly kind: string; readonly number: number },
): Promise<void> {
  if (!isSubjectKind(kind)) return;
  const rulings = await store.listRulings(transaction, { kind, id: number });
  const isOwn = rulings.some((one) => store.isWaiting(one) && one.by_id === moderator.userId);
  if (!isOwn) return;
  const others = await listJudges(transaction, id);
  if (others.some((judge) => judge !== moderator.userId)) {
    throw new Refused(403, { detail: text.appealForOther() });
  }
}
