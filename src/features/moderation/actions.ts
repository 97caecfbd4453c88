// Hiding and showing again: the fact is set in works or accounts, the reason and the audit row are
// written here, in one transaction.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { countCharacters, normaliseText } from '../../text/index.ts';
import { hidePerson, unhidePerson, writeAudit } from '../accounts/index.ts';
import { settleWorksOfPerson, setWorkHidden } from '../works/index.ts';
import { reasons } from './cases/reasons.ts';
import type { CaseId } from './cases/schema.ts';
import { reasonCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { refuseOwnAppeal, tellRuling } from './rulings/actions.ts';
import { text as told } from './rulings/messages.ts';

export type Subject =
  | {
      readonly kind: 'work';
      readonly id: WorkId;
      readonly creatorIds: readonly UserId[];
      readonly title: string;
    }
  | { readonly kind: 'user'; readonly id: UserId; readonly title: string };

/** Hides the subject, or shows it again; returns what is wrong with the reason. */
export async function setHidden(
  parts: Parts,
  moderator: Member,
  subject: Subject,
  wish: {
    readonly hidden: boolean;
    readonly reason: string;
    /** One of the reasons for which things are reported: told to those whose it is. */
    readonly policy: string;
    /** To those whose it is. */
    readonly words: string;
    /** The case for which it is done: written down there too. */
    readonly inCase?: CaseId;
  },
): Promise<readonly FieldError[]> {
  const reason = normaliseText(wish.reason).trim();
  const problem = reasonProblem(reason);
  const words = normaliseText(wish.words).trim();
  const errors = problem === null ? [] : [{ field: 'reason', detail: problem }];
  const policy = wish.hidden ? wish.policy : '';
  if (wish.hidden && !reasons.some(({ name }) => name === policy)) {
    errors.push({ field: 'policy', detail: told.policyMissing() });
  }
  if (countCharacters(words) > reasonCharactersMax) {
    errors.push({ field: 'words', detail: text.reasonTooLong({ most: reasonCharactersMax }) });
  }
  if (errors.length > 0) return errors;
  const own = subject.kind === 'user' ? [subject.id] : subject.creatorIds;
  if (own.includes(moderator.userId)) throw new Refused(403, { detail: text.notYourself() });
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    if (wish.inCase !== undefined) {
      const number = subject.id;
      const asked = { id: wish.inCase, kind: subject.kind, number };
      await refuseOwnAppeal(transaction, moderator, asked);
    }
    if (subject.kind === 'work') {
      const there = await setWorkHidden(transaction, subject.id, wish.hidden, at);
      if (!there) throw new Refused(404);
    } else {
      const set = wish.hidden ? hidePerson : unhidePerson;
      await set(transaction, subject.id, at);
      await settleWorksOfPerson(transaction, subject.id, at);
    }
    const act = `${wish.hidden ? 'hide' : 'show'} ${subject.kind === 'work' ? 'work' : 'person'}`;
    const places = [{ subjectKind: subject.kind as string, subjectId: subject.id as number }];
    if (wish.inCase !== undefined) places.push({ subjectKind: 'case', subjectId: wish.inCase });
    for (const place of places) {
      const entry = { id: parts.ids.next(), at, actorId: moderator.userId, act, reason };
      await writeAudit(transaction, { ...entry, ...place });
    }
    const decided = {
      subject_kind: subject.kind,
      subject_id: subject.id,
      title: subject.title,
      act: wish.hidden ? 'hide' : 'show',
      reason: policy,
      words,
    } as const;
    await tellRuling(transaction, parts, moderator, decided, own);
  });
  return [];
}

function reasonProblem(reason: string): string | null {
  if (reason === '') return text.reasonMissing();
  if (countCharacters(reason) <= reasonCharactersMax) return null;
  return text.reasonTooLong({ most: reasonCharactersMax });
}
