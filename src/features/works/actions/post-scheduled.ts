import type { JobKind } from '../../../kit/jobs/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { readBar } from '../../accounts/index.ts';
import { findLastSaver } from '../store/last-saver.ts';
import { findWorkOfChapter } from '../store/reads.ts';
import { findWorkFacts, listChapterRows, listWorksByUser, updateChapter } from '../store/writes.ts';
import { settleWork } from './chapters.ts';
import { reviseFirst, reviseUnasked } from './revise.ts';
import { askAgain, askToPost, postingJob } from './schedule.ts';

/**
 * Posts a chapter when its time has come, unless that was changed, done or taken back. While who
 * planned it is suspended or banned it waits; once they are no creator of the work any more, it
 * waits for none of those who are.
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
    const { deleted_at, posted_at } = facts.work;
    if (deleted_at !== null || posted_at === null || row.scheduled_at > at) return;
    const thing = { work, chapter: id };
    const by = await whoPosts(transaction, thing, facts, at);
    if (by === null) return;
    await reviseFirst(transaction, thing);
    const publishedAt = Math.min(row.published_at ?? at, at);
    const posted = { posted_at: at, published_at: publishedAt, scheduled_at: null };
    await updateChapter(transaction, id, posted);
    await settleWork(transaction, work, { at });
    await reviseUnasked(transaction, thing, { by, at, reason: 'post' });
    await recordChange(transaction, 'work', [work], at);
  });
}

type WorkFacts = NonNullable<Awaited<ReturnType<typeof findWorkFacts>>>;

/** In whose name it is posted now; null: by nobody, and it is asked for again when that may end. */
async function whoPosts(
  transaction: Transaction,
  thing: { readonly work: WorkId; readonly chapter: ChapterId },
  { work, creatorUserIds: creators }: Pick<WorkFacts, 'work' | 'creatorUserIds'>,
  at: number,
): Promise<UserId | null> {
  const planner = (await findLastSaver(transaction, thing)) ?? work.created_by;
  const candidates = creators.includes(planner) ? [planner] : creators;
  let until: number | null = null;
  for (const person of candidates) {
    const bar = await readBar(transaction, person, at);
    if (bar === null) return person;
    if (bar.until !== null) until = Math.min(bar.until, until ?? bar.until);
  }
  // Of who is banned, nothing is posted until that is lifted: it is asked for again then.
  if (until !== null) await askToPost(transaction, thing.chapter, until);
  return null;
}

/** Asks again for what a person has planned, as they may act again. */
export async function resumePlansOf(transaction: Transaction, person: UserId): Promise<void> {
  for (const work of await listWorksByUser(transaction, person)) await askAgain(transaction, work);
}
