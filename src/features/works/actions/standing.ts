// What moves a work between draft, posted, deleted and hidden.
import { Refused } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { holdFirstWork } from '../holding/holding.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import { listPostingProblems } from '../store/posting-problems.ts';
import {
  findWorkFacts,
  listChapterRows,
  listWithoutSeenCreators,
  listWorksByUser,
  setCreatorsHidden,
  updateChapter,
  updateWork,
} from '../store/writes.ts';
import { settleWork } from './chapters.ts';
import { refuseIfChanged, requireOwnWork } from './own-work.ts';
import { revise, reviseFirst } from './revise.ts';
import { askAgain } from './schedule.ts';

/**
 * Posts a draft with all its chapters; a day that a chapter brought from elsewhere is kept. Posting
 * what is posted changes nothing. Refused 422 while what was brought is over a limit.
 */
export async function postWork(parts: Parts, member: Member, id: WorkId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const { work } = await requireOwnWork(transaction, member, id);
    if (work.posted_at !== null) return;
    const errors = await listPostingProblems(transaction, id);
    if (errors.length > 0) {
      const named = errors.map(({ field, detail: problem }) =>
        field.includes('/') ? problem : text.fieldProblem({ field: fieldWord(field), problem }),
      );
      throw new Refused(422, { detail: text.notFitToPost({ problems: named.join(' ') }), errors });
    }
    const thing = { work: id, chapter: 0 } as const;
    await reviseFirst(transaction, thing);
    for (const chapter of await listChapterRows(transaction, id)) {
      const publishedAt = Math.min(chapter.published_at ?? at, at);
      await updateChapter(transaction, chapter.id, {
        posted_at: at,
        published_at: publishedAt,
        scheduled_at: null,
      });
    }
    await settleWork(transaction, id, { at, postedAt: at });
    const making = { settings: parts.settings, by: member.userId, at, reason: 'post' } as const;
    await revise(transaction, thing, making);
    await holdFirstWork(transaction, member, id, at);
    await recordChange(transaction, 'work', [id], at);
  });
}

function fieldWord(field: string): string {
  return field === 'endNotes' ? text.endNotesWord() : field;
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
