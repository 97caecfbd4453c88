// The form of a work: new (with its first chapter) or edited (without chapters).
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import type { Member } from '../../../shared/viewer.ts';
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  fieldset,
  formFor,
  hiddenField,
  radioGroup,
  selectField,
  submitButtons,
  tagField,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { importUrl, rescueUrl } from '../../imports/urls.ts';
import type { ConsentStanding } from '../../policies/index.ts';
import { skinsUrl } from '../../skins/urls.ts';

import type { Tag } from '../../tags/index.ts';
import { companyPart, type NamedSeries } from '../company/pages/company-part.ts';
import { type ChapterFields, firstChapterNames, type WorkFields } from '../forms.ts';
import { text as pictures } from '../images/messages.ts';
import type { Language } from '../languages.ts';
import { notesCharactersMax, summaryCharactersMax, titleCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { newWorkUrl, worksUrl, workUrl } from '../urls.ts';
import {
  autosaveFields,
  checkButton,
  keepButton,
  keptForms,
  type OpenForm,
  suggestButton,
} from './autosave.ts';
import { chapterControls, postAtField } from './chapter-form-page.ts';
import { consentPart } from './consent-part.ts';
import { writingTools } from './writing-tools.ts';

export type Vocabularies = {
  readonly ratings: readonly Tag[];
  readonly warnings: readonly Tag[];
  readonly categories: readonly Tag[];
  readonly languages: readonly Language[];
  /** Of the person, and of the work. */
  readonly series: readonly NamedSeries[];
  /** Of the person, to the policy. */
  readonly consent: ConsentStanding;
  /** The person's time zone. */
  readonly zone: string;
  /** That the person may give the work, and the one that it has. */
  readonly skins: readonly { readonly id: number; readonly label: string }[];
};

export type WorkForm = {
  readonly fields: WorkFields;
  readonly errors: readonly FieldError[];
  readonly vocabularies: Vocabularies;
  readonly member: Member;
  /** A new work's first chapter; absent when a work is edited. */
  readonly chapter?: ChapterFields;
  /** The work that is edited. */
  readonly edited?: { readonly id: number; readonly title: string; readonly posted: boolean };
  /** What stands above the form when a preview was asked for. */
  readonly preview?: Html;
  readonly open: OpenForm;
};

export function workFormPage(frame: Frame, form: WorkForm): Page {
  const { edited, errors, member } = form;
  const title = edited === undefined ? text.newWork() : text.editWork({ title: edited.title });
  const key = `${member.login}${edited === undefined ? newWorkUrl : workUrl(edited)}`;
  return {
    title,
    mainClass: 'works-new region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${title}</h2>
${
  edited === undefined &&
  html`<p><a href="${importUrl}">${text.bringIn()}</a> ·
<a href="${rescueUrl}">${text.rescueText()}</a></p>`
}
${errorSummary(errors)}${keptForms(frame, form.open)}${form.preview ?? nothing}
${formFor({
  action: edited === undefined ? worksUrl : workUrl(edited),
  token: frame.formToken,
  id: 'work-form',
  className: 'work',
  keepTypedAs: key,
  body: html`${autosaveFields(form.open)}${renderWorkPart(
    form,
  )}${renderTagPart(form)}${renderAboutPart(form)}${
    form.chapter === undefined ? nothing : renderTextPart(form, form.chapter)
  }${companyPart(
    form.fields.company,
    form.vocabularies.series,
    errors,
  )}${renderReaderPart(form)}${renderTime(form)}${renderPolicy(form)}${renderButtons(
    form,
  )}${renderTools(form)}`,
})}`,
  };
}

const renderTools = ({ edited }: WorkForm) =>
  writingTools(
    [
      ['summary', 'summary'],
      ['notes', 'notes'],
      ['endNotes', 'notes'],
      [firstChapterNames.text, 'chapter'],
    ],
    { format: firstChapterNames.format, ...(edited === undefined ? {} : { work: edited }) },
  );

function renderWorkPart({ fields, errors, member, edited, vocabularies }: WorkForm): Html {
  const revision = edited === undefined ? nothing : hiddenField('revision', fields.revision);
  return fieldset(
    text.sectionWork(),
    html`${revision}${textField({
      name: 'title',
      label: text.title(),
      value: fields.title,
      required: true,
      limit: titleCharactersMax,
      problems: errors,
    })}${selectField({
      name: 'as',
      label: text.postAs(),
      value: fields.as,
      options: member.pseuds.map((pseud) => ({ value: String(pseud.id), label: pseud.name })),
      problems: errors,
    })}${selectField({
      name: 'language',
      label: text.language(),
      value: fields.language,
      required: true,
      options: [
        { value: '', label: text.chooseLanguage() },
        ...vocabularies.languages.map(({ tag, name }) => ({ value: tag, label: name })),
      ],
      problems: errors,
    })}${textField({
      name: 'expectedChapters',
      label: text.expectedChapters(),
      value: fields.expectedChapters,
      hint: text.expectedChaptersHint(),
      problems: errors,
    })}`,
  );
}

function renderTagPart({ fields, errors, vocabularies }: WorkForm): Html {
  const choices = (tags: readonly Tag[]) =>
    tags.map((tag) => ({ value: String(tag.id), label: tag.name }));
  const names = [
    ['fandoms', 'fandom', text.fandoms(), undefined, true],
    ['relationships', 'relationship', text.relationships(), text.relationshipsHint(), false],
    ['characters', 'character', text.characters(), undefined, false],
    ['freeforms', 'freeform', text.freeforms(), text.freeformsHint(), false],
  ] as const;
  return fieldset(
    text.sectionTags(),
    html`${radioGroup({
      name: 'rating',
      legend: text.rating(),
      options: choices(vocabularies.ratings),
      value: fields.rating,
      required: true,
      problems: errors,
    })}${checkboxGroup({
      name: 'warnings',
      legend: text.warnings(),
      hint: text.warningsHint(),
      options: choices(vocabularies.warnings),
      values: fields.warnings,
      required: true,
      problems: errors,
    })}${checkboxGroup({
      name: 'categories',
      legend: text.categories(),
      options: choices(vocabularies.categories),
      values: fields.categories,
      problems: errors,
    })}${names.map(([name, type, label, hint, required]) =>
      tagField({
        name,
        label,
        value: fields[name],
        address: `/autocomplete/${type}`,
        required,
        problems: errors,
        ...(hint === undefined ? {} : { hint }),
      }),
    )}`,
  );
}

function renderAboutPart(form: WorkForm): Html {
  const { fields, errors } = form;
  const area = (name: 'summary' | 'notes' | 'endNotes', label: string, limit: number) =>
    textArea({ name, label, limit, value: fields[name], hint: text.htmlHint(), problems: errors });
  return fieldset(
    text.sectionAbout(),
    html`${area('summary', text.summary(), summaryCharactersMax)}${area(
      'notes',
      text.notes(),
      notesCharactersMax,
    )}${area('endNotes', text.endNotes(), notesCharactersMax)}${renderSkinPart(form)}`,
  );
}

function renderTextPart({ errors }: WorkForm, chapter: ChapterFields): Html {
  return fieldset(
    text.sectionText(),
    chapterControls({ fields: chapter, names: firstChapterNames, errors, brief: true }),
    pictures.draftFirst(),
  );
}

function renderSkinPart({ fields, errors, vocabularies }: WorkForm): Html {
  const skins = vocabularies.skins.map(({ id, label }) => ({ value: String(id), label }));
  const field = selectField({
    name: 'skin',
    label: text.skin(),
    hint: text.skinHint(),
    value: fields.skin,
    options: [{ value: '', label: text.skinNone() }, ...skins],
    problems: errors,
  });
  return html`${field}<p><a href="${skinsUrl}">${text.skinsLink()}</a></p>`;
}

function renderReaderPart({ fields, errors }: WorkForm): Html {
  return fieldset(
    text.sectionPrivacy(),
    checkbox({
      name: 'restricted',
      label: text.restricted(),
      hint: text.restrictedHint(),
      checked: fields.restricted,
      problems: errors,
    }),
  );
}

function renderTime({ chapter, errors, vocabularies }: WorkForm): Html {
  if (chapter === undefined) return nothing;
  const field = postAtField(firstChapterNames, chapter, vocabularies.zone, errors);
  return fieldset(text.sectionTime(), field);
}

function renderPolicy({ fields, errors, edited, vocabularies }: WorkForm): Html {
  if (edited?.posted) return nothing;
  const { consent } = vocabularies;
  return consentPart({ consent, ticked: fields.policy, problems: errors });
}

function renderButtons({ edited }: WorkForm): Html {
  if (edited?.posted) {
    return submitButtons(
      [{ label: text.buttonSave(), name: 'do', value: 'save' }, suggestButton(), keepButton()],
      workUrl(edited),
    );
  }
  return submitButtons(
    [
      { label: text.buttonPost(), name: 'do', value: 'post' },
      ...(edited === undefined
        ? [{ label: text.buttonPreview(), name: 'do', value: 'preview' }]
        : []),
      { label: text.buttonDraft(), name: 'do', value: 'draft' },
      ...(edited === undefined ? [checkButton()] : []),
      suggestButton(),
      keepButton(),
    ],
    edited === undefined ? undefined : workUrl(edited),
  );
}
