// Posting and changing works through forms.
import { Refused, seeOther } from '../../../kit/http/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { SkinId, WorkId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { readTimeZone } from '../../accounts/index.ts';
import { importUrl } from '../../imports/urls.ts';
import { readConsent, takeConsent } from '../../policies/index.ts';
import { findSkin, listSkinsFor } from '../../skins/index.ts';
import { listTagsOfType, offeredTags } from '../../tags/index.ts';

import { dropForm } from '../actions/autosave.ts';
import { deleteWork, postWork, undeleteWork } from '../actions/standing.ts';
import { changeWork, createWork } from '../actions/write-work.ts';
import { asCompanyWishes } from '../company/forms.ts';
import { listOwnSeries } from '../company/store/series.ts';
import {
  asChapterInput,
  asWorkInput,
  chosenPseud,
  chosenTime,
  emptyChapterFields,
  emptyWorkFields,
  fieldsOfWork,
  firstChapterNames,
  readChapterFields,
  readWorkFields,
  seenState,
} from '../forms.ts';
import { isHeld } from '../holding/holding.ts';
import { checkChapter, checkWork } from '../input.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import { chapterPreview } from '../pages/chapter-form-page.ts';
import { consentPage } from '../pages/consent-part.ts';
import { deleteWorkPage, draftsPage, undeleteWorkPage } from '../pages/manage-pages.ts';
import { momentText } from '../pages/moment.ts';
import { type Vocabularies, type WorkForm, workFormPage } from '../pages/work-form-page.ts';
import { readLanguages } from '../store/languages.ts';
import { listPostingProblems } from '../store/posting-problems.ts';
import { findDeletedTitle, listDrafts } from '../store/reads.ts';
import { type OwnWork, readWorkSource } from '../store/sources.ts';
import { versionOfTyped } from '../typed-version.ts';
import { draftsUrl, editWorkUrl, newWorkUrl, workUrl } from '../urls.ts';
import { versionOfWork, workDifferences } from '../versions.ts';
import { openForm, sameForm, windowOf } from './autosave.ts';
import { refusedForm } from './conflict.ts';
import { findOwnWork } from './own-work.ts';

export async function showNewWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  // Where tools and habit look for it.
  if (ask.query.get('import') === 'true') return seeOther(importUrl);
  const vocabularies = await readVocabularies(ask, parts);
  const open = await openForm(ask, parts, newWorkForm);
  const as = String(ask.viewer.pseuds[0]?.id ?? '');
  const empty = { ...emptyWorkFields, as, language: ask.frame().newWorkLanguage ?? '' };
  const fields = open.restored === null ? empty : readWorkFields(open.restored);
  const chapter =
    open.restored === null
      ? emptyChapterFields
      : readChapterFields(open.restored, firstChapterNames);
  const form = { fields, chapter, errors: [], vocabularies, open };
  return answerPage(ask, workFormPage(ask.frame(), { ...form, member: ask.viewer }));
}

export async function submitNewWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const sent = await ask.form();
  const fields = readWorkFields(sent);
  const chapter = readChapterFields(sent, firstChapterNames);
  const open = sameForm(parts, sent, newWorkForm);
  const again = async (extra: Partial<WorkForm>, status: number) => {
    const vocabularies = await readVocabularies(ask, parts);
    const form = { fields, chapter, errors: [], vocabularies, member: ask.viewer, open, ...extra };
    return answerPage(ask, workFormPage(ask.frame(), form), status);
  };
  const nameField = (field: string) => `chapter[${field}]`;
  if (sent.text('do') === 'preview') {
    const checked = checkChapter(asChapterInput(chapter), nameField);
    if (checked.chapter === null) return again({ errors: checked.errors }, 422);
    const language = (await readLanguages(parts.database.read)).inLanguage(fields.language);
    return again({ preview: chapterPreview(checked.chapter, fields.title, language) }, 200);
  }
  const zone = await readTimeZone(parts.database.read, ask.viewer.userId);
  // A time holds whatever button was pressed: what was posted too early has been read.
  const postAt = chosenTime(chapter, zone);
  const post = sent.text('do') !== 'draft' && postAt === null;
  if ((post || postAt !== null) && !(await takeConsent(parts, ask.viewer, fields.policy))) {
    // Everything wrong is said at once, not one thing after the other.
    const languages = await readLanguages(parts.database.read);
    const { errors } = checkWork(asWorkInput(fields), languages);
    const inChapter = checkChapter(asChapterInput(chapter), nameField).errors;
    return again({ errors: [...errors, ...inChapter, policyMissing()] }, 422);
  }
  const outcome = await createWork(parts, ask.viewer, {
    work: asWorkInput(fields),
    chapters: [asChapterInput(chapter)],
    post,
    postAt: [postAt],
    nameChapterField: () => nameField,
    company: asCompanyWishes(fields.company),
    ...chosenPseud(fields),
  });
  if (!outcome.ok) return again({ errors: outcome.errors }, 422);
  await dropForm(parts, ask.viewer, windowOf(sent));
  const saved = `${ask.viewer.login}${newWorkUrl}`;
  const planned =
    postAt === null ? text.draftSaved() : text.draftPlanned({ time: momentText(postAt, zone) });
  const sentence = post ? await saidOfPosted(parts, outcome.value) : planned;
  return answerDone(ask, workUrl({ id: outcome.value }), sentence, saved);
}

