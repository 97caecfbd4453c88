// The search for works: its form, and what it finds.

import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  checkboxGroup,
  fieldset,
  hiddenField,
  numberText,
  pager,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { Tag, WorkTagType } from '../../tags/index.ts';
import type { Blurb } from '../../works/index.ts';
import type { WorksFilter } from '../filter.ts';
import type { LanguageChoice, TypedNames } from '../filter-view.ts';
import { text } from '../messages.ts';
import { idsNames, rangeNames, searchName } from '../parameters/names.ts';
import { writeNumberRange } from '../parameters/numbers.ts';
import type { FilterWarning } from '../parameters/read-filter.ts';
import { searchUrl } from '../urls.ts';
import { filterChips, filterWarnings, type LinkedChip } from './filter-chips.ts';
import {
  dateFields,
  directionField,
  flagField,
  languageField,
  namesField,
  pair,
  sortField,
  wordsFields,
} from './filter-fields.ts';
import { queryField, type TypedQuery } from './query-field.ts';
import type { Snippets } from './snippet.ts';
import { stateField } from './state-field.ts';
import { groupName } from './tag-choices.ts';
import { renderTastes, type TastesShown } from './withheld.ts';
import { beyondTheEnd, underWork, worksIndex } from './works-list.ts';

/** The types whose few tags are boxes here. */
export const vocabularyTypes = ['rating', 'warning', 'category'] as const;
type VocabularyType = (typeof vocabularyTypes)[number];

export type SearchForm = {
  readonly filter: WorksFilter;
  readonly query: TypedQuery;
  readonly vocabulary: Readonly<Record<VocabularyType, readonly Tag[]>>;
  /** Numbers of the vocabulary's tags that are chosen. */
  readonly ticked: readonly number[];
  readonly names: TypedNames;
  readonly languages: readonly LanguageChoice[];
  /** The reader marks works: not a guest. */
  readonly marks: boolean;
  readonly hidden: readonly (readonly [name: string, value: string])[];
};

export type SearchResults = {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly blurbs: readonly Blurb[];
  readonly snippets: Snippets;
  readonly hrefFor: (page: number) => string;
  readonly chips: readonly LinkedChip[];
  /** The works found as one book. */
  readonly bookLinks: Html;
  /** Null for guests. */
  readonly saveHref: string | null;
  readonly warnings: readonly FilterWarning[];
  readonly tastes: TastesShown;
};

/** Without results: the form alone. */
export function searchPage(form: SearchForm, results: SearchResults | null): Page {
  return {
    title: results === null ? text.searchTitle() : text.searchResults(),
    mainClass: 'works-search region',
    styles: ['finding'],
    indexable: results === null,
    canonical: searchUrl,
    body: results === null ? renderEmpty(form) : renderResults(form, results),
  };
}

function renderEmpty(form: SearchForm): Html {
  return html`<h2 class="heading">${text.searchTitle()}</h2>
${searchForm(form)}`;
}

// Tools take the first `h3.heading` of the page for the number that was found.
function renderResults(form: SearchForm, results: SearchResults): Html {
  const { total, page, pages, blurbs, hrefFor, tastes, snippets } = results;
  const under = (blurb: Blurb) => underWork(blurb, tastes, snippets);
  const counted = html`<h3 class="heading">${text.found({ number: numberText(total) })}</h3>`;
  return html`<h2 class="heading">${text.searchResults()}</h2>
${filterWarnings(results.warnings)}${filterChips(results.chips, searchUrl, results.saveHref)}
${renderTastes(tastes)}${total === 0 ? html`<p>${text.noneFound()}</p>` : counted}
<details class="edit-search"><summary>${text.editSearch()}</summary>
${searchForm(form)}
</details>
${page > pages ? beyondTheEnd(page, pages, hrefFor) : nothing}
${
  blurbs.length === 0
    ? nothing
    : html`${worksIndex(blurbs, under)}${pager({ page, pages, hrefFor })}
${results.bookLinks}`
}`;
}

/** Fields that the form shows; other parameters travel hidden. */
export const searchFormFields: readonly string[] = [
  ...['query', 'title', 'creators', 'fandom_names', 'character_names', 'relationship_names'],
  ...['freeform_names', 'other_tag_names', 'excluded_tag_names', 'language_id', 'words_from'],
  ...['words_to', 'date_from', 'date_to', 'single_chapter', 'complete', 'series', 'crossover'],
  ...['state', 'sort_column', 'sort_direction', ...rangeNames.map(([name]) => name)],
];

function searchForm(form: SearchForm): Html {
  const { filter, names } = form;
  return html`<form class="search-works" action="${searchUrl}" method="get">
${form.hidden.map(([name, value]) => hiddenField(name, value))}
${fieldset(text.sectionWork(), [
  queryField(text.searchWords(), form.query, text.searchWordsHint()),
  pair([
    textField({ name: searchName('title'), label: text.title(), value: filter.title }),
    textField({
      name: searchName('creators'),
      label: text.searchCreators(),
      value: filter.creators.join(', '),
    }),
  ]),
  languageField(filter, form.languages),
  flagField('complete', filter),
  flagField('series', filter),
  flagField('crossover', filter),
  checkbox({
    name: searchName('single_chapter'),
    label: text.searchSingleChapter(),
    checked: filter.ranges.chapters !== undefined,
  }),
  form.marks && stateField(filter),
])}
${fieldset(text.sectionTags(), [
  namesField('fandom_names', text.fandoms(), 'fandom', names.fandom),
  vocabularyTypes.map((type) => boxes(form, type)),
  namesField('character_names', text.characters(), 'character', names.character),
  namesField('relationship_names', text.relationships(), 'relationship', names.relationship),
  namesField('freeform_names', text.freeforms(), 'freeform', names.freeform),
  namesField('other_tag_names', text.otherTags(), 'tag', names.other),
  namesField('excluded_tag_names', text.excludedTags(), 'tag', names.excluded),
])}
${fieldset(
  text.sectionNumbers(),
  [wordsFields(filter), dateFields(filter), pair(rangeFields(filter))],
  text.numbersHint(),
)}
${fieldset(text.sectionOrder(), pair([sortField(filter), directionField(filter)]))}
${submitButtons([{ label: text.search() }])}
</form>`;
}

function boxes(form: SearchForm, type: VocabularyType): Html {
  return checkboxGroup({
    name: `${searchName(idsNames[type])}[]`,
    legend: groupName(type satisfies WorkTagType),
    options: form.vocabulary[type].map((tag) => ({ value: String(tag.id), label: tag.name })),
    values: form.ticked.map(String),
  });
}

function rangeFields({ ranges }: WorksFilter): Html[] {
  const labels: Readonly<Record<string, string>> = {
    hits: text.columnHits(),
    kudos: text.columnKudos(),
    comments: text.columnComments(),
    bookmarks: text.columnBookmarks(),
  };
  return rangeNames.map(([name, column]) =>
    textField({
      name: searchName(name),
      label: labels[column] ?? column,
      value: writeNumberRange(ranges[column] ?? {}),
      autocomplete: 'off',
    }),
  );
}
