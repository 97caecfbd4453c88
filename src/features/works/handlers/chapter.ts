// Adding, changing, ordering and deleting chapters through forms.
import { Refused } from '../../../kit/http/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { takeConsent } from '../../policies/index.ts';
import { dropForm } from '../actions/autosave.ts';
import {
  addChapter,
  changeChapter,
  deleteChapter,
  orderChapters,
  postChapter,
} from '../actions/chapters.ts';
import { undeleteChapter } from '../actions/deleted-chapters.ts';
import {
  asChapterInput,
  type ChapterFields,
  chapterNames,
  chosenTime,
  emptyChapterFields,
  fieldsOfChapter,
  readChapterFields,
  seenState,
} from '../forms.ts';
import { readPictures } from '../images/settle.ts';
import { checkChapter } from '../input.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import { type ChapterForm, chapterFormPage, chapterPreview } from '../pages/chapter-form-page.ts';
import { deleteChapterPage, orderPage } from '../pages/manage-pages.ts';
import { momentText } from '../pages/moment.ts';
import { type OwnWork, readChapterSource } from '../store/sources.ts';
import { versionOfChapterTyped } from '../typed-version.ts';
import { chaptersUrl, chapterUrl, editChapterUrl, workUrl } from '../urls.ts';
import { chapterDifferences, versionOfChapter } from '../versions.ts';
import type { ChapterSource } from '../work.ts';
import { openForm, sameForm, windowOf } from './autosave.ts';
import { chapterFormParts } from './chapter-form-parts.ts';
import { noRoom, type RefusedForm, refusedForm } from './conflict.ts';
import { ownWork, policyMissing } from './work.ts';

export async function showNewChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const open = await openForm(ask, parts, formOfNewChapter(work));
  const empty = { ...emptyChapterFields, position: String(work.chapters.length + 1) };
  const fields = open.restored === null ? empty : readChapterFields(open.restored, chapterNames);
  return renderForm(
    ask,
    { work, fields, errors: [], open, ...(await chapterFormParts(ask, parts)) },
    200,
  );
}

export async function submitNewChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const sent = await ask.form();
  const fields = readChapterFields(sent, chapterNames);
  const formParts = await chapterFormParts(ask, parts);
  const { zone } = formParts;
  const open = sameForm(parts, sent, formOfNewChapter(work));
  const form = { work, fields, errors: [], open, ...formParts };
  if (sent.text('do') === 'preview') return previewed(ask, parts, form);
  const postAt = chosenTime(fields, zone);
  const planned = { work, postAt, ticked: sent.text('policy') };
  if (!(await mayPlan(ask, parts, planned))) {
    return renderForm(ask, { ...form, errors: [policyMissing()] }, 422);
  }
  const position = readPosition(fields);
  const outcome = await addChapter(parts, ask.viewer, work.id, {
    chapter: asChapterInput(fields),
    // A time holds whatever button was pressed: what was posted too early has been read.
    post: sent.text('do') === 'post' && postAt === null,
    postAt,
    ...(position === null ? {} : { position }),
  }).catch(noRoom);
  if (!outcome.ok) return renderForm(ask, { ...form, errors: outcome.errors }, 422);
  await dropForm(parts, ask.viewer, windowOf(sent));
  const posted = work.posted && sent.text('do') === 'post' && postAt === null;
  const sentence = posted ? text.chapterPosted() : savedSentence(fields, zone);
  const saved = `${ask.viewer.login}${chaptersUrl(work)}`;
  return answerDone(ask, chapterUrl(work, { id: outcome.value }), sentence, saved);
}

export async function showEditChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work, source } = await ownChapter(ask, parts);
  const open = await openForm(ask, parts, formOfChapter(work, source));
  const formParts = await chapterFormParts(ask, parts, source.tags);
  const { zone } = formParts;
  const fields =
    open.restored === null
      ? fieldsOfChapter(source, zone)
      : readChapterFields(open.restored, chapterNames);
  return renderForm(ask, { work, fields, errors: [], edited: source, open, ...formParts }, 200);
}

export async function submitEditChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work, source } = await ownChapter(ask, parts);
  const sent = await ask.form();
  const fields = readChapterFields(sent, chapterNames);
  const open = sameForm(parts, sent, formOfChapter(work, source));
  const formParts = await chapterFormParts(ask, parts, source.tags);
  const { zone } = formParts;
  const form = { work, fields, edited: source, open, ...formParts };
  if (sent.text('do') === 'preview') return previewed(ask, parts, { ...form, errors: [] });
  const postAt = source.posted ? null : chosenTime(fields, zone);
  // A time that the button was pressed in spite of is the one that stood there already.
  const isNewTime = postAt !== null && fields.postAt !== fieldsOfChapter(source, zone).postAt;
  const post = sent.text('do') === 'post' && !isNewTime;
  const planned = { work, postAt, ticked: sent.text('policy') };
  if (!(await mayPlan(ask, parts, planned))) {
    return renderForm(ask, { ...form, errors: [policyMissing()] }, 422);
  }
  try {
    const outcome = await changeChapter(parts, ask.viewer, work.id, source.id, {
      chapter: asChapterInput(fields),
      post,
      news: fields.news,
      ...(source.posted ? {} : { postAt }),
      ...seenState(fields),
    });
    if (!outcome.ok) return renderForm(ask, { ...form, errors: outcome.errors }, 422);
  } catch (error) {
    const thing = { work: work.id, chapter: source.id };
    const refused = await refusedForm(parts, error, thing, async () => ({
      fields: chapterDifferences(
        versionOfChapter(source),
        await versionOfChapterTyped(parts.database.read, fields),
      ),
      address: editChapterUrl(work, source),
      theirText: source.source,
    }));
    return renderRefused(ask, form, refused, source.revision);
  }
  await dropForm(parts, ask.viewer, windowOf(sent));
  const posted = post && !source.posted && work.posted;
  const plan = source.posted ? { ...fields, postAt: '' } : fields;
  const sentence = posted ? text.chapterPosted() : savedSentence(plan, zone);
  const address = chapterUrl(work, source);
  return answerDone(ask, address, sentence, `${ask.viewer.login}${address}`);
}

