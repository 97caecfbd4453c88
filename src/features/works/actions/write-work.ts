// Making and changing a work. Texts are cleaned and counted before the transaction; inside it
// stand the rule, the rows and the change log, so that a work is there whole or not at all.
import type { FieldError } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import type { TagMaking } from '../../tags/index.ts';
import { type CompanyWishes, settleCompany } from '../company/actions/settle-company.ts';
import { holdFirstWork } from '../holding/holding.ts';
import { readPictures } from '../images/settle.ts';
import {
  type ChapterInput,
  type CheckedChapter,
  type CheckedWork,
  checkChapter,
  checkWork,
  type NameField,
  type WorkInput,
} from '../input.ts';
import type { Languages } from '../languages.ts';
import { chaptersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { WorksTable } from '../schema.ts';
import { readLanguages } from '../store/languages.ts';
import { findPseudOwners } from '../store/rows.ts';
import {
  listChapterRows,
  replaceCreators,
  replaceTags,
  updateChapter,
  updateWork,
} from '../store/writes.ts';
import { chapterWarningProblems, setChapterTags } from './chapter-tags.ts';
import { settleWork } from './chapters.ts';
import { keepUnlessErrors, type Outcome } from './outcome.ts';
import { refuseIfChanged, refuseIfSavedSince, requireOwnWork } from './own-work.ts';
import { columnsOf, placeWork, resolveAll } from './place-works.ts';
import { revise, reviseFirst } from './revise.ts';
import { askToPost, scheduleProblems } from './schedule.ts';
import { skinProblems } from './skin.ts';

export type NewWork = {
  readonly work: WorkInput;
  /** At least one, in order. */
  readonly chapters: readonly ChapterInput[];
  readonly post: boolean;
  /** When chapters are to be posted, by their order; null: with the work. */
  readonly postAt?: readonly (number | null)[];
  /** The pseud it is posted under; absent: the person's default one. */
  readonly as?: PseudId;
  readonly company?: CompanyWishes;
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
  const checked = checkNewWork(given, await readLanguages(parts.database.read));
  if (!checked.ok) return checked;
  const as = given.as ?? member.pseuds[0]?.id;
  const pseud = member.pseuds.find((one) => one.id === as);
  if (pseud === undefined) {
    return { ok: false, errors: [{ field: 'as', detail: text.pseudNotYours() }] };
  }
  const at = parts.clock.now();
  const times = given.chapters.map((_, index) => given.postAt?.[index] ?? null);
  const wrongTimes = times.flatMap((time, index) =>
    scheduleProblems(time, at, given.nameChapterField?.(index)),
  );
  if (wrongTimes.length > 0) return { ok: false, errors: wrongTimes };
  const posts = given.post && times.includes(null);
  return keepUnlessErrors(parts, async (transaction) => {
    const errors: FieldError[] = [];
    const id = await placeWork(transaction, parts, errors, {
      ...checked.value,
      creators: [{ pseudId: pseud.id, userId: member.userId }],
      by: member.userId,
      chapterTimes: times.map((time) => (posts && time === null ? at : null)),
      createdAt: at,
    });
    errors.push(...(await skinProblems(transaction, member, checked.value.work.skin)));
    if (errors.length === 0 && given.company !== undefined) {
      const settling = { parts, member, work: id, at };
      errors.push(...(await settleCompany(transaction, settling, given.company)));
    }
    const tagging = { ids: parts.ids, at, by: member.userId };
    errors.push(...(await tagChapters(transaction, id, given, tagging)));
    await planChapters(transaction, id, times);
    if (errors.length === 0 && posts) await holdFirstWork(transaction, member, id, at);
    if (errors.length === 0) await given.alongside?.(transaction, id);
    return { value: id, errors };
  });
}

async function planChapters(
  transaction: Transaction,
  work: WorkId,
  times: readonly (number | null)[],
): Promise<void> {
  if (times.every((time) => time === null)) return;
  for (const [index, { id }] of (await listChapterRows(transaction, work)).entries()) {
    const time = times[index] ?? null;
    if (time === null) continue;
    await updateChapter(transaction, id, { scheduled_at: time });
    await askToPost(transaction, id, time);
  }
}

/** Tags of a new work's chapters, where any are given. */
async function tagChapters(
  transaction: Transaction,
  work: WorkId,
  { chapters, nameChapterField }: NewWork,
  making: TagMaking,
): Promise<FieldError[]> {
  const hasTags = ({ tags = {} }: ChapterInput) =>
    Object.values(tags).some((list) => list.length > 0);
  if (!chapters.some(hasTags)) return [];
  const errors: FieldError[] = [];
  for (const [at, { id }] of (await listChapterRows(transaction, work)).entries()) {
    const name = nameChapterField?.(at);
    const thing = { work, chapter: id };
    errors.push(...(await setChapterTags(transaction, thing, chapters[at]?.tags, making, name)));
  }
  await settleWork(transaction, work, { at: making.at });
  return errors;
}

function checkNewWork(
  given: NewWork,
  languages: Languages,
): Outcome<{ work: CheckedWork; chapters: readonly CheckedChapter[] }> {
  const { work, errors } = checkWork(given.work, languages);
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

export type WorkChange = {
  readonly work: WorkInput;
  /** The revision the change was made from; another one now is refused with 412. */
  readonly revision?: number;
  /** The same from a form, which minds only what was saved of the work's own fields since then. */
  readonly seen?: number;
  readonly as?: PseudId;
  /** Absent: saved. */
  readonly reason?: 'restore';
  readonly company?: CompanyWishes;
};

/** Changes all of a work but its chapters. */
export async function changeWork(
  parts: Parts,
  member: Member,
  id: WorkId,
  change: WorkChange,
): Promise<Outcome<WorkId>> {
  const languages = await readLanguages(parts.database.read);
  const { work, errors } = checkWork(change.work, languages, await readPictures(parts, id));
  if (work === null) return { ok: false, errors };
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    const problems = await writeChange(transaction, parts, member, { id, work, change, at });
    return { value: id, errors: problems };
  });
}

