// The two questions before every change of a work: is it yours, and is it as you saw it?
import { Refused } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import { text } from '../messages.ts';
import type { Revised } from '../store/revisions.ts';
import { stateOf } from '../store/rows.ts';
import { findWorkFacts } from '../store/writes.ts';
import { standingOf } from '../visibility.ts';
import { isSavedSince } from './revise.ts';

/** The work's facts, locked, for one of its creators; others are refused as they would read it. */
export async function requireOwnWork(transaction: Transaction, member: Member, id: WorkId) {
  const facts = await findWorkFacts(transaction, id);
  if (facts === null) throw new Refused(404);
  const own = facts.creatorUserIds.includes(member.userId);
  const standing = standingOf(member, stateOf(facts.work), own);
  if (standing === 'gone') throw new Refused(410, { detail: text.workDeleted() });
  if (standing === 'unknown') throw new Refused(404);
  if (!own) throw new Refused(403, { detail: text.notYourWork() });
  return facts;
}

/** Refuses a change that was made from an older state than the present one. */
export function refuseIfChanged(now: number, seen: number | undefined): void {
  if (seen !== undefined && seen !== now) {
    throw new Refused(412, { detail: text.changedMeanwhile() });
  }
}

/** Refuses a form that was opened before somebody saved another version. */
export async function refuseIfSavedSince(
  transaction: Transaction,
  thing: Revised,
  seen: number | undefined,
): Promise<void> {
  if (seen !== undefined && (await isSavedSince(transaction, thing, seen))) {
    throw new Refused(412, { detail: text.changedMeanwhile() });
  }
}
