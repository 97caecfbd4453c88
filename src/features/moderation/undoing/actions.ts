// Undoing all that an account did in a time span, and bringing that back: each with a reason, told
// to the person, written down.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import { askForJob } from '../../../kit/jobs/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Undoer } from '../../../shared/undoing.ts';
import type { Member } from '../../../shared/viewer.ts';
import { problemsOf, refuseEqual, type Subject, tidied, type Wish, writeDown } from '../actions.ts';
import { undoneAtOnce } from '../limits.ts';
import { text } from '../messages.ts';
import { tellRuling } from '../rulings/actions.ts';
import { goOn, undoingJob } from './go-on.ts';
import type { UndoingId } from './schema.ts';
import * as store from './store.ts';

type Said = Pick<Wish, 'reason' | 'policy' | 'words'>;

/** Begins it; much of it is done when this returns, the rest by a job. */
export async function undoAll(
  parts: Parts,
  undoers: readonly Undoer[],
  moderator: Member,
  subject: Subject & { readonly kind: 'user' },
  typed: Said & { readonly from: number; readonly to: number },
): Promise<readonly FieldError[]> {
  const wish = tidied(typed);
  const said = { ...wish, act: 'undo', days: 0 } as const;
  const errors = problemsOf(said);
  if (!(wish.from < wish.to)) errors.push({ field: 'from', detail: text.spanMissing() });
  if (errors.length > 0) return errors;
  const id = parts.ids.next() as UndoingId;
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await refuseEqual(transaction, moderator, subject);
    await store.insertUndoing(transaction, {
      id,
      user_id: subject.id as never,
      by_id: moderator.userId,
      from_at: wish.from,
      to_at: wish.to,
      at,
      state: 'doing',
      kind: null,
      below: Number.MAX_SAFE_INTEGER,
      things: 0,
    });
    await writeDown(transaction, parts, moderator, subject, said);
    const decided = decidedOf(subject, 'undo', wish);
    await tellRuling(transaction, parts, moderator, decided, subject.people);
    await askForJob(transaction, undoingJob, id, at);
  });
  await goOn(parts, undoers, id, undoneAtOnce);
  return [];
}

/** Brings back what an undoing undid, as far as it still can be. 409 unless it is done. */
export async function takeBack(
  parts: Parts,
  undoers: readonly Undoer[],
  moderator: Member,
  subject: Subject & { readonly kind: 'user' },
  typed: Said & { readonly undoing: UndoingId },
): Promise<readonly FieldError[]> {
  const wish = tidied(typed);
  const said = { ...wish, act: 'redo', days: 0 } as const;
  const errors = problemsOf(said);
  if (errors.length > 0) return errors;
  await parts.database.write(async (transaction) => {
    await refuseEqual(transaction, moderator, subject);
    const undoing = await store.lockUndoing(transaction, wish.undoing);
    if (undoing === null || undoing.user_id !== subject.id) throw new Refused(404);
    if (undoing.state !== 'done') throw new Refused(409, { detail: text.notPossible() });
    await store.updateUndoing(transaction, wish.undoing, { state: 'returning' });
    await writeDown(transaction, parts, moderator, subject, said);
    const decided = decidedOf(subject, 'redo', wish);
    await tellRuling(transaction, parts, moderator, decided, subject.people);
    await askForJob(transaction, undoingJob, wish.undoing, parts.clock.now());
  });
  await goOn(parts, undoers, wish.undoing, undoneAtOnce);
  return [];
}

function decidedOf(subject: Subject, act: 'undo' | 'redo', { policy, words }: Said) {
  return {
    subject_kind: subject.kind,
    subject_id: subject.id,
    title: subject.title,
    act,
    until: null,
    reason: act === 'undo' ? policy : '',
    words,
  } as const;
}
