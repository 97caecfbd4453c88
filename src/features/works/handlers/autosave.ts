// Saving for now (see urls.ts for what scripts are promised), and what a form offers when it is
// opened again.
import { type Form, jsonResponse, problemResponse, Refused } from '../../../kit/http/index.ts';
import { randomToken } from '../../../kit/ids/index.ts';
import type { Selectable } from '../../../kit/sql/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { readTimeZone } from '../../accounts/index.ts';
import { dropForm, type KeptForm, keepForm } from '../actions/autosave.ts';
import { fieldsOfChapter, fieldsOfWork } from '../forms.ts';
import { unpackFields } from '../kept-fields.ts';
import { text } from '../messages.ts';
import type { OpenForm } from '../pages/autosave.ts';
import type { AutosavesTable, FormKind } from '../schema.ts';
import { type FormSubject, findAutosave, listAutosaves } from '../store/autosaves.ts';
import { readChapterSource, readWorkSource } from '../store/sources.ts';
import { versionOfForm } from '../typed-version.ts';
import { editChapterUrl, editWorkUrl, keptFormUrl, newChapterUrl, newWorkUrl } from '../urls.ts';
import { findOwnWork } from './own-work.ts';

export async function submitAutosave(ask: MemberAsk, parts: Parts): Promise<Response> {
  const forScript = (ask.request.headers.get('accept') ?? '').includes('application/json');
  try {
    const form = await ask.form();
    const window = windowOf(form);
    const subject = subjectOf(form);
    if (window === '' || subject === null) throw new Refused(422, { detail: text.notAForm() });
    await refuseOthers(ask, parts, subject);
    const base = parseId<number>(form.text('revision'));
    const version = await versionOfForm(parts.database.read, subject.kind, form);
    const kept = { window, subject, base, form, version };
    const { savedAt, conflict } = await keepForm(parts, ask.viewer, kept);
    if (forScript && conflict) return answerConflict(ask, parts, kept, savedAt);
    if (forScript) return jsonResponse({ savedAt: isoTime(savedAt) });
    if (conflict) return answerDone(ask, keptFormUrl(window), text.keptConflict());
    return answerDone(ask, openedAgain(subject, window), text.keptForNow());
  } catch (error) {
    if (forScript && error instanceof Refused) return problemResponse(error);
    throw error;
  }
}

/** Kept all the same; and both texts, for whoever typed this to see. */
async function answerConflict(
  ask: MemberAsk,
  parts: Parts,
  { subject, window, form }: KeptForm,
  at: number,
): Promise<Response> {
  const { read } = parts.database;
  const work = await findOwnWork(parts, ask.viewer, subject.workId as WorkId);
  const chapter =
    subject.chapterId === null ? null : await readChapterSource(read, work, subject.chapterId);
  const theirs =
    chapter === null
      ? fieldsOfWork(work, await readWorkSource(read, work), form.text('as'))
      : fieldsOfChapter(chapter, await readTimeZone(read, ask.viewer.userId));
  const answer = {
    savedAt: isoTime(at),
    revision: (chapter ?? work).revision,
    theirs,
    mine: Object.fromEntries(
      [...form.entries()]
        .filter(([name]) => name in theirs)
        .map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
    ),
    compare: keptFormUrl(window),
  };
  return jsonResponse(answer, 409);
}

export async function submitDropForm(ask: MemberAsk, parts: Parts): Promise<Response> {
  const window = windowAsked(ask);
  const row = await findAutosave(parts.database.read, ask.viewer.userId, window);
  if (row === null) throw new Refused(404);
  await dropForm(parts, ask.viewer, window);
  return answerDone(ask, formUrl(subjectOfRow(row)), text.keptDropped());
}

/** What the form of a page begins with: its window, what is put back, and what is offered. */
export async function openForm(
  ask: MemberAsk,
  parts: Parts,
  subject: FormSubject,
): Promise<OpenForm & { readonly restored: Form | null }> {
  const wanted = ask.query.get('autosave') ?? '';
  const rows = await listAutosaves(parts.database.read, ask.viewer.userId, subject);
  const back = rows.find((row) => row.window_id === wanted);
  const offers = rows
    .filter((row) => row !== back)
    .slice(0, offersMax)
    .map((row) => ({
      window: row.window_id,
      savedAt: row.saved_at,
      beginning: beginningOf(unpackFields(row.fields)),
      address: openedAgain(subject, row.window_id),
    }));
  const restored = back === undefined ? null : unpackFields(back.fields);
  return { window: back?.window_id ?? randomToken(parts.random), subject, offers, restored };
}

/** The same form once more, after it was refused or previewed. */
export function sameForm(parts: Parts, sent: Form, subject: FormSubject): OpenForm {
  return { window: windowOf(sent) || randomToken(parts.random), subject, offers: [] };
}

const windowForm = /^[\w-]{22}$/;

/** The window that an address names: 404 for what can be none. */
export function windowAsked(ask: MemberAsk): string {
  const window = ask.params['window'] ?? '';
  if (!windowForm.test(window)) throw new Refused(404);
  return window;
}

/** The window that a form came from; empty when it does not say. */
export function windowOf(form: Form): string {
  const window = form.text('autosave_window');
  return windowForm.test(window) ? window : '';
}

export function subjectOfRow(row: Selectable<AutosavesTable>): FormSubject {
  return { kind: row.kind, workId: row.work_id, chapterId: row.chapter_id };
}

/** Left unanswered, so many are offered above a form: the newest ones. */
const offersMax = 5;

/** What a form says it is of; null for none of ours. */
export function subjectOf(form: Form): FormSubject | null {
  const kind = kinds.find((each) => each === form.text('autosave_kind'));
  const workId = parseId<WorkId>(form.text('autosave_work'));
  const chapterId = parseId<ChapterId>(form.text('autosave_chapter'));
  if (kind === undefined) return null;
  if (kind === 'work-new') return { kind, workId: null, chapterId: null };
  if (workId === null || (kind === 'chapter' && chapterId === null)) return null;
  return { kind, workId, chapterId: kind === 'chapter' ? chapterId : null };
}

const kinds: readonly FormKind[] = ['work-new', 'work', 'chapter-new', 'chapter'];

async function refuseOthers(ask: MemberAsk, parts: Parts, subject: FormSubject): Promise<void> {
  const { workId, chapterId } = subject;
  if (workId === null) return;
  const work = await findOwnWork(parts, ask.viewer, workId);
  if (chapterId !== null && !work.chapters.some((one) => one.id === chapterId)) {
    throw new Refused(404);
  }
}

/** Where the form about this is opened. */
export function formUrl({ kind, workId, chapterId }: FormSubject): string {
  const work = { id: workId ?? 0 };
  if (kind === 'work-new') return newWorkUrl;
  if (kind === 'work') return editWorkUrl(work);
  return kind === 'chapter-new'
    ? newChapterUrl(work)
    : editChapterUrl(work, { id: chapterId ?? 0 });
}

/** The same, with what a window has kept filled in. */
export const openedAgain = (subject: FormSubject, window: string) =>
  `${formUrl(subject)}?autosave=${window}`;

/** The first words of the longest field, by which the writer knows it. */
function beginningOf(form: Form): string {
  let longest = '';
  for (const [, values] of form.entries()) {
    for (const value of values) if (value.length > longest.length) longest = value;
  }
  const plain = longest
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const signs = [...plain.slice(0, 200)];
  return signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : plain;
}
