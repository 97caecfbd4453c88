// Undoing what an account posted: its works are removed as moderators remove them, its chapters of
// older works are drafts again.
import { recordChange } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import { foundBy, type Undoer } from '../../../shared/undoing.ts';
import { chaptersPosted, findPosting, worksPosted } from '../store/undo.ts';
import { findWorkFacts, updateChapter } from '../store/writes.ts';
import { settleWork } from './chapters.ts';
import { setWorkRemoved } from './moderated.ts';

const works: Undoer = {
  kind: 'works',
  ...foundBy((reader, span) => worksPosted(reader, span).select('works.id')),
  async undo({ transaction, at }, thing) {
    const facts = await findWorkFacts(transaction, thing as WorkId);
    if (facts === null || facts.work.deleted_at !== null) return null;
    await setWorkRemoved(transaction, thing as WorkId, true, at);
    return '';
  },
  async restore({ transaction, at }, thing) {
    const facts = await findWorkFacts(transaction, thing as WorkId);
    if (facts === null || facts.work.removed_at === null) return;
    await setWorkRemoved(transaction, thing as WorkId, false, at);
  },
};

const chapters: Undoer = {
  kind: 'chapters',
  ...foundBy((reader, span) => chaptersPosted(reader, span).select('chapters.id')),
  async undo({ transaction, at }, thing) {
    const id = thing as ChapterId;
    const work = (await findPosting(transaction, id))?.work_id;
    const facts = work === undefined ? null : await findWorkFacts(transaction, work);
    const now = await findPosting(transaction, id);
    // A posted work keeps a chapter that can be read.
    if (facts === null || now === null || now.posted_at === null) return null;
    if (facts.work.chapters_posted < 2) return null;
    await updateChapter(transaction, id, { posted_at: null, published_at: null });
    await settleWork(transaction, now.work_id, { at });
    await recordChange(transaction, 'work', [now.work_id], at);
    return JSON.stringify({ posted: now.posted_at, published: now.published_at });
  },
  async restore({ transaction, at }, thing, kept) {
    const id = thing as ChapterId;
    const now = await findPosting(transaction, id);
    if (now === null || now.posted_at !== null) return;
    await findWorkFacts(transaction, now.work_id);
    const { posted, published } = JSON.parse(kept) as { posted: number; published: number | null };
    await updateChapter(transaction, id, { posted_at: posted, published_at: published });
    await settleWork(transaction, now.work_id, { at });
    await recordChange(transaction, 'work', [now.work_id], at);
  },
};

/** Works that an account posted, and chapters of works that were posted before. */
export const undoersOfWorks: readonly Undoer[] = [works, chapters];
