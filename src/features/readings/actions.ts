// Saying where one stands with a work, and taking it back.
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { ChapterHeading, Work } from '../works/index.ts';
import type { Place, ReadingState, Spot } from './reading.ts';
import { columnsOf, deleteReading, findReading, writePlace, writeReading } from './store.ts';

/** Null: the member has not marked the work any more. */
export async function markWork(
  parts: Parts,
  member: Member,
  work: Work,
  state: ReadingState | null,
  { chapter, place }: Spot,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    if (state === null) return deleteReading(transaction, member, work.id);
    await writeReading(transaction, {
      user_id: member.userId,
      work_id: work.id,
      state,
      ...(work.chapters.some(({ id }) => id === chapter)
        ? { chapter_id: chapter, ...columnsOf(place) }
        : { chapter_id: null, ...columnsOf(null) }),
      chapters_posted: work.chaptersPosted,
      marked_at: at,
    });
  });
}

/**
 * Moves the place on as the member reads. Only a work that they have marked as being read has one
 * that moves by itself, and it never moves back to a chapter before: who looks something up there
 * is still where they were.
 */
export async function movePlace(
  parts: Parts,
  member: Member,
  work: Work,
  chapter: ChapterHeading,
  place: Place,
): Promise<void> {
  const reading = await findReading(parts.database.read, member, work.id);
  if (reading?.state !== 'reading') return;
  const before = work.chapters.find(({ id }) => id === reading.chapter);
  if (before !== undefined && before.position > chapter.position) return;
  const at = parts.clock.now();
  const kept = { work: work.id, chapter: chapter.id, number: chapter.position, place, at };
  await parts.database.write((transaction) => writePlace(transaction, member, kept));
}

/** Takes a mark back, also of a work that the member does not see now. */
export async function unmarkWork({ database }: Parts, member: Member, work: WorkId): Promise<void> {
  await database.write((transaction) => deleteReading(transaction, member, work));
}
