// Works that wait for a moderator: what a feature above holds, and the first works of young
// accounts where the host wishes that. A work that waits is hidden, so that posting it shows it to
// nobody; its creators keep it and can change it.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import { readJoinedAt } from '../../accounts/index.ts';
import { settleWork } from '../actions/chapters.ts';
import { setWorkHidden } from '../actions/moderated.ts';
import { text } from '../messages.ts';
import { listChapterRows, updateChapter } from '../store/writes.ts';
import {
  firstWorksChoices,
  firstWorksDaysChoices,
  firstWorksDaysUsual,
  firstWorksUsual,
} from './limits.ts';
import * as store from './store.ts';

/** A work that waits for a moderator. */
export type HeldWork = {
  readonly id: WorkId;
  readonly title: string;
  /** Whose it is. */
  readonly login: string;
  readonly heldAt: number;
  readonly reasons: readonly string[];
  /** Its creators have posted it: moderators can read it. */
  readonly posted: boolean;
};

/** What waits, the oldest first. For moderators. */
export async function listHeldWorks(reader: Reader): Promise<HeldWork[]> {
  const rows = await store.listHeldRows(reader);
  return rows.map((row) => ({
    id: row.work_id,
    title: row.title,
    login: row.login,
    heldAt: row.held_at,
    reasons: JSON.parse(row.reasons) as string[],
    posted: row.posted_at !== null,
  }));
}

/** Whether the work waits for a moderator now. */
export async function isHeld(reader: Reader, id: WorkId): Promise<boolean> {
  return (await store.findHeld(reader, id))?.verdict === null;
}

/** Makes a work wait that never did before, with sentences that say why. */
export async function holdWork(
  transaction: Transaction,
  id: WorkId,
  reasons: readonly string[],
  at: number,
): Promise<void> {
  await store.insertHeld(transaction, id, reasons, at);
  await setWorkHidden(transaction, id, true, at);
}

/** How many first works of accounts how young wait, as the words of the site's settings say it. */
export function firstWorksOf({ works, days }: { readonly works?: string; readonly days?: string }) {
  return {
    works: firstWorksChoices.find((one) => String(one) === works) ?? firstWorksUsual,
    days: firstWorksDaysChoices.find((one) => String(one) === days) ?? firstWorksDaysUsual,
  };
}

/**
 * Makes a work wait that a young account has just posted, until moderators have let so many of its
 * works in as the host wishes. What they have decided about stays as they decided.
 */
export async function holdFirstWork(
  transaction: Transaction,
  { userId, roles }: Pick<Member, 'userId' | 'roles'>,
  id: WorkId,
  at: number,
): Promise<void> {
  const { works, days } = firstWorksOf(await store.readFirstWorksChoice(transaction));
  if (works === 0 || roles.size > 0) return;
  if (at - (await readJoinedAt(transaction, userId)) >= days * dayMs) return;
  if ((await store.findHeld(transaction, id)) !== null) return;
  if ((await store.countShownWorks(transaction, userId, id, works)) >= works) return;
  await holdWork(transaction, id, [text.holdFirstWorks({ works })], at);
}

/**
 * What moderators decide about a work that waits, or that they have kept out before. One that is
 * let in counts as posted then: it would be far down in every list of what is new. False: it never
 * waited.
 */
export async function settleHeld(
  transaction: Transaction,
  id: WorkId,
  decided: {
    readonly at: number;
    readonly by: UserId;
    readonly verdict: store.HeldVerdict;
  },
): Promise<boolean> {
  const held = await store.findHeld(transaction, id);
  if (held === null) return false;
  await store.decideHeld(transaction, id, decided);
  if (decided.verdict === 'kept out') return true;
  for (const { id: chapter, posted_at, published_at } of await listChapterRows(transaction, id)) {
    // A day that the chapter brought from elsewhere stays.
    const isOfWaiting = posted_at !== null && posted_at >= held.heldAt;
    if (!isOfWaiting || published_at !== posted_at) continue;
    await updateChapter(transaction, chapter, { published_at: decided.at });
  }
  await settleWork(transaction, id, { at: decided.at });
  return setWorkHidden(transaction, id, false, decided.at);
}
