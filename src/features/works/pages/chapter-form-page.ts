// The form of a chapter, alone or as part of a new work's.
import { type Html, html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  checkbox,
  errorSummary,
  formFor,
  hiddenField,
  selectField,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { ConsentStanding } from '../../policies/index.ts';
import type { Tag } from '../../tags/index.ts';
import { type ChapterFields, type ChapterNames, chapterNames } from '../forms.ts';
import { text as pictures } from '../images/messages.ts';
import type { CheckedChapter } from '../input.ts';
import type { InLanguage } from '../languages.ts';
import {
  chapterCharactersMax,
  notesCharactersMax,
  summaryCharactersMax,
  titleCharactersMax,
} from '../limits.ts';
import { text } from '../messages.ts';
import { chaptersUrl, chapterUrl, imagesUrl, workUrl } from '../urls.ts';
import {
  autosaveFields,
  checkButton,
  keepButton,
  keptForms,
  type OpenForm,
  suggestButton,
} from './autosave.ts';
import { inLanguage } from './blurb.ts';
import { chapterTagControls } from './chapter-tag-fields.ts';
import { consentPart } from './consent-part.ts';
import { writingTools } from './writing-tools.ts';

type ChapterControls = {
  readonly fields: ChapterFields;
  readonly names: ChapterNames;
  readonly errors: readonly FieldError[];
  /** Without summary, notes and place: the form of a new work has its own. */
  readonly brief: boolean;
};

/** The fields of a chapter. */
export function chapterControls({ fields, names, errors, brief }: ChapterControls): Html {
  const title = textField({
    name: names.title,
    label: text.chapterTitle(),
    value: fields.title,
    limit: titleCharactersMax,
    problems: errors,
    ...(brief ? { hint: text.firstChapterHint() } : {}),
  });
  const area = (name: 'summary' | 'notes' | 'endNotes', label: string, limit: number) =>
    textArea({
      name: names[name],
      label,
      limit,
      value: fields[name],
      hint: text.htmlHint(),
      problems: errors,
    });
  const about = html`${area('summary', text.summary(), summaryCharactersMax)}${area(
    'notes',
    text.notes(),
    notesCharactersMax,
  )}`;
  const format = selectField({
    name: names.format,
    label: text.format(),
    value: fields.format,
    options: [
      { value: 'html', label: text.formatHtml() },
      { value: 'markdown', label: text.formatMarkdown() },
      { value: 'text', label: text.formatText() },
    ],
    problems: errors,
  });
  const body = textArea({
    name: names.text,
    label: text.workText(),
    value: fields.text,
    rows: 24,
    required: true,
    limit: chapterCharactersMax,
    problems: errors,
  });
  return html`${title}${brief ? nothing : about}${format}${body}${
    brief ? nothing : area('endNotes', text.endNotes(), notesCharactersMax)
  }`;
}

export type ChapterForm = {
  readonly work: { readonly id: number; readonly title: string; readonly posted: boolean };
  readonly fields: ChapterFields;
  readonly errors: readonly FieldError[];
  readonly login: string;
  /** The chapter that is edited; absent for a new one. */
  readonly edited?: { readonly id: number; readonly position: number; readonly posted: boolean };
  /** The writer's. */
  readonly zone: string;
  /** Those that a chapter may name. */
  readonly warnings: readonly Tag[];
  /** Of the writer, to the policy: a time in a draft posts the work. */
  readonly consent: ConsentStanding;
  readonly preview?: Html;
  readonly open: OpenForm;
};

export function chapterFormPage(frame: Frame, form: ChapterForm): Page {
  const { work, fields, errors, edited } = form;
  const title =
    edited === undefined
      ? text.newChapter({ title: work.title })
      : text.editChapter({ number: edited.position, title: work.title });
  const action = edited === undefined ? chaptersUrl(work) : chapterUrl(work, edited);
  const place = textField({
    name: 'position',
    label: text.chapterPosition(),
    value: fields.position,
    hint: text.chapterPositionHint(),
    inputmode: 'numeric',
    problems: errors,
  });
  return {
    title,
    mainClass: 'chapters-new region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(errors)}${keptForms(frame, form.open)}${form.preview ?? nothing}
${formFor({
  action,
  token: frame.formToken,
  id: 'chapter-form',
  className: 'chapter-form',
  keepTypedAs: `${form.login}${action}`,
  body: [
    autosaveFields(form.open),
    edited === undefined ? place : hiddenField('revision', fields.revision),
    chapterControls({ fields, names: chapterNames, errors, brief: false }),
    html`<p><a href="${imagesUrl(work)}">${pictures.picturesLink()}</a></p>`,
    chapterTagControls(fields, form.warnings, errors),
    renderPosting(form),
    submitButtons(buttonsFor(form), workUrl(work)),
    renderTools(work),
  ],
})}`,
  };
}

const renderTools = (work: ChapterForm['work']) =>
  writingTools(
    [
      [chapterNames.summary, 'summary'],
      [chapterNames.notes, 'notes'],
      [chapterNames.text, 'chapter'],
      [chapterNames.endNotes, 'notes'],
    ],
    { format: chapterNames.format, work },
  );

/** Of a posted chapter: is the change news? Of a draft: when is it posted? */
function renderPosting({ work, edited, errors, fields, zone, consent }: ChapterForm): Html {
  if (!work.posted) {
    const needed = consent.agreedAt === null;
    return html`${postAtField(chapterNames, fields, zone, errors)}${
      needed && consentPart({ consent, ticked: '', problems: errors, optional: true })
    }`;
  }
  if (edited?.posted) {
    return checkbox({
      name: chapterNames.news,
      label: text.news(),
      hint: text.newsHint(),
      checked: fields.news,
      problems: errors,
    });
  }
  return textField({
    name: chapterNames.postAt,
    label: text.postAt(),
    type: 'datetime-local',
    value: fields.postAt,
    hint: text.postAtHint({ zone }),
    problems: errors,
  });
}

/** When a chapter of a draft is posted, and the work with it. */
export function postAtField(
  names: ChapterNames,
  fields: ChapterFields,
  zone: string,
  problems: readonly FieldError[],
): Html {
  return textField({
    name: names.postAt,
    label: text.postAt(),
    type: 'datetime-local',
    value: fields.postAt,
    hint: text.postDraftAtHint({ zone }),
    problems,
  });
}

function buttonsFor({ work, edited }: ChapterForm) {
  const preview = { label: text.buttonPreview(), name: 'do', value: 'preview' };
  const draft = { label: text.buttonDraft(), name: 'do', value: 'draft' };
  if (edited?.posted || !work.posted) {
    return [
      { label: text.buttonSave(), name: 'do', value: 'save' },
      preview,
      checkButton(),
      suggestButton(),
      keepButton(),
    ];
  }
  return [
    { label: text.buttonPostChapter(), name: 'do', value: 'post' },
    preview,
    draft,
    checkButton(),
    suggestButton(),
    keepButton(),
  ];
}

/** How a chapter will be read, above the form that it comes from. */
export function chapterPreview(chapter: CheckedChapter, title: string, language: InLanguage): Html {
  return html`<section class="preview" aria-labelledby="preview-heading">
<h3 class="heading" id="preview-heading">${text.previewHeading()}</h3>
<p class="hint">${text.previewHint()} ${text.previewWords({ words: chapter.words })}</p>
<div class="userstuff"${inLanguage(language)}>
<h3 class="title">${chapter.title || title}</h3>
${trustedHtml(chapter.text.html)}
</div>
</section>`;
}
