import type { JobKind } from '../../../kit/jobs/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { listRoles, readBar } from '../../accounts/index.ts';
import { listAgreed } from '../../policies/index.ts';
import { holdFirstWork } from '../holding/holding.ts';
import { listSavers } from '../store/last-saver.ts';
import { listPostingProblems } from '../store/posting-problems.ts';
import { findWorkOfChapter } from '../store/reads.ts';
import { findWorkFacts, listChapterRows, listWorksByUser, updateChapter } from '../store/writes.ts';
import { postedNow, settleWork } from './chapters.ts';
import { reviseFirst, reviseUnasked } from './revise.ts';
import { askAgain, askToPost, postingJob } from './schedule.ts';
import { postDraft } from './standing.ts';

/**
 * Posts a chapter, and a draft work with it, when its time has come, unless that was changed, done
 * or taken back. While who planned it is suspended or banned it waits; once they are no creator of
 * the work any more, it waits for none of those who are. A draft work is posted in the name of
 * nobody else: its plan ends then.
 */
export function chapterPoster(parts: Parts): JobKind {
  return { ...postingJob, run: (subject) => postScheduled(parts, subject as ChapterId) };
}

async function postScheduled(parts: Parts, id: ChapterId): Promise<void> {
  const at = parts.clock.now();
  const work = await findWorkOfChapter(parts.database.read, id);
  if (work === null) return;
  await parts.database.write(async (transaction) => {
    const facts = await findWorkFacts(transaction, work);
    const row = (await listChapterRows(transaction, work)).find((one) => one.id === id);
    if (facts === null || row === undefined || row.scheduled_at === null) return;
    const { deleted_at, posted_at, created_by } = facts.work;
    if (deleted_at !== null || row.scheduled_at > at) return;
    const thing = { work, chapter: id };
    const savers = await listSavers(transaction, thing);
    // A co-creator who only changed words of a draft has not been asked to agree to the policy.
    const agreed = posted_at === null ? await listAgreed(transaction, savers) : savers;
    const planner = savers.find((one) => agreed.includes(one)) ?? savers[0] ?? created_by;
    const by = await whoPosts(transaction, id, { planner, creators: facts.creatorUserIds }, at);
    if (by === null) return;
    if (posted_at === null) {
      const may = by === planner && (await listPostingProblems(transaction, work)).length === 0;
      if (may) await postPlannedWork(transaction, thing, by, at);
      else await updateChapter(transaction, id, { scheduled_at: null });
      return recordChange(transaction, 'work', [work], at);
    }
    await reviseFirst(transaction, thing);
    await updateChapter(transaction, id, postedNow(row, at));
    await settleWork(transaction, work, { at });
    await reviseUnasked(transaction, thing, { by, at, reason: 'post' });
    await recordChange(transaction, 'work', [work], at);
  });
}

/** The chapter is in a draft, which is posted with it. */
async function postPlannedWork(
  transaction: Transaction,
  { work, chapter }: { readonly work: WorkId; readonly chapter: ChapterId },
  by: UserId,
  at: number,
): Promise<void> {
  const thing = { work, chapter: 0 } as const;
  await reviseFirst(transaction, thing);
  await postDraft(transaction, work, { at, due: chapter });
  await reviseUnasked(transaction, thing, { by, at, reason: 'post' });
  const roles = new Set(await listRoles(transaction, by));
  await holdFirstWork(transaction, { userId: by, roles }, work, at);
}

/** In whose name it is posted now; null: by nobody, and it is asked for again when that may end. */
async function whoPosts(
  transaction: Transaction,
  chapter: ChapterId,
  { planner, creators }: { readonly planner: UserId; readonly creators: readonly UserId[] },
  at: number,
): Promise<UserId | null> {
  const candidates = creators.includes(planner) ? [planner] : creators;
  let until: number | null = null;
  for (const person of candidates) {
    const bar = await readBar(transaction, person, at);
    if (bar === null) return person;
    if (bar.until !== null) until = Math.min(bar.until, until ?? bar.until);
  }
  // Of who is banned, nothing is posted until that is lifted: it is asked for again then.
  if (until !== null) await askToPost(transaction, chapter, until);
  return null;
}

/** Asks again for what a person has planned, as they may act again. */
export async function resumePlansOf(transaction: Transaction, person: UserId): Promise<void> {
  for (const work of await listWorksByUser(transaction, person)) await askAgain(transaction, work);
}
