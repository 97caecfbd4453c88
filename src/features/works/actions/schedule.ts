// Chapters that are to be posted by themselves at a time, in a draft with the work. The time stands
// with the chapter; a job looks then whether it still holds, so that a change or a cancelled plan
// needs no job removed.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import { askForJob } from '../../../kit/jobs/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { NameField } from '../input.ts';
import { text } from '../messages.ts';
import type { WorksTable } from '../schema.ts';
import { listPostingProblems } from '../store/posting-problems.ts';
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

/**
 * Plans a chapter whose `scheduled_at` is set in the same transaction. In a draft the work is
 * posted with it: refused 422 while what was brought is over a limit.
 */
export async function planToPost(
  transaction: Transaction,
  work: Pick<WorksTable, 'id' | 'posted_at'>,
  chapter: ChapterId,
  postAt: number,
): Promise<void> {
  if (work.posted_at === null) await refuseUnfit(transaction, work.id);
  await askToPost(transaction, chapter, postAt);
}

/** Throws Refused 422 while something that was brought in is over a limit. */
export async function refuseUnfit(transaction: Transaction, work: WorkId): Promise<void> {
  const errors = await listPostingProblems(transaction, work);
  if (errors.length === 0) return;
  const named = errors.map(({ field, detail: problem }) =>
    field.includes('/') ? problem : text.fieldProblem({ field: fieldWord(field), problem }),
  );
  throw new Refused(422, { detail: text.notFitToPost({ problems: named.join(' ') }), errors });
}

function fieldWord(field: string): string {
  return field === 'endNotes' ? text.endNotesWord() : field;
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
