// Chapters that are to be posted by themselves at a time. The time stands with the chapter; a job
// looks then whether it still holds, so that a change or a cancelled plan needs no job removed.
import type { FieldError } from '../../../kit/http/index.ts';
import { askForJob, type JobKind } from '../../../kit/jobs/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { NameField } from '../input.ts';
import { text } from '../messages.ts';
import { findWorkOfChapter } from '../store/reads.ts';
import { findWorkFacts, listChapterRows, updateChapter } from '../store/writes.ts';
import { settleWork } from './chapters.ts';
import { revise, reviseFirst } from './revise.ts';

const job = { name: 'post chapter' } as const;

/** What is wrong with a time to post at; null is none, NaN no time. */
export function scheduleProblems(
  postAt: number | null | undefined,
  now: number,
  nameField: NameField = (field) => field,
): FieldError[] {
  if (postAt === null || postAt === undefined) return [];
  if (Number.isNaN(postAt)) return [{ field: nameField('postAt'), detail: text.postAtNoTime() }];
  if (postAt <= now) return [{ field: nameField('postAt'), detail: text.postAtPast() }];
  return [];
}

/** Asks for the job of a chapter whose `scheduled_at` is set in the same transaction. */
export async function askToPost(
  transaction: Transaction,
  chapter: ChapterId,
  postAt: number,
): Promise<void> {
  await askForJob(transaction, job, chapter, postAt);
}

/** Asks again for every plan of a work that was deleted and came back. */
export async function askAgain(transaction: Transaction, work: WorkId): Promise<void> {
  for (const { id, scheduled_at } of await listChapterRows(transaction, work)) {
    if (scheduled_at !== null) await askToPost(transaction, id, scheduled_at);
  }
}

/** Posts a chapter when its time has come, unless that was changed, done or taken back. */
export function chapterPoster(parts: Parts): JobKind {
  return { ...job, run: (subject) => postScheduled(parts, subject as ChapterId) };
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
    await reviseFirst(transaction, thing);
    const publishedAt = Math.min(row.published_at ?? at, at);
    const posted = { posted_at: at, published_at: publishedAt, scheduled_at: null };
    await updateChapter(transaction, id, posted);
    await settleWork(transaction, work, { at });
    await revise(transaction, thing, { settings: parts.settings, by, at, reason: 'post' });
    await recordChange(transaction, 'work', [work], at);
  });
}
