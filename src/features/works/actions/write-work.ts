// Making and changing a work. Texts are cleaned and counted before the transaction; inside it
// stand the rule, the rows and the change log, so that a work is there whole or not at all.
import type { FieldError } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, PseudId, TagId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { resolveTags, type TagMaking, workTagTypes } from '../../tags/index.ts';
import {
  type ChapterInput,
  type CheckedChapter,
  type CheckedWork,
  checkChapter,
  checkWork,
  type NameField,
  tagFields,
  type WorkInput,
} from '../input.ts';
import { chaptersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { type CreatorIds, findPseudOwners } from '../store/rows.ts';
import { insertWork, replaceCreators, replaceTags, updateWork } from '../store/writes.ts';
import { placeChapter, settleWork } from './chapters.ts';
import { refuseIfChanged, requireOwnWork } from './own-work.ts';

/** What an action made, or everything that was wrong with what was sent. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export type NewWork = {
  readonly work: WorkInput;
  /** At least one, in order. */
  readonly chapters: readonly ChapterInput[];
  readonly post: boolean;
  /** The pseud it is posted under; absent: the person's default one. */
  readonly as?: PseudId;
  /** How chapter errors name their fields: the form has one chapter, the API a list. */
  readonly nameChapterField?: (index: number) => NameField;
  /** More to write in the same transaction (an idempotent answer, an import's note). */
  readonly alongside?: (transaction: Transaction, id: WorkId) => Promise<void>;
};

/**
 * Creates a work, as a draft or posted. Everything wrong is said at once; nothing is kept of a
 * refused one.
 */
export async function createWork(
  parts: Parts,
  member: Member,
  given: NewWork,
): Promise<Outcome<WorkId>> {
  const checked = checkNewWork(given);
  if (!checked.ok) return checked;
  const as = given.as ?? member.pseuds[0]?.id;
  const pseud = member.pseuds.find((one) => one.id === as);
  if (pseud === undefined) {
    return { ok: false, errors: [{ field: 'as', detail: text.pseudNotYours() }] };
  }
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    const errors: FieldError[] = [];
    const id = await placeWork(transaction, parts, errors, {
      ...checked.value,
      creators: [{ pseudId: pseud.id, userId: member.userId }],
      by: member.userId,
      chapterTimes: given.chapters.map(() => (given.post ? at : null)),
      createdAt: at,
    });
    if (errors.length === 0) await given.alongside?.(transaction, id);
    return { value: id, errors };
  });
}

function checkNewWork(
  given: NewWork,
): Outcome<{ work: CheckedWork; chapters: readonly CheckedChapter[] }> {
  const { work, errors } = checkWork(given.work);
  const chapters = given.chapters.map((chapter, index) =>
    checkChapter(chapter, given.nameChapterField?.(index)),
  );
  const all = [...errors, ...chapters.flatMap((chapter) => chapter.errors)];
  if (given.chapters.length === 0) all.push({ field: 'chapters', detail: text.textMissing() });
  if (given.chapters.length > chaptersMax) {
    all.push({ field: 'chapters', detail: text.tooManyChapters({ most: chaptersMax }) });
  }
  if (work === null || all.length > 0) return { ok: false, errors: all };
  return { ok: true, value: { work, chapters: chapters.flatMap((one) => one.chapter ?? []) } };
}

export type PlacedWork = {
  readonly work: CheckedWork;
  readonly chapters: readonly CheckedChapter[];
  readonly creators: CreatorIds;
  readonly by: UserId;
  readonly createdAt: number;
  /** When each chapter was posted; null for drafts. */
  readonly chapterTimes: readonly (number | null)[];
  readonly anonymous?: boolean;
};

/**
 * Writes a checked work inside the caller's transaction: for `createWork`, imports and the demo,
 * which bring creators and dates of their own. Tags that cannot be are added to `errors`.
 */
