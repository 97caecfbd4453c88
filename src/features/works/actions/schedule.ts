// Chapters that are to be posted by themselves at a time. The time stands with the chapter; a job
// looks then whether it still holds, so that a change or a cancelled plan needs no job removed.
import type { FieldError } from '../../../kit/http/index.ts';
import { askForJob } from '../../../kit/jobs/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { NameField } from '../input.ts';
import { text } from '../messages.ts';
import { listChapterRows } from '../store/writes.ts';

export const postingJob = { name: 'post chapter' } as const;

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
  await askForJob(transaction, postingJob, chapter, postAt);
}

/** Asks again for every plan of a work that was deleted and came back. */
export async function askAgain(transaction: Transaction, work: WorkId): Promise<void> {
  for (const { id, scheduled_at } of await listChapterRows(transaction, work)) {
    if (scheduled_at !== null) await askToPost(transaction, id, scheduled_at);
  }
}