export type CheckedChange = {
  readonly id: WorkId;
  readonly work: CheckedWork;
  readonly change: Omit<WorkChange, 'work'>;
  readonly at: number;
};

/** `changeWork` inside the caller's transaction, of which nothing may be kept with any errors. */
export async function writeChange(
  transaction: Transaction,
  parts: Parts,
  member: Member,
  { id, work, change, at }: CheckedChange,
): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  const facts = await requireOwnWork(transaction, member, id);
  refuseIfChanged(facts.work.revision, change.revision);
  const thing = { work: id, chapter: 0 } as const;
  await refuseIfSavedSince(transaction, thing, change.seen);
  await reviseFirst(transaction, thing);
  const making = { ids: parts.ids, at, by: member.userId };
  const [tags] = await resolveAll(transaction, [{ work, making }]);
  problems.push(...(tags?.errors ?? []));
  if (work.skin !== facts.work.skin_id) {
    problems.push(...(await skinProblems(transaction, member, work.skin)));
  }
  await replaceTags(transaction, id, tags?.ids ?? []);
  problems.push(...(await chapterWarningProblems(transaction, id)));
  const columns = asModeratorsKeep(facts.work, columnsOf(work));
  await updateWork(transaction, id, { ...columns, edited_at: at });
  if (change.as !== undefined) await changePseud(transaction, member, id, change.as, problems);
  if (change.company !== undefined) {
    const settling = { parts, member, work: id, at };
    problems.push(...(await settleCompany(transaction, settling, change.company)));
  }
  await settleWork(transaction, id, { at });
  const reason = change.reason ?? 'save';
  const by = member.userId;
  await revise(transaction, thing, { settings: parts.settings, by, at, reason });
  await recordChange(transaction, 'work', [id], at);
  return problems;
}

/** What moderators keep for members only stays so; what its creator wishes is kept beside. */
function asModeratorsKeep(
  work: Pick<WorksTable, 'restricted_wish'>,
  columns: ReturnType<typeof columnsOf>,
) {
  if (work.restricted_wish === null) return columns;
  return { ...columns, restricted: 1 as const, restricted_wish: columns.restricted };
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
