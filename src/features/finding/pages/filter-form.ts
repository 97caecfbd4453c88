// The form beside a list: sort, include, exclude, and the rest. On a phone it is folded away; it
// is complete without script.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkboxGroup,
  hiddenField,
  numberText,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { WorkTagType } from '../../tags/index.ts';
import type { WorksFilter } from '../filter.ts';
import type { Choice, ChoiceGroup } from '../filter-view.ts';
import { text } from '../messages.ts';
import { excludeName, includeName, searchName } from '../parameters/names.ts';
import {
  dateFields,
  directionField,
  flagField,
  languageField,
  namesField,
  sortField,
  wordsFields,
} from './filter-fields.ts';

export type FilterForm = {
  readonly address: string;
  readonly filter: WorksFilter;
  readonly groups: readonly ChoiceGroup[];
  /** Names typed that are no tags: they stay in their field. */
  readonly otherNames: readonly string[];
  readonly excludedNames: readonly string[];
  readonly languages: readonly string[];
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
  'date_from',
  'date_to',
  'complete',
  'crossover',
] as const;

export function filterForm(form: FilterForm): Html {
  const { address, filter, groups } = form;
  return html`<details class="filters-panel"><summary>${text.filters()}</summary>
<form class="filters" id="work-filters" action="${address}" method="get"
 aria-label="${text.filters()}">
${form.hidden.map(([name, value]) => hiddenField(name, value))}
${sortField(filter)}
${textField({
  name: searchName('query'),
  label: text.searchWithin(),
  type: 'search',
  value: filter.text,
})}
<h3>${text.include()}</h3>
${groups.map(({ type, include }) => boxes('include', type, include))}
${namesField('other_tag_names', text.otherTags(), 'tag', form.otherNames)}
<h3>${text.exclude()}</h3>
${groups.map(({ type, exclude }) => boxes('exclude', type, exclude))}
${namesField('excluded_tag_names', text.otherTags(), 'tag', form.excludedNames)}
<h3>${text.more()}</h3>
${flagField('complete', filter)}${flagField('crossover', filter)}
${wordsFields(filter)}${dateFields(filter)}
${languageField(filter, form.languages)}
${directionField(filter)}
${submitButtons([{ label: text.sortAndFilter() }])}
<p><a href="${form.clearHref}">${text.clearFilters()}</a></p>
</form></details>`;
}

const groupNames: Readonly<Record<WorkTagType, () => string>> = {
  rating: () => text.ratings(),
  warning: () => text.warnings(),
  category: () => text.categories(),
  fandom: () => text.fandoms(),
  relationship: () => text.relationships(),
  character: () => text.characters(),
  freeform: () => text.freeforms(),
};

/** The name of a type in the plural, as headings and legends have it. */
export function groupName(type: WorkTagType): string {
  return groupNames[type]();
}

function boxes(which: 'include' | 'exclude', type: WorkTagType, choices: readonly Choice[]): Html {
  if (choices.length === 0) return nothing;
  const label = groupName(type);
  const legend = which === 'include' ? text.includeGroup({ label }) : text.excludeGroup({ label });
  const chosen = choices.filter((choice) => choice.chosen);
  const group = checkboxGroup({
    name: which === 'include' ? includeName(type) : excludeName(type),
    id: `${which}_${type}`,
    legend: html`<span class="landmark">${legend}</span>`,
    options: choices.map(({ tag, count }) => ({
      value: String(tag.id),
      label: tag.name,
      ...(count === null ? {} : { count: numberText(count) }),
    })),
    values: chosen.map(({ tag }) => String(tag.id)),
  });
  const open = chosen.length > 0 ? html` open` : nothing;
  return html`<details${open}><summary>${label}</summary>${group}</details>
`;
}