export async function showEditWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const source = await readWorkSource(parts.database.read, work);
  const open = await openForm(ask, parts, formOfWork(work));
  const present = fieldsOfWork(work, source, pseudOf(ask, work));
  const fields = open.restored === null ? present : readWorkFields(open.restored);
  // What was brought may be over a limit: its fields are marked until they are mended.
  const problems = work.posted ? [] : await listPostingProblems(parts.database.read, work.id);
  const errors = problems.map((one) => (one.field.includes('/') ? { ...one, field: '' } : one));
  return renderEdit(ask, parts, { work, open, fields, errors }, 200);
}

export async function submitEditWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const sent = await ask.form();
  const fields = readWorkFields(sent);
  const post = sent.text('do') === 'post' && !work.posted;
  const form = { work, open: sameForm(parts, sent, formOfWork(work)), fields };
  if (post && !(await takeConsent(parts, ask.viewer, fields.policy))) {
    const languages = await readLanguages(parts.database.read);
    const { errors } = checkWork(asWorkInput(fields), languages);
    return renderEdit(ask, parts, { ...form, errors: [...errors, policyMissing()] }, 422);
  }
  const change = {
    work: asWorkInput(fields),
    company: asCompanyWishes(fields.company),
    ...seenState(fields),
    ...chosenPseud(fields),
  };
  try {
    const outcome = await changeWork(parts, ask.viewer, work.id, change);
    if (!outcome.ok) return await renderEdit(ask, parts, { ...form, errors: outcome.errors }, 422);
  } catch (error) {
    const { read } = parts.database;
    const refused = await refusedForm(parts, error, { work: work.id, chapter: 0 }, async () => ({
      fields: workDifferences(
        versionOfWork(work, await readWorkSource(read, work)),
        await versionOfTyped(read, fields),
      ),
      address: editWorkUrl(work),
      theirText: null,
    }));
    const { conflict, status, ...shown } = refused;
    // With both versions before them, whoever saves again means it.
    const fresh = conflict ? { ...fields, revision: String(work.revision) } : fields;
    return renderEdit(ask, parts, { ...form, ...shown, fields: fresh }, status);
  }
  if (post) await postWork(parts, ask.viewer, work.id);
  await dropForm(parts, ask.viewer, windowOf(sent));
  const sentence = post ? await saidOfPosted(parts, work.id) : text.workSaved();
  return answerDone(ask, workUrl(work), sentence, `${ask.viewer.login}${workUrl(work)}`);
}

async function saidOfPosted({ database }: Parts, id: WorkId): Promise<string> {
  return (await isHeld(database.read, id)) ? text.workHeld() : text.workPosted();
}

export function policyMissing() {
  return { field: 'policy', detail: text.policyNeeded() };
}

async function renderEdit(
  ask: MemberAsk,
  parts: Parts,
  {
    work,
    ...shown
  }: Pick<WorkForm, 'fields' | 'errors' | 'open' | 'preview'> & { readonly work: OwnWork },
  status: number,
): Promise<Response> {
  const vocabularies = await readVocabularies(ask, parts, work);
  const form = { ...shown, vocabularies, member: ask.viewer, edited: work };
  return answerPage(ask, workFormPage(ask.frame(), form), status);
}

const newWorkForm = { kind: 'work-new', workId: null, chapterId: null } as const;

