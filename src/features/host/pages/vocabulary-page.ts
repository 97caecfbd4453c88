// One vocabulary in a table: each name with its word and place, and a row for one more.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { errorSummary, fieldId, formFor, problemOf, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { canGrow, type VocabularyType, vocabularyTypes } from '../../tags/index.ts';
import { text } from '../messages.ts';
import { vocabularyUrl } from '../urls.ts';
import { backToDesk, table } from './table.ts';

/** As it was typed, or as it stands. */
export type VocabularyRow = {
  readonly id: TagId;
  readonly name: string;
  readonly word: string;
  readonly place: string;
  readonly offered: boolean;
  readonly canBeRetired: boolean;
};

export type VocabularyShown = {
  readonly type: VocabularyType;
  readonly rows: readonly VocabularyRow[];
  readonly added: { readonly name: string; readonly word: string };
  readonly errors?: readonly FieldError[];
};

export function vocabularyPage(frame: Frame, shown: VocabularyShown): Page {
  const { type, rows, added, errors = [] } = shown;
  const title = text.vocabularyTitle({ which: nameOf(type) });
  const head = [
    text.vocabularyName(),
    text.vocabularyWord(),
    text.vocabularyPlace(),
    text.vocabularyOffered(),
  ];
  const input = (field: string, label: string, value: string, more: Html = nothing) =>
    renderInput({ field, label, value, more }, errors);
  const cells = rows.map(({ id, name, word, place, offered, canBeRetired }) => [
    input(`name[${id}]`, text.nameOf({ name }), name),
    input(`word[${id}]`, text.wordOf({ name }), word, wordWidth),
    input(`place[${id}]`, text.placeOf({ name }), place, placeWidth),
    canBeRetired ? renderOffered(id, name, offered) : text.vocabularyAlways(),
  ]);
  const more = [
    input('new_name', text.newName(), added.name, newHint()),
    input('new_word', text.newWord(), added.word, wordWidth),
    text.vocabularyAtEnd(),
    '',
  ];
  return {
    title,
    mainClass: 'host-vocabulary region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
${renderTypes(type)}
<p>${type === 'rating' ? text.vocabularyRatings() : text.vocabularyLead()}</p>
${errorSummary(errors)}${formFor({
  action: vocabularyUrl(type),
  token: frame.formToken,
  body: html`${table(title, head, canGrow(type) ? [...cells, more] : cells)}
${submitButtons([{ label: text.vocabularySave() }])}`,
})}
${backToDesk()}`,
  };
}

const wordWidth = html` size="14" autocapitalize="none" spellcheck="false"`;
const newHint = () => html` placeholder="${text.vocabularyNew()}"`;
const placeWidth = html` size="3" inputmode="numeric"`;

function renderInput(
  { field, label, value, more }: { field: string; label: string; value: string; more: Html },
  errors: readonly FieldError[],
): Html {
  const problem = problemOf(errors, field);
  const id = fieldId(field);
  const told = problem && html` aria-invalid="true" aria-describedby="${id}-problem"`;
  return html`<input type="text" id="${id}" name="${field}" value="${value}"
 aria-label="${label}"${more}${told}>${
   problem && html`<p class="problem" id="${id}-problem">${problem}</p>`
 }`;
}

function renderOffered(id: TagId, name: string, offered: boolean): Html {
  const field = `offered[${id}]`;
  return html`<input type="checkbox" id="${fieldId(field)}" name="${field}" value="1"
 aria-label="${text.offeredOf({ name })}"${offered && html` checked`}>`;
}

function renderTypes(type: VocabularyType): Html {
  const items = vocabularyTypes.map((one) => {
    const current = one === type && html` aria-current="page"`;
    return html`<li><a href="${vocabularyUrl(one)}"${current}>${nameOf(one)}</a></li>`;
  });
  return html`<ul class="actions">${items}</ul>`;
}

function nameOf(type: VocabularyType): string {
  const names = {
    warning: text.vocabularyOfWarnings,
    category: text.vocabularyOfCategories,
    rating: text.vocabularyOfRatings,
    media: text.vocabularyOfMedia,
  };
  return names[type]();
}
