// Chapters: added, changed, posted, ordered, deleted. After each, the work's own sums and dates
// are settled from its chapters, so that they can never disagree.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { readPictures, settleImages } from '../images/settle.ts';
import { type ChapterInput, type CheckedChapter, checkChapter, type NameField } from '../input.ts';
import { chaptersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { ChaptersTable, ChapterTextsTable, WorksTable } from '../schema.ts';
import { replaceChapterTags, rollUpTags } from '../store/chapter-tags.ts';
import { insertDeletedChapter } from '../store/deleted-chapters.ts';
import {
  insertChapter,
  listChapterRows,
  removeChapter,
  renumberChapters,
  updateChapter,
  updateChapterText,
  updateWork,
} from '../store/writes.ts';
import { reviseFormsOfChapter } from './autosave.ts';
import { setChapterTags } from './chapter-tags.ts';
import { keepUnlessErrors, type Outcome } from './outcome.ts';
import { refuseIfChanged, refuseIfSavedSince, requireOwnWork } from './own-work.ts';
import { revise, reviseFirst, reviseUnasked } from './revise.ts';
import { planToPost, scheduleProblems } from './schedule.ts';

export type NewChapter = {
  readonly chapter: ChapterInput;
  readonly post: boolean;
  /** Where it goes, from 1; absent or beyond the end: last. */
  readonly position?: number;
  /** A chapter that is not posted now is posted then. */
  readonly postAt?: number | null;
  readonly nameField?: NameField;
  readonly alongside?: (transaction: Transaction, id: ChapterId) => Promise<void>;
  /** One that was deleted and comes back: its day, and the state that it is in then. */
  readonly back?: Pick<ChaptersTable, 'id' | 'published_at'> & { readonly state: number };
};

/** Adds a chapter to one's own work. A posted chapter in a posted work is news: `updated` moves. */
export async function addChapter(
  parts: Parts,
  member: Member,
  work: WorkId,
  given: NewChapter,
): Promise<Outcome<ChapterId>> {
  const at = parts.clock.now();
  const pictures = await readPictures(parts, work);
  const { chapter, errors: wrong } = checkChapter(given.chapter, given.nameField, pictures);
  const postAt = given.post ? null : (given.postAt ?? null);
  const errors = [...wrong, ...scheduleProblems(postAt, at, given.nameField)];
  if (chapter === null || errors.length > 0) return { ok: false, errors };
  const id = given.back?.id ?? (parts.ids.next() as ChapterId);
  return keepUnlessErrors(parts, async (transaction) => {
    const facts = await requireOwnWork(transaction, member, work);
    const rows = await listChapterRows(transaction, work);
    // Somebody else had it back just now.
    if (rows.some((row) => row.id === id)) throw new Refused(404);
    if (rows.length >= chaptersMax) {
      throw new Refused(422, { detail: text.tooManyChapters({ most: chaptersMax }) });
    }
    // In a draft nothing is posted yet: its chapters are posted with it.
    const postedAt = given.post && facts.work.posted_at !== null ? at : null;
    const last = rows.length + 1;
    const publishedAt = given.back?.published_at ?? null;
    const place = { id, position: last, at, postedAt, publishedAt, scheduledAt: postAt };
    const rowsOf = chapterRows(work, chapter, place);
    const revision = given.back?.state ?? rowsOf.row.revision;
    await insertChapter(transaction, { ...rowsOf.row, revision }, rowsOf.text);
    const thing = { work, chapter: id };
    const tagging = { ids: parts.ids, at, by: member.userId };
    const wrongTags = await setChapterTags(
      transaction,
      thing,
      chapter.tags,
      tagging,
      given.nameField,
    );
    if (postAt !== null) await planToPost(transaction, facts.work, id, postAt);
    const number = Math.min(Math.max(given.position ?? last, 1), last);
    const order = rows.map((row) => row.id);
    order.splice(number - 1, 0, id);
    if (number !== last) await renumberChapters(transaction, work, order);
    await settleWork(transaction, work, { at });
    const reason = postedAt === null ? 'save' : 'post';
    const making = { settings: parts.settings, by: member.userId, at, reason } as const;
    // What comes back took its room before.
    if (given.back === undefined) await revise(transaction, thing, making);
    else await reviseUnasked(transaction, thing, making);
    if (wrongTags.length === 0) await given.alongside?.(transaction, id);
    await recordChange(transaction, 'work', [work], at);
    return { value: id, errors: wrongTags };
  });
}

export type ChapterChange = {
  readonly chapter: ChapterInput;
  readonly revision?: number;
  /** The same from a form: minds only versions that were saved since. */
  readonly seen?: number;
  /** Absent: saved, or posted. */
  readonly reason?: 'restore';
  /** Posts a draft chapter with the change. */
  readonly post?: boolean;
  /** Posts a draft chapter then; null takes that back; absent leaves it. */
  readonly postAt?: number | null;
  /** The change of a posted chapter is news: `updated` moves. */
  readonly news?: boolean;
  /** Moves it, from 1; beyond the end is last. */
  readonly position?: number;
  readonly nameField?: NameField;
};

/** Changes a chapter of one's own work: only `edited` moves, unless that is news or posts it. */
export async function changeChapter(
  parts: Parts,
  member: Member,
  work: WorkId,
  id: ChapterId,
  change: ChapterChange,
): Promise<Outcome<ChapterId>> {
  const at = parts.clock.now();
  const pictures = await readPictures(parts, work);
  const { chapter, errors: wrong } = checkChapter(change.chapter, change.nameField, pictures);
  const problems = change.post ? [] : scheduleProblems(change.postAt, at, change.nameField);
  const errors = [...wrong, ...problems];
  if (chapter === null || errors.length > 0) return { ok: false, errors };
  return keepUnlessErrors(parts, async (transaction) => {
    const thing = { work, chapter: id };
    const given = { thing, chapter, change, at };
    return { value: id, errors: await writeChapterChange(transaction, parts, member, given) };
  });
}

export type CheckedChapterChange = {
  readonly thing: { readonly work: WorkId; readonly chapter: ChapterId };
  readonly chapter: CheckedChapter;
  readonly change: Omit<ChapterChange, 'chapter'>;
  readonly at: number;
};

/** `changeChapter` inside the caller's transaction, of which nothing may be kept with errors. */
export async function writeChapterChange(
  transaction: Transaction,
  parts: Parts,
  member: Member,
  { thing, chapter, change, at }: CheckedChapterChange,
): Promise<readonly FieldError[]> {
  const { work, chapter: id } = thing;
  const facts = await requireOwnWork(transaction, member, work);
  const row = await requireChapter(transaction, work, id);
  refuseIfChanged(row.revision, change.revision);
  await refuseIfSavedSince(transaction, thing, change.seen);
  await reviseFirst(transaction, thing);
  await updateChapter(transaction, id, { ...columnsOf(chapter), edited_at: at });
  await updateChapterText(transaction, id, textOf(chapter));
  const tagging = { ids: parts.ids, at, by: member.userId };
  const { nameField } = change;
  const wrongTags = await setChapterTags(transaction, thing, chapter.tags, tagging, nameField);
  const posts = change.post && row.posted_at === null && facts.work.posted_at !== null;
  if (posts) await updateChapter(transaction, id, postedNow(row, at));
  else await planOrTell(transaction, facts.work, row, change, at);
  if (change.position !== undefined) await moveChapter(transaction, work, id, change.position);
  await settleWork(transaction, work, { at });
  const reason = change.reason ?? (posts ? 'post' : 'save');
  await revise(transaction, thing, { settings: parts.settings, by: member.userId, at, reason });
  await recordChange(transaction, 'work', [work], at);
  return wrongTags;
}

/** What posting sets; a day that a chapter brought from elsewhere is kept. */
export function postedNow(row: ChaptersTable, at: number) {
  const published = Math.min(row.published_at ?? at, at);
  return { posted_at: at, published_at: published, scheduled_at: null };
}

/** Sets when a draft chapter is to be posted, or that the change of a posted one is news. */
async function planOrTell(
  transaction: Transaction,
  work: WorksTable,
  row: ChaptersTable,
  { news, postAt }: Pick<ChapterChange, 'news' | 'postAt'>,
  at: number,
): Promise<void> {
  if (row.posted_at !== null) {
    if (news) await updateChapter(transaction, row.id, { news_at: at });
  } else if (postAt !== undefined) {
    await updateChapter(transaction, row.id, { scheduled_at: postAt });
    if (postAt !== null) await planToPost(transaction, work, row.id, postAt);
  }
}

async function moveChapter(transaction: Transaction, work: WorkId, id: ChapterId, to: number) {
  const rows = await listChapterRows(transaction, work);
  const order = rows.map((row) => row.id).filter((other) => other !== id);
  order.splice(Math.min(Math.max(to, 1), rows.length) - 1, 0, id);
  await renumberChapters(transaction, work, order);
}

/** Posts a draft chapter of a posted work. */
export async function postChapter(
  parts: Parts,
  member: Member,
  work: WorkId,
  id: ChapterId,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const facts = await requireOwnWork(transaction, member, work);
    const row = await requireChapter(transaction, work, id);
    if (row.posted_at !== null) return;
    if (facts.work.posted_at === null) {
      throw new Refused(409, { detail: text.postWorkFirst() });
    }
    const thing = { work, chapter: id };
    await reviseFirst(transaction, thing);
    await updateChapter(transaction, id, postedNow(row, at));
    await settleWork(transaction, work, { at });
    const making = { settings: parts.settings, by: member.userId, at, reason: 'post' } as const;
    await revise(transaction, thing, making);
    await recordChange(transaction, 'work', [work], at);
  });
}

