// The form beside a list: order, words, tags in and out, and the rest. On a phone it is folded away
// behind a button; it is complete without script, which adds counts while it is filled in.

import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { hiddenField, numberText } from '../../../web/controls.ts';
import type { ChoiceGroup } from '../choices.ts';
import type { WorksFilter } from '../filter.ts';
import type { LanguageChoice } from '../filter-view.ts';
import { text } from '../messages.ts';
import {
  dateFields,
  directionField,
  flagField,
  kudosFields,
  languageField,
  namesField,
  sortField,
  wordsFields,
} from './filter-fields.ts';
import { queryField, type TypedQuery } from './query-field.ts';
import { stateField } from './state-field.ts';
import { inUse, tagChoices } from './tag-choices.ts';

export type FilterForm = {
  /** What the list’s own order is called. */
  readonly ownOrder?: string | undefined;
  readonly address: string;
  /** Whose works are listed: names below it are suggested first. */
  readonly tag?: TagId | undefined;
  readonly filter: WorksFilter;
  /** Works that are listed now. */
  readonly total: number;
  /** Parts of the filter in use. */
  readonly active: number;
  readonly query: TypedQuery;
  readonly groups: readonly ChoiceGroup[];
  /** Names typed that are no tags: they stay in their field. */
  readonly otherNames: readonly string[];
  readonly excludedNames: readonly string[];
  readonly languages: readonly LanguageChoice[];
  /** The reader marks works: not a guest. */
  readonly marks: boolean;
  readonly clearHref: string;
  readonly hidden: readonly (readonly [name: string, value: string])[];
};

/** Parameters that have a field of their own here; the boxes are known by their names. */
export const filterFormFields = [
  'query',
  'other_tag_names',
  'excluded_tag_names',
  'sort_column',
  'sort_direction',
  'language_id',
  'words_from',
  'words_to',
  'kudos_count',
  'date_from',
  'date_to',
  'complete',
  'series',
  'crossover',
  'otp',
  'state',
] as const;

export function filterForm(form: FilterForm): Html {
  const { address, filter, groups } = form;
  const active = inUse(form.active);
  const label = showLabel(form.total);
  const button = html`<button type="submit" class="main"
 data-label="${label}">${text.showWorks()}</button>`;
  return html`<details class="filters-panel" data-enhance="filters">
<summary>${text.filters()}${active}</summary>
<form class="filters" id="work-filters" action="${address}" method="get"
 aria-label="${text.filters()}"${form.tag && html` data-fandoms="${form.tag}"`}>
${form.hidden.map(([name, value]) => hiddenField(name, value))}
${queryField(text.searchWithin(), form.query)}
<div class="pair order">${sortField(filter, form.ownOrder)}${directionField(filter)}</div>
<h3>${text.tags()}</h3>
<p class="hint">${text.tagsHint()}</p>
${groups.map(tagChoices)}
${namesField('other_tag_names', text.otherTagsIn(), 'tag', form.otherNames)}
${namesField('excluded_tag_names', text.otherTagsOut(), 'tag', form.excludedNames)}
<h3>${text.theWorks()}</h3>
${flagField('complete', filter)}
${languageField(filter, form.languages)}
${folded(text.sizeAndDate(), countOf(filter, ['words', 'kudos', 'updated']), [
  wordsFields(filter),
  kudosFields(filter),
  dateFields(filter),
])}
${folded(
  text.crossing(),
  [filter.series, filter.crossover, filter.oneRelationship].filter((one) => one !== null).length,
  [flagField('series', filter), flagField('crossover', filter), flagField('otp', filter)],
)}
${form.marks && folded(text.myReading(), filter.states.length, [stateField(filter)])}
<div class="submit">${button}
<a class="button" href="${form.clearHref}">${text.clear()}</a></div>
</form></details>`;
}

/** What the button says once the number of works is known to stay true: where script runs. */
export function showLabel(total: number): string {
  return text.showCounted({ count: total, number: numberText(total) });
}

function countOf({ ranges }: WorksFilter, columns: readonly (keyof WorksFilter['ranges'])[]) {
  return columns.filter((column) => ranges[column] !== undefined).length;
}

/** Fields that few want, folded away while they hold nothing. */
function folded(label: string, active: number, fields: readonly Html[]): Html {
  const open = active > 0 ? html` open` : nothing;
  return html`<details${open}><summary>${label}${inUse(active)}</summary>${fields}</details>
`;
}