export async function submitPostChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work, source } = await ownChapter(ask, parts);
  await postChapter(parts, ask.viewer, work.id, source.id);
  return answerDone(ask, chapterUrl(work, source), text.chapterPosted());
}

export async function showDeleteChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work, source } = await ownChapter(ask, parts);
  return answerPage(ask, deleteChapterPage(ask.frame(), work, source));
}

export async function submitDeleteChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work, source } = await ownChapter(ask, parts);
  await deleteChapter(parts, ask.viewer, work.id, source.id);
  return answerDone(ask, workUrl(work), text.chapterDeleted({ days: undeleteDays }));
}

export async function submitUndeleteChapter(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const id = orNotFound(parseId<ChapterId>(ask.params['chapterId']));
  const outcome = await undeleteChapter(parts, ask.viewer, work.id, id);
  if (!outcome.ok) {
    const detail = outcome.errors.map((one) => one.detail).join(' ');
    throw new Refused(422, { detail, errors: outcome.errors });
  }
  return answerDone(ask, chapterUrl(work, { id }), text.chapterHadBack());
}

export async function showOrder(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  return answerPage(ask, orderPage(ask.frame(), work, []));
}

export async function submitOrder(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const sent = await ask.form();
  const numbers = work.chapters.map((chapter) => sent.text(`number[${chapter.id}]`).trim());
  const wrong = work.chapters.filter((_, at) => !/^[0-9]{1,6}$/.test(numbers[at] ?? ''));
  if (wrong.length > 0) {
    const errors = wrong.map((chapter) => ({
      field: `number[${chapter.id}]`,
      detail: text.orderNotNumbers(),
    }));
    return answerPage(ask, orderPage(ask.frame(), work, errors, numbers), 422);
  }
  // Equal numbers keep the order that the chapters have among themselves.
  const order = work.chapters
    .map((chapter, at) => ({ id: chapter.id, number: Number(numbers[at]), at }))
    .sort((a, b) => a.number - b.number || a.at - b.at)
    .map((chapter) => chapter.id);
  await orderChapters(parts, ask.viewer, work.id, order);
  return answerDone(ask, workUrl(work), text.orderSaved());
}

/** With both versions before them, whoever saves again means it. */
function renderRefused(
  ask: MemberAsk,
  form: Omit<ChapterForm, 'login' | 'errors'>,
  { conflict, status, ...shown }: RefusedForm,
  revision: number,
): Response {
  const fields = conflict ? { ...form.fields, revision: String(revision) } : form.fields;
  return renderForm(ask, { ...form, ...shown, fields }, status);
}

function renderForm(ask: MemberAsk, form: Omit<ChapterForm, 'login'>, status: number): Response {
  const page = chapterFormPage(ask.frame(), { ...form, login: ask.viewer.login });
  return answerPage(ask, page, status);
}

async function previewed(
  ask: MemberAsk,
  parts: Parts,
  form: Omit<ChapterForm, 'login' | 'work'> & { work: OwnWork },
): Promise<Response> {
  const pictures = await readPictures(parts, form.work.id);
  const { chapter, errors } = checkChapter(asChapterInput(form.fields), undefined, pictures);
  if (chapter === null) return renderForm(ask, { ...form, errors }, 422);
  const preview = chapterPreview(chapter, form.work.title, form.work);
  return renderForm(ask, { ...form, preview }, 200);
}

function formOfNewChapter(work: OwnWork) {
  return { kind: 'chapter-new', workId: work.id, chapterId: null } as const;
}

function formOfChapter(work: OwnWork, { id }: ChapterSource) {
  return { kind: 'chapter', workId: work.id, chapterId: id } as const;
}

/** In a draft a time posts the work, to which consent to the policy is needed. */
async function mayPlan(
  ask: MemberAsk,
  parts: Parts,
  { work, postAt, ticked }: { work: OwnWork; postAt: number | null; ticked: string },
): Promise<boolean> {
  return work.posted || postAt === null || takeConsent(parts, ask.viewer, ticked);
}

function savedSentence(fields: ChapterFields, zone: string): string {
  const postAt = chosenTime(fields, zone);
  if (postAt === null) return text.chapterSaved();
  return text.chapterScheduled({ time: momentText(postAt, zone) });
}

function readPosition(fields: ChapterFields): number | null {
  return /^[0-9]{1,6}$/.test(fields.position.trim()) ? Number(fields.position) : null;
}

async function ownChapter(
  ask: MemberAsk,
  parts: Parts,
): Promise<{ work: OwnWork; source: ChapterSource }> {
  const work = await ownWork(ask, parts);
  const id = orNotFound(parseId<ChapterId>(ask.params['chapterId']));
  return { work, source: orNotFound(await readChapterSource(parts.database.read, work, id)) };
}
