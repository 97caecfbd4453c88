// Fields that the form beside a list and the search page share.

import { type Html, type HtmlValue, html } from '../../../kit/html/index.ts';
import { selectField, tagField, textField } from '../../../web/controls.ts';
import { usualSort, type WorksFilter } from '../filter.ts';
import type { LanguageChoice } from '../filter-view.ts';
import { text } from '../messages.ts';
import { ascendsByItself, searchName, sortColumns } from '../parameters/names.ts';
import { writeDate } from '../parameters/numbers.ts';
import { autocompleteUrl } from '../urls.ts';

/** `own`: what the list’s own order is called, where it has one. */
export function sortField(filter: WorksFilter, own = text.sortBookmarked()): Html {
  // Nothing chosen is the best match where words are looked for, typed in the same form or later.
  const usual = usualSort(filter);
  const isUsual = filter.sort === usual;
  const column = isUsual ? '' : sortColumns.find(([, sort]) => sort === filter.sort)?.[0];
  const labels: readonly (readonly [string, string])[] = [
    ['', usual === 'bookmarked' ? own : (usualLabels[usual]?.() ?? text.sortNewest())],
    ...(filter.ordered ? ([['bookmarked_at', own]] as const) : []),
    ['revised_at', text.sortUpdated()],
    ['created_at', text.sortPosted()],
    ['word_count', text.columnWords()],
    ['kudos_count', text.columnKudos()],
    ['hits', text.columnHits()],
    ['comments_count', text.columnComments()],
    ['bookmarks_count', text.columnBookmarks()],
    ['title_to_sort_on', text.title()],
    ['authors_to_sort_on', text.creator()],
    // Without words it would say nothing new: shown where an address asks for it.
    ...(filter.sort === 'relevance' && !isUsual
      ? ([['_score', text.sortRelevance()]] as const)
      : []),
    ...(filter.sort === 'random' ? ([['random', text.sortRandom()]] as const) : []),
  ];
  return selectField({
    name: searchName('sort_column'),
    label: text.sortBy(),
    value: column ?? '',
    options: labels.map(([value, label]) => ({ value, label })),
  });
}

const usualLabels: Partial<Record<WorksFilter['sort'], () => string>> = {
  relevance: text.sortRelevance,
};

export function directionField(filter: WorksFilter): Html {
  const reversed = ascendsByItself(filter.sort) ? 'desc' : 'asc';
  return selectField({
    name: searchName('sort_direction'),
    label: text.direction(),
    value: filter.reversed ? reversed : '',
    options: [
      { value: '', label: text.directionUsual() },
      { value: 'desc', label: text.directionDescending() },
      { value: 'asc', label: text.directionAscending() },
    ],
  });
}

/** `languages`: those that some work is in, and the one asked for. */
export function languageField(filter: WorksFilter, languages: readonly LanguageChoice[]): Html {
  const { language } = filter;
  return selectField({
    name: searchName('language_id'),
    label: text.language(),
    value: language,
    options: [
      { value: '', label: text.anyLanguage() },
      ...languages.map((one) => ({ value: one.language, label: one.name })),
    ],
  });
}

const flagWords = {
  complete: () => [text.completion(), text.flagAny(), text.completeYes(), text.completeNo()],
  series: () => [text.inSeries(), text.flagAny(), text.flagOnly(), text.seriesNo()],
  crossover: () => [text.crossovers(), text.flagAny(), text.flagOnly(), text.crossoverNo()],
  otp: () => [text.oneRelationship(), text.flagAny(), text.flagOnly(), text.otpNo()],
} as const;

/** Three choices side by side: either, only these, none of these. */
export function flagField(name: keyof typeof flagWords, filter: WorksFilter): Html {
  const wanted = name === 'otp' ? filter.oneRelationship : filter[name];
  const chosen = { true: 'T', false: 'F', null: '' }[String(wanted) as 'true' | 'false' | 'null'];
  const [legend = '', ...labels] = flagWords[name]();
  const options = ['', 'T', 'F'].map(
    (value, at) =>
      html`<label><input type="radio" name="${searchName(name)}" value="${value}"${
        value === chosen && html` checked`
      }><span>${labels[at]}</span></label>`,
  );
  return html`<fieldset class="field segments">
<legend>${legend}</legend>
<div>${options}</div>
</fieldset>
`;
}

export function wordsFields(filter: WorksFilter): Html {
  return boundFields(filter, 'words', text.wordsFrom(), text.wordsTo());
}

export function kudosFields(filter: WorksFilter): Html {
  return boundFields(filter, 'kudos', text.kudosFrom(), text.kudosTo());
}

/** The least and the most of a column, each in a field of its own. */
function boundFields(
  { ranges }: WorksFilter,
  column: 'words' | 'kudos',
  from: string,
  to: string,
): Html {
  const { min, max } = ranges[column] ?? {};
  const field = (end: 'from' | 'to', label: string, value: number | undefined) =>
    textField({
      name: searchName(`${column}_${end}`),
      label,
      value: value === undefined ? '' : String(value),
      inputmode: 'numeric',
      autocomplete: 'off',
    });
  return pair([field('from', from, min), field('to', to, max)]);
}

export function dateFields({ ranges }: WorksFilter): Html {
  const { min, max } = ranges.updated ?? {};
  return pair([
    textField({
      type: 'date',
      name: searchName('date_from'),
      label: text.dateFrom(),
      value: min === undefined ? '' : writeDate(min),
    }),
    textField({
      type: 'date',
      name: searchName('date_to'),
      label: text.dateTo(),
      value: max === undefined ? '' : writeDate(max),
    }),
  ]);
}

/** Short fields, side by side where there is room. */
export function pair(fields: readonly HtmlValue[]): Html {
  return html`<div class="pair">${fields}</div>`;
}

export function namesField(
  name: string,
  label: string,
  of: Parameters<typeof autocompleteUrl>[0],
  names: readonly string[],
): Html {
  return tagField({
    name: searchName(name),
    label,
    address: autocompleteUrl(of),
    value: names.join(', '),
  });
}
