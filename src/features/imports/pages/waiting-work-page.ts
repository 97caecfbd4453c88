// One work before it comes in: every decision as fields.
import { type Html, html } from '../../../kit/html/index.ts';
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  type FormProblems,
  fieldset,
  formFor,
  radioGroup,
  selectField,
  submitButtons,
  tagField,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { Tag } from '../../tags/index.ts';
import { type Language, languagesOf } from '../../works/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { mapTags, type Vocabulary } from '../tag-mapping.ts';
import { waitingUrl, waitingWorkUrl } from '../urls.ts';
import type { WaitingWork } from '../waiting.ts';

export type WaitingWorkForm = {
  readonly row: WaitingWork;
  readonly work: BroughtWork;
  readonly own: Vocabulary;
  readonly languages: readonly Language[];
  readonly errors: FormProblems;
};

export function waitingWorkPage(frame: Frame, form: WaitingWorkForm): Page {
  const { row, work, errors } = form;
  const title = text.changeTitle({ title: work.title });
  return {
    title,
    mainClass: 'works-import region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
<p class="hint"><bdi>${row.fileName}</bdi></p>
${errorSummary(errors)}
${formFor({
  action: waitingWorkUrl(row),
  token: frame.formToken,
  body: html`${renderWork(form)}${renderTags(form)}${renderChapters(work)}${submitButtons(
    [{ label: text.saveButton() }],
    waitingUrl,
  )}`,
})}`,
  };
}

function renderWork({ work, languages }: WaitingWorkForm): Html {
  const { title, language, summary, notes, endNotes, series } = work;
  const titles = series.map((one) => one.title).join(', ');
  return fieldset(
    text.partWork(),
    html`${textField({ name: 'title', label: text.fieldTitle(), value: title, required: true })}
${selectField({
  name: 'language',
  label: text.fieldLanguage(),
  value: languagesOf(languages).named(language)?.tag ?? 'en',
  options: languages.map(({ tag, name }) => ({ value: tag, label: name })),
})}${textArea({ name: 'summary', label: text.fieldSummary(), value: summary })}
${textArea({ name: 'notes', label: text.fieldNotes(), value: notes })}
${textArea({ name: 'endNotes', label: text.fieldEndNotes(), value: endNotes })}
${
  series.length > 0 &&
  checkbox({ name: 'series', label: text.fieldSeries({ titles }), checked: true })
}`,
  );
}

function renderTags({ work, own }: WaitingWorkForm): Html {
  const { tags } = mapTags(work.tags, own);
  const namesOf = (all: readonly Tag[]) => all.map(({ name }) => ({ value: name, label: name }));
  const chosen = (type: keyof Vocabulary) =>
    tags[type].flatMap((reference) =>
      'id' in reference ? (own[type].find(({ id }) => id === reference.id)?.name ?? []) : [],
    );
  const open = [
    ['fandoms', 'fandom', text.fieldFandoms()],
    ['relationships', 'relationship', text.fieldRelationships()],
    ['characters', 'character', text.fieldCharacters()],
    ['freeforms', 'freeform', text.fieldFreeforms()],
  ] as const;
  const typed = (type: (typeof open)[number][1]) =>
    tags[type].flatMap((reference) => ('name' in reference ? reference.name : [])).join(', ');
  return fieldset(
    text.partTags(),
    html`${radioGroup({
      name: 'rating',
      legend: text.fieldRating(),
      options: namesOf(own.rating),
      value: chosen('rating')[0] ?? '',
    })}${checkboxGroup({
      name: 'warnings',
      legend: text.fieldWarnings(),
      options: namesOf(own.warning),
      values: chosen('warning'),
    })}${checkboxGroup({
      name: 'categories',
      legend: text.fieldCategories(),
      options: namesOf(own.category),
      values: chosen('category'),
    })}${open.map(([name, type, label]) =>
      tagField({ name, label, value: typed(type), address: `/autocomplete/${type}` }),
    )}`,
  );
}

function renderChapters(work: BroughtWork): Html {
  const fates = [
    { value: 'own', label: text.fateOwn() },
    { value: 'join', label: text.fateJoin() },
    { value: 'leave', label: text.fateLeave() },
  ];
  const rows = work.chapters.map((chapter, at) => {
    const number = at + 1;
    const title = textField({
      name: `chapters[${at}][title]`,
      label: text.chapterTitle({ number }),
      value: chapter.title,
    });
    const fate = selectField({
      name: `chapters[${at}][fate]`,
      label: text.chapterFate({ number }),
      value: 'own',
      options: at === 0 ? fates.filter(({ value }) => value !== 'join') : fates,
    });
    const begins = beginning(chapter.source);
    return html`<li>${title}${fate}<p class="hint" dir="auto">${begins}</p></li>`;
  });
  return fieldset(text.partChapters(), html`<ol>${rows}</ol>`);
}

/** The first words of a text as it stood, without its markup. */
function beginning(source: string): string {
  const bare = source.slice(0, 2_000).replace(/<[^>]*>?/g, ' ');
  const words = bare.replace(/\s+/g, ' ').trim();
  return words.length > 160 ? `${words.slice(0, 160)}…` : words;
}
