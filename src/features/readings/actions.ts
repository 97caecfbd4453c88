// Saying where one stands with a work, and taking it back.
import type { ChapterId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Work } from '../works/index.ts';
import type { ReadingState } from './reading.ts';
import { deleteReading, writeReading } from './store.ts';

/** Null: the member has not marked the work any more. */
export async function markWork(
  parts: Parts,
  member: Member,
  work: Work,
  state: ReadingState | null,
  chapter: ChapterId | null,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    if (state === null) return deleteReading(transaction, member, work.id);
    await writeReading(transaction, {
      user_id: member.userId,
      work_id: work.id,
      state,
      chapter_id: work.chapters.some(({ id }) => id === chapter) ? chapter : null,
      chapters_posted: work.chaptersPosted,
      marked_at: at,
    });
  });
}
