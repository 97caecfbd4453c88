// A form of a work or a chapter as it was sent, for those who look at what is being written and
// give the form back with what they have to say above it.

import type { Html } from '../../../kit/html/index.ts';
import { type Form, Refused } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { TextFormat } from '../../../text/index.ts';
import { answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import {
  type ChapterFields,
  chapterNames,
  firstChapterNames,
  readChapterFields,
  readWorkFields,
  type WorkFields,
} from '../forms.ts';
import { chapterFormPage } from '../pages/chapter-form-page.ts';
import { workFormPage } from '../pages/work-form-page.ts';
import type { FormSubject } from '../store/autosaves.ts';
import { type OwnWork, readChapterSource } from '../store/sources.ts';
import { sameForm, subjectOf } from './autosave.ts';
import { chapterFormParts } from './chapter-form-parts.ts';
import { findOwnWork } from './own-work.ts';
import { readVocabularies } from './work.ts';

export type SentForm = {
  readonly sent: Form;
  /** The id of the form's element, and the name of the field with the text. */
  readonly id: string;
  readonly textName: string;
  readonly text: string;
  readonly format: TextFormat;
  /** Of the work; empty: not chosen yet. */
  readonly language: string;
  /** On a chapter's form the work says it. */
  readonly asksLanguage: boolean;
  readonly tags: SentTags;
  /** Those of the work that a chapter's form does not repeat. */
  readonly fandomsOfWork: readonly TagId[];
  /** All of the text: that of the form, or of every chapter when a work is edited. */
  texts(): Promise<readonly SentText[]>;
  /** The form as it was sent, with something above it; nothing is saved. */
  again(above: Html, change?: FormChange): Promise<Response>;
};

/** A text of the form, as it was typed. */
export type SentText = { readonly source: string; readonly format: TextFormat };
/** Tags as the form says them: warnings by number, the others as typed. */
export type SentTags = Pick<
  WorkFields,
  'warnings' | 'fandoms' | 'relationships' | 'characters' | 'language'
>;
export type FormChange = { readonly status?: number; readonly tags?: Partial<SentTags> };

/** Refused if it is no such form, or of a work that is not the member's own. */
export async function sentForm(ask: MemberAsk, parts: Parts): Promise<SentForm> {
  const sent = await ask.form();
  const subject = subjectOf(sent);
  if (subject === null) throw new Refused(422);
  return subject.kind === 'work-new' || subject.kind === 'work'
    ? sentWorkForm(ask, parts, sent, subject)
    : sentChapterForm(ask, parts, sent, subject);
}

async function sentWorkForm(
  ask: MemberAsk,
  parts: Parts,
  sent: Form,
  subject: FormSubject,
): Promise<SentForm> {
  const fields: WorkFields = readWorkFields(sent);
  const chapter = readChapterFields(sent, firstChapterNames);
  const { workId } = subject;
  const edited = workId === null ? null : await findOwnWork(parts, ask.viewer, workId);
  return {
    ...shownFields(sent, chapter),
    id: 'work-form',
    textName: firstChapterNames.text,
    language: fields.language,
    asksLanguage: true,
    tags: fields,
    fandomsOfWork: [],
    texts: async () =>
      edited === null
        ? [{ source: chapter.text, format: chapter.format }]
        : readTexts(parts, edited),
    async again(preview, change = {}) {
      const page = workFormPage(ask.frame(), {
        fields: { ...fields, ...change.tags },
        errors: [],
        vocabularies: await readVocabularies(ask, parts, edited ?? undefined),
        member: ask.viewer,
        open: sameForm(parts, sent, subject),
        preview,
        ...(edited === null ? { chapter } : { edited }),
      });
      return answerPage(ask, page, change.status);
    },
  };
}

async function sentChapterForm(
  ask: MemberAsk,
  parts: Parts,
  sent: Form,
  subject: FormSubject,
): Promise<SentForm> {
  const { workId, chapterId } = subject;
  if (workId === null) throw new Refused(422);
  const work = await findOwnWork(parts, ask.viewer, workId);
  const fields = readChapterFields(sent, chapterNames);
  const edited =
    chapterId === null ? null : await readChapterSource(parts.database.read, work, chapterId);
  if (chapterId !== null && edited === null) throw new Refused(404);
  return {
    ...shownFields(sent, fields),
    id: 'chapter-form',
    textName: chapterNames.text,
    language: work.language,
    asksLanguage: false,
    tags: { ...fields, language: work.language },
    fandomsOfWork: work.tags.fandom.map(({ id, synonymOf }) => synonymOf ?? id),
    texts: async () => [{ source: fields.text, format: fields.format }],
    async again(preview, change = {}) {
      const page = chapterFormPage(ask.frame(), {
        work,
        fields: { ...fields, ...change.tags },
        errors: [],
        login: ask.viewer.login,
        ...(await chapterFormParts(ask, parts, edited?.tags)),
        open: sameForm(parts, sent, subject),
        preview,
        ...(edited === null ? {} : { edited }),
      });
      return answerPage(ask, page, change.status);
    },
  };
}

function shownFields(sent: Form, { text, format }: ChapterFields) {
  return { sent, text, format };
}

/** Longer works are read in part: so many characters of their first chapters. */
const charactersReadMost = 2_000_000;

async function readTexts({ database }: Parts, work: OwnWork): Promise<SentText[]> {
  const texts: SentText[] = [];
  let left = charactersReadMost;
  for (const { id } of work.chapters) {
    const chapter = left > 0 ? await readChapterSource(database.read, work, id) : null;
    if (chapter === null) continue;
    texts.push({ source: chapter.source.slice(0, left), format: chapter.format });
    left -= chapter.source.length;
  }
  return texts;
}
