// Having a deleted chapter back, and the end of the days in which it can be.
import { Refused } from '../../../kit/http/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { undeleteDays } from '../limits.ts';
import {
  listChaptersOver,
  listDeletedChapters,
  removeDeletedChapter,
} from '../store/deleted-chapters.ts';
import { findSavedRevision, readRevision } from '../store/revisions.ts';
import { type ChapterVersion, inputOfChapterVersion } from '../versions.ts';
import { addChapter } from './chapters.ts';
import type { Outcome } from './outcome.ts';
import { dropRevisions } from './revise.ts';

/**
 * Brings a chapter of one's own work back as a draft, where it stood and with its history. That
 * the work is the member's is asked again with it. Throws Refused 404 where there is none to have.
 */
export async function undeleteChapter(
  parts: Parts,
  member: Member,
  work: WorkId,
  chapter: ChapterId,
): Promise<Outcome<ChapterId>> {
  const { read } = parts.database;
  const since = parts.clock.now() - undeleteDays * dayMs;
  const found = (await listDeletedChapters(read, work, since)).find(({ id }) => id === chapter);
  const saved = await findSavedRevision(read, { work, chapter }, { since: -1 });
  if (found === undefined || saved === null) throw new Refused(404);
  const version = JSON.parse(await readRevision(read, saved)) as ChapterVersion;
  return addChapter(parts, member, work, {
    chapter: inputOfChapterVersion(version),
    post: false,
    position: found.position,
    // Older versions are of older states.
    back: { id: chapter, published_at: found.published_at, state: saved.state + 1 },
    alongside: async (transaction) => {
      // Somebody else had it back at the same time.
      if (!(await removeDeletedChapter(transaction, chapter))) throw new Refused(404);
    },
  });
}

// A transaction for each; more in one go would only keep other chores waiting.
const atOnce = 200;

/** Removes for good the versions of chapters whose days are over. */
export async function purgeDeletedChapters(parts: Parts, moment: number): Promise<void> {
  for (const thing of await listChaptersOver(parts.database.read, moment, atOnce)) {
    await parts.database.write(async (transaction) => {
      if (!(await removeDeletedChapter(transaction, thing.chapter))) return;
      await dropRevisions(transaction, thing);
    });
  }
}
