// What the tables of the vocabularies share: their fields, and the way from one to the next.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { fieldId, problemOf } from '../../../web/controls.ts';
import { type VocabularyType, vocabularyTypes } from '../../tags/index.ts';
import { text } from '../messages.ts';
import { languagesDeskUrl, vocabularyUrl } from '../urls.ts';

/** A field of a cell, named for those who do not see the table; problems stand below it. */
export function cellInput(
  field: { readonly name: string; readonly label: string; readonly value: string },
  errors: readonly FieldError[],
  more: Html = nothing,
): Html {
  const { name, label, value } = field;
  const { told, problem } = problemBelow(name, errors);
  return html`<input type="text" id="${fieldId(name)}" name="${name}" value="${value}"
 aria-label="${label}"${more}${told}>${problem}`;
}

/** The same for a choice. */
export function cellSelect(
  field: { readonly name: string; readonly label: string; readonly value: string },
  options: readonly { readonly value: string; readonly label: string }[],
): Html {
  const items = options.map(({ value, label }) => {
    const chosen = value === field.value && html` selected`;
    return html`<option value="${value}"${chosen}>${label}</option>`;
  });
  return html`<select id="${fieldId(field.name)}" name="${field.name}"
 aria-label="${field.label}">${items}</select>`;
}

/** The box that keeps it on the forms. */
export function cellOffered(
  key: string | number,
  name: string,
  offered: boolean,
  errors: readonly FieldError[] = [],
): Html {
  const field = `offered[${key}]`;
  const { told, problem } = problemBelow(field, errors);
  return html`<input type="checkbox" id="${fieldId(field)}" name="${field}" value="1"
 aria-label="${text.offeredOf({ name })}"${offered && html` checked`}${told}>${problem}`;
}

function problemBelow(name: string, errors: readonly FieldError[]) {
  const problem = problemOf(errors, name);
  const id = fieldId(name);
  return {
    told: problem && html` aria-invalid="true" aria-describedby="${id}-problem"`,
    problem: problem && html`<p class="problem" id="${id}-problem">${problem}</p>`,
  };
}

export const placeWidth = html` size="3" inputmode="numeric"`;
export const wordWidth = html` size="14" autocapitalize="none" spellcheck="false"`;

/** Links to every vocabulary. */
export function vocabularyLinks(shown: VocabularyType | 'language'): Html {
  const places = [
    ...vocabularyTypes.map((type) => ({ type, href: vocabularyUrl(type) })),
    { type: 'language' as const, href: languagesDeskUrl },
  ];
  const items = places.map(({ type, href }) => {
    const current = type === shown && html` aria-current="page"`;
    return html`<li><a href="${href}"${current}>${vocabularyName(type)}</a></li>`;
  });
  return html`<ul class="actions">${items}</ul>`;
}

export function vocabularyName(type: VocabularyType | 'language'): string {
  const names = {
    warning: text.vocabularyOfWarnings,
    category: text.vocabularyOfCategories,
    rating: text.vocabularyOfRatings,
    media: text.vocabularyOfMedia,
    language: text.vocabularyOfLanguages,
  };
  return names[type]();
}