/**
 * Deletes a chapter, which can be had back for 30 days; the last one cannot go, and of a posted
 * work not the last posted one.
 */
export async function deleteChapter(
  parts: Parts,
  member: Member,
  work: WorkId,
  id: ChapterId,
  revision?: number,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const facts = await requireOwnWork(transaction, member, work);
    const row = await requireChapter(transaction, work, id);
    refuseIfChanged(row.revision, revision);
    const rows = await listChapterRows(transaction, work);
    const left = rows.filter((other) => other.id !== id);
    const posted = left.some((other) => other.posted_at !== null);
    if (left.length === 0 || (facts.work.posted_at !== null && !posted)) {
      throw new Refused(409, { detail: text.lastChapter() });
    }
    // Its text stays for the days in which it can be had back: as its newest version.
    const thing = { work, chapter: id };
    await reviseFirst(transaction, thing);
    await reviseFormsOfChapter(transaction, thing, { at, base: row.revision });
    const { title, position, published_at } = row;
    const stood = { title, position, published_at };
    const deleted = { chapter_id: id, work_id: work, ...stood, deleted_at: at };
    await insertDeletedChapter(transaction, deleted);
    await replaceChapterTags(transaction, id, []);
    await removeChapter(transaction, id);
    await renumberChapters(
      transaction,
      work,
      left.map((other) => other.id),
    );
    await settleWork(transaction, work, { at });
    await recordChange(transaction, 'work', [work], at);
  });
}