function formOfWork(work: OwnWork) {
  return { kind: 'work', workId: work.id, chapterId: null } as const;
}

export async function submitPostWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const ticked = (await ask.form()).text('policy');
  if (!(await takeConsent(parts, ask.viewer, ticked))) {
    const consent = await readConsent(parts.database.read, ask.viewer);
    return answerPage(ask, consentPage(ask.frame(), work, consent), 422);
  }
  await postWork(parts, ask.viewer, work.id);
  return answerDone(ask, workUrl(work), await saidOfPosted(parts, work.id));
}

export async function showDeleteWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  return answerPage(ask, deleteWorkPage(ask.frame(), work));
}

export async function submitDeleteWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  await deleteWork(parts, ask.viewer, work.id);
  const sentence = text.workDeletedFlash({ days: undeleteDays });
  return answerDone(ask, `${workUrl(work)}/undelete`, sentence);
}

export async function showUndeleteWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = parseId<WorkId>(ask.params['id']);
  const deleted = id === null ? null : await findDeletedTitle(parts.database.read, ask.viewer, id);
  if (id === null || deleted === null) throw new Refused(404);
  return answerPage(ask, undeleteWorkPage(ask.frame(), { id, title: deleted }));
}

export async function submitUndeleteWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = parseId<WorkId>(ask.params['id']);
  if (id === null) throw new Refused(404);
  await undeleteWork(parts, ask.viewer, id);
  return answerDone(ask, workUrl({ id }), text.workBack());
}

export async function showDrafts(ask: MemberAsk, parts: Parts): Promise<Response> {
  // Drafts are nobody else's business: another login's address is not there.
  if (ask.path !== draftsUrl(ask.viewer.login)) throw new Refused(404);
  const drafts = await listDrafts(parts.database.read, ask.viewer);
  return answerPage(ask, draftsPage(drafts));
}

/** The work of the address, if it is the asker's own; else refused as a reader would be. */
export async function ownWork(ask: MemberAsk, parts: Parts): Promise<OwnWork> {
  const id = parseId<WorkId>(ask.params['id']);
  if (id === null) throw new Refused(404);
  return findOwnWork(parts, ask.viewer, id);
}

function pseudOf(ask: MemberAsk, work: OwnWork): string {
  const own = work.creators.find((one) => one.login === ask.viewer.login);
  return String(own?.pseudId ?? ask.viewer.pseuds[0]?.id ?? '');
}

/** Tags that are chosen, not typed. */
export async function readVocabularies(
  ask: MemberAsk,
  { database }: Parts,
  work?: OwnWork,
): Promise<Vocabularies> {
  const [ratings, warnings, categories, own, consent, skins, languages, zone] = await Promise.all([
    listTagsOfType(database.read, 'rating'),
    listTagsOfType(database.read, 'warning'),
    listTagsOfType(database.read, 'category'),
    listOwnSeries(database.read, ask.viewer.userId),
    readConsent(database.read, ask.viewer),
    readSkins(database.read, ask.viewer, work?.skin ?? null),
    readLanguages(database.read),
    readTimeZone(database.read, ask.viewer.userId),
  ]);
  const placed = work?.series ?? [];
  const chosen = Object.values(work?.tags ?? {}).flatMap((tags) => tags.map(({ id }) => id));
  const others = own.filter(({ id }) => !placed.some((place) => place.id === id));
  return {
    ratings: offeredTags(ratings, chosen),
    warnings: offeredTags(warnings, chosen),
    categories: offeredTags(categories, chosen),
    series: [...placed, ...others],
    consent,
    zone,
    skins,
    languages: languages.offered(work?.language),
  };
}

/** The person's own skins, those of the archive, and the one that a co-creator has chosen. */
async function readSkins(
  reader: Reader,
  { userId }: Member,
  chosen: SkinId | null,
): Promise<Vocabularies['skins']> {
  const skins = (await listSkinsFor(reader, userId)).map(({ id, title, own }) => {
    return { id, label: own ? title : text.skinOffered({ title }) };
  });
  if (chosen === null || skins.some(({ id }) => id === chosen)) return skins;
  const other = await findSkin(reader, chosen);
  const title = other?.title ?? '';
  return other === null ? skins : [{ id: chosen, label: text.skinOfOther({ title }) }, ...skins];
}