export async function placeWork(
  transaction: Transaction,
  parts: Pick<Parts, 'ids'>,
  errors: FieldError[],
  placed: PlacedWork,
): Promise<WorkId> {
  const { work, createdAt } = placed;
  const id = parts.ids.next() as WorkId;
  const making = { ids: parts.ids, at: createdAt, by: placed.by };
  const tags = await resolveAll(transaction, work, making, errors);
  await insertWork(transaction, {
    id,
    ...columnsOf(work),
    hidden: 0,
    creators_hidden: 0,
    anonymous: placed.anonymous ? 1 : 0,
    unrevealed: 0,
    words: 0,
    chapters_posted: 0,
    created_at: createdAt,
    created_by: placed.by,
    posted_at: null,
    published_at: null,
    updated_at: null,
    edited_at: createdAt,
    deleted_at: null,
    revision: 1,
  });
  await replaceCreators(transaction, id, placed.creators);
  await replaceTags(transaction, id, tags);
  for (const [index, chapter] of placed.chapters.entries()) {
    const postedAt = placed.chapterTimes[index] ?? null;
    const chapterId = parts.ids.next() as ChapterId;
    await placeChapter(transaction, id, chapter, {
      id: chapterId,
      position: index + 1,
      at: createdAt,
      postedAt,
    });
  }
  const posted = placed.chapterTimes.filter((time) => time !== null);
  await settleWork(transaction, id, {
    at: createdAt,
    ...(posted.length > 0 ? { postedAt: Math.min(...posted) } : {}),
  });
  await recordChange(transaction, 'work', [id], createdAt);
  return id;
}

export type WorkChange = {
  readonly work: WorkInput;
  /** The revision the change was made from; another one now is refused with 412. */
  readonly revision?: number;
  readonly as?: PseudId;
};

/** Changes all of a work but its chapters. */
export async function changeWork(
  parts: Parts,
  member: Member,
  id: WorkId,
  change: WorkChange,
): Promise<Outcome<WorkId>> {
  const { work, errors } = checkWork(change.work);
  if (work === null) return { ok: false, errors };
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    const problems: FieldError[] = [];
    const facts = await requireOwnWork(transaction, member, id);
    refuseIfChanged(facts.work.revision, change.revision);
    const making = { ids: parts.ids, at, by: member.userId };
    const tags = await resolveAll(transaction, work, making, problems);
    await replaceTags(transaction, id, tags);
    await updateWork(transaction, id, { ...columnsOf(work), edited_at: at });
    if (change.as !== undefined) await changePseud(transaction, member, id, change.as, problems);
    await settleWork(transaction, id, { at });
    await recordChange(transaction, 'work', [id], at);
    return { value: id, errors: problems };
  });
}

/** Puts another of the member's own pseuds in the place of theirs on the work. */
async function changePseud(
  transaction: Transaction,
  member: Member,
  id: WorkId,
  as: PseudId,
  errors: FieldError[],
): Promise<void> {
  if (!member.pseuds.some((pseud) => pseud.id === as)) {
    errors.push({ field: 'as', detail: text.pseudNotYours() });
    return;
  }
  const creators = await findPseudOwners(transaction, id);
  let given = false;
  const changed = creators.flatMap((creator) => {
    if (creator.userId !== member.userId) return [creator];
    if (given) return [];
    given = true;
    return [{ pseudId: as, userId: member.userId }];
  });
  await replaceCreators(transaction, id, changed);
}

function columnsOf(work: CheckedWork) {
  return {
    title: work.title,
    title_key: work.titleKey,
    summary_source: work.summary.source,
    summary_html: work.summary.html,
    notes_source: work.notes.source,
    notes_html: work.notes.html,
    end_notes_source: work.endNotes.source,
    end_notes_html: work.endNotes.html,
    sanitiser_version: work.sanitiserVersion,
    language: work.language,
    expected_chapters: work.expectedChapters,
    restricted: work.restricted ? (1 as const) : (0 as const),
  };
}

async function resolveAll(
  transaction: Transaction,
  work: CheckedWork,
  making: TagMaking,
  errors: FieldError[],
): Promise<TagId[]> {
  const ids: TagId[] = [];
  for (const type of workTagTypes) {
    const { tags, errors: problems } = await resolveTags(
      transaction,
      type,
      work.tags[type],
      making,
    );
    ids.push(...tags.map((tag) => tag.id));
    errors.push(...problems.map((detail) => ({ field: tagFields[type], detail })));
  }
  return ids;
}

class Undone extends Error {
  override name = 'Undone';
}

/** Runs a transaction that may find errors of fields; with any, nothing of it is kept. */
export async function keepUnlessErrors<Value>(
  parts: Pick<Parts, 'database'>,
  work: (transaction: Transaction) => Promise<{ value: Value; errors: readonly FieldError[] }>,
): Promise<Outcome<Value>> {
  let found: readonly FieldError[] = [];
  try {
    const value = await parts.database.write(async (transaction) => {
      const result = await work(transaction);
      found = result.errors;
      if (found.length > 0) throw new Undone();
      return result.value;
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Undone) return { ok: false, errors: found };
    throw error;
  }
}