/** Puts the chapters in the given order, which names each of them once. */
export async function orderChapters(
  parts: Parts,
  member: Member,
  work: WorkId,
  order: readonly ChapterId[],
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, work);
    const rows = await listChapterRows(transaction, work);
    const known = new Set(rows.map((row) => row.id));
    if (order.length !== rows.length || !order.every((id) => known.delete(id))) {
      throw new Refused(409, { detail: text.chaptersChanged() });
    }
    await renumberChapters(transaction, work, order);
    await settleWork(transaction, work, { at });
    await recordChange(transaction, 'work', [work], at);
  });
}

async function requireChapter(transaction: Transaction, work: WorkId, id: ChapterId) {
  const row = (await listChapterRows(transaction, work)).find((one) => one.id === id);
  if (row === undefined) throw new Refused(404);
  return row;
}

type Place = {
  readonly id: ChapterId;
  /** A free one. */
  readonly position: number;
  readonly at: number;
  readonly postedAt: number | null;
  /** Of a draft chapter: the day that it shows once it is posted. */
  readonly publishedAt?: number | null;
  readonly scheduledAt?: number | null;
};

/** A new chapter as rows. */
export function chapterRows(
  work: WorkId,
  chapter: CheckedChapter,
  place: Place,
): { row: ChaptersTable; text: ChapterTextsTable } {
  const row = {
    id: place.id,
    work_id: work,
    position: place.position,
    ...columnsOf(chapter),
    created_at: place.at,
    posted_at: place.postedAt,
    published_at: place.postedAt ?? place.publishedAt ?? null,
    edited_at: place.at,
    revision: 1,
    scheduled_at: place.scheduledAt ?? null,
    news_at: null,
    hits: 0,
  };
  return { row, text: { chapter_id: place.id, ...textOf(chapter) } };
}

/**
 * Sets what a work says of its chapters: words, how many are posted, its dates. `postedAt` posts
 * a draft work.
 */
export async function settleWork(
  transaction: Transaction,
  id: WorkId,
  when: { readonly at: number; readonly postedAt?: number },
): Promise<void> {
  const rows = await listChapterRows(transaction, id);
  const posted = rows.filter((row) => row.posted_at !== null);
  const counted = posted.length > 0 ? posted : rows;
  await rollUpTags(
    transaction,
    id,
    counted.map((row) => row.id),
  );
  await updateWork(transaction, id, {
    ...settled(rows, when.at),
    ...(when.postedAt === undefined ? {} : { posted_at: when.postedAt }),
  });
  await settleImages(transaction, id);
}

/** What a work says of its chapters. */
export function settled(rows: readonly ChaptersTable[], at: number) {
  const posted = rows.filter((row) => row.posted_at !== null);
  // A draft shows the words of all it holds; a posted work those that others can read.
  const counted = posted.length > 0 ? posted : rows;
  const times = posted.map((row) => row.published_at ?? at);
  const news = posted.map((row) => row.news_at ?? 0);
  return {
    words: counted.reduce((sum, row) => sum + row.words, 0),
    chapters_posted: posted.length,
    published_at: times.length === 0 ? null : Math.min(...times),
    updated_at: times.length === 0 ? null : Math.max(...times, ...news),
    edited_at: at,
  };
}

function columnsOf(chapter: CheckedChapter) {
  return {
    title: chapter.title,
    summary_source: chapter.summary.source,
    summary_html: chapter.summary.html,
    notes_source: chapter.notes.source,
    notes_html: chapter.notes.html,
    end_notes_source: chapter.endNotes.source,
    end_notes_html: chapter.endNotes.html,
    words: chapter.words,
  };
}

function textOf(chapter: CheckedChapter) {
  return {
    format: chapter.format,
    source: chapter.text.source,
    html: chapter.text.html,
    sanitiser_version: chapter.sanitiserVersion,
  };
}
