// What moves a work between draft, posted, deleted and hidden.
import { Refused } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { holdFirstWork } from '../holding/holding.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import {
  findWorkFacts,
  listChapterRows,
  listWithoutSeenCreators,
  listWorksByUser,
  setCreatorsHidden,
  updateChapter,
  updateWork,
} from '../store/writes.ts';
import { postedNow, settleWork } from './chapters.ts';
import { refuseIfChanged, requireOwnWork } from './own-work.ts';
import { revise, reviseFirst } from './revise.ts';
import { askAgain, refuseUnfit } from './schedule.ts';

/**
 * Posts a draft with its chapters, but for those that have a time of their own to come. Posting
 * what is posted changes nothing. Refused 422 while what was brought is over a limit.
 */
export async function postWork(parts: Parts, member: Member, id: WorkId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const { work } = await requireOwnWork(transaction, member, id);
    if (work.posted_at !== null) return;
    await refuseUnfit(transaction, id);
    const thing = { work: id, chapter: 0 } as const;
    await reviseFirst(transaction, thing);
    await postDraft(transaction, id, { at });
    const making = { settings: parts.settings, by: member.userId, at, reason: 'post' } as const;
    await revise(transaction, thing, making);
    await holdFirstWork(transaction, member, id, at);
    await recordChange(transaction, 'work', [id], at);
  });
}

/**
 * Posts the chapters of a draft that have no time, and `due`; where that is none, the first. A day
 * that a chapter brought from elsewhere is kept.
 */
export async function postDraft(
  transaction: Transaction,
  id: WorkId,
  { at, due }: { readonly at: number; readonly due?: ChapterId },
): Promise<void> {
  const rows = await listChapterRows(transaction, id);
  const now = rows.filter((row) => row.id === due || (row.scheduled_at ?? at) <= at);
  for (const chapter of now.length > 0 ? now : rows.slice(0, 1)) {
    await updateChapter(transaction, chapter.id, postedNow(chapter, at));
  }
  await settleWork(transaction, id, { at, postedAt: at });
}

/** Deletes one's own work; it can be had back for 30 days. */
export async function deleteWork(
  parts: Parts,
  member: Member,
  id: WorkId,
  revision?: number,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const { work } = await requireOwnWork(transaction, member, id);
    refuseIfChanged(work.revision, revision);
    await updateWork(transaction, id, { deleted_at: at });
    await recordChange(transaction, 'work', [id], at);
  });
}

/** Takes a deletion back, for the creators, within 30 days. */
export async function undeleteWork(parts: Parts, member: Member, id: WorkId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const facts = await findWorkFacts(transaction, id);
    if (facts === null || !facts.creatorUserIds.includes(member.userId)) throw new Refused(404);
    const { deleted_at, removed_at } = facts.work;
    if (deleted_at === null) return;
    if (removed_at !== null) throw new Refused(403, { detail: text.workRemoved() });
    if (at - deleted_at > undeleteDays * dayMs) {
      throw new Refused(410, { detail: text.deletedTooLongAgo({ days: undeleteDays }) });
    }
    await updateWork(transaction, id, { deleted_at: null, edited_at: at });
    await askAgain(transaction, id);
    await recordChange(transaction, 'work', [id], at);
  });
}

/**
 * Brings a person's works in step after the person was hidden or shown again: a work all of whose
 * creators are hidden is not shown. Call it after the fact about the person has changed.
 */
export async function settleWorksOfPerson(
  transaction: Transaction,
  user: UserId,
  at: number,
): Promise<void> {
  const ids = await listWorksByUser(transaction, user);
  const without = await listWithoutSeenCreators(transaction, ids);
  const hidden = new Set(without);
  const seen = ids.filter((id) => !hidden.has(id));
  await setCreatorsHidden(transaction, without, true);
  await setCreatorsHidden(transaction, seen, false);
  await recordChange(transaction, 'work', ids, at);
}
