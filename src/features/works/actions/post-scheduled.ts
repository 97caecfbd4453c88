import type { JobKind } from '../../../kit/jobs/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { readBar } from '../../accounts/index.ts';
import { findLastSaver } from '../store/last-saver.ts';
import { findWorkOfChapter } from '../store/reads.ts';
import { findWorkFacts, listChapterRows, listWorksByUser, updateChapter } from '../store/writes.ts';
import { settleWork } from './chapters.ts';
import { revise, reviseFirst } from './revise.ts';
import { askAgain, askToPost, postingJob } from './schedule.ts';

/**
 * Posts a chapter when its time has come, unless that was changed, done or taken back. While who
 * planned it is suspended or banned it waits.
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
    const { deleted_at, posted_at, created_by: by } = facts.work;
    if (deleted_at !== null || posted_at === null || row.scheduled_at > at) return;
    const thing = { work, chapter: id };
    const planner = (await findLastSaver(transaction, thing)) ?? by;
    const bar = await readBar(transaction, planner, at);
    if (bar !== null) {
      // Of who is banned, nothing is posted until that is lifted: it is asked for again then.
      if (bar.until !== null) await askToPost(transaction, id, bar.until);
      return;
    }
    await reviseFirst(transaction, thing);
    const publishedAt = Math.min(row.published_at ?? at, at);
    const posted = { posted_at: at, published_at: publishedAt, scheduled_at: null };
    await updateChapter(transaction, id, posted);
    await settleWork(transaction, work, { at });
    await revise(transaction, thing, { settings: parts.settings, by, at, reason: 'post' });
    await recordChange(transaction, 'work', [work], at);
  });
}

/** Asks again for what a person has planned, as they may act again. */
export async function resumePlansOf(transaction: Transaction, person: UserId): Promise<void> {
  for (const work of await listWorksByUser(transaction, person)) await askAgain(transaction, work);
}
