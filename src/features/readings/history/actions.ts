// What a member says about their history.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import {
  clearVisits,
  deleteVisit,
  forgetCleared,
  forgetLongCleared,
  restoreVisits,
  writeHistoryChoice,
} from '../store/visits.ts';

type Perform = (transaction: Transaction, member: Member, at: number) => Promise<void>;

const performers = {
  keep: (transaction, member, at) => writeHistoryChoice(transaction, member, true, at),
  /** What stands in it stays until it is cleared. */
  stop: (transaction, member, at) => writeHistoryChoice(transaction, member, false, at),
  clear: clearVisits,
  restore: restoreVisits,
  /** What was cleared goes now. */
  forget: (transaction, { userId }) => forgetCleared(transaction, userId),
} as const satisfies Record<string, Perform>;

/** What can be asked of a history; see `performers` for each. */
export type HistoryAct = keyof typeof performers;

export function readHistoryAct(word: string): HistoryAct | null {
  return (Object.keys(performers) as HistoryAct[]).find((act) => act === word) ?? null;
}

/** Does it, at once; what nobody keeps can be cleared and had back all the same. */
export async function performHistoryAct(
  { database, clock }: Parts,
  member: Member,
  act: HistoryAct,
): Promise<void> {
  const at = clock.now();
  await database.write((transaction) => performers[act](transaction, member, at));
}

/** At once and for good. */
export async function removeVisit(
  { database }: Parts,
  member: Member,
  work: WorkId,
): Promise<void> {
  await database.write((transaction) => deleteVisit(transaction, member, work));
}

/** What was cleared and is not to be had back any more goes. A chore. */
export async function forgetClearedVisits({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  await database.write((transaction) => forgetLongCleared(transaction, now));
}
