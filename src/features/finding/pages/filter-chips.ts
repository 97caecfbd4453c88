// What is filtered, each part with a link that takes it away; and what was not understood.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { ChipLabel } from '../filter-view.ts';
import { text } from '../messages.ts';
import { writeDate } from '../parameters/numbers.ts';
import type { FilterWarning } from '../parameters/read-filter.ts';
import { stateText } from './state-field.ts';

export type LinkedChip = { readonly label: ChipLabel; readonly href: string };

/** Nothing where nothing is filtered. `saveHref`: null for guests, who keep none. */
export function filterChips(
  chips: readonly LinkedChip[],
  clearHref: string,
  saveHref: string | null,
): Html {
  if (chips.length === 0) return nothing;
  const save = html` <a href="${saveHref ?? ''}" rel="nofollow">${text.saveFilter()}</a>`;
  const remove = html`<span class="landmark">${text.removeFilter()}</span>`;
  const items = chips.map(({ label, href }) => {
    const out = label.kind === 'without' ? html` class="out"` : nothing;
    return html`<li${out}><a href="${href}" rel="nofollow">${remove} ${labelText(label)}</a></li>
`;
  });
  return html`<nav class="filters-in-use" aria-label="${text.filtersInUse()}">
<ul class="chips">${items}</ul>
<p><a href="${clearHref}">${text.clearAll()}</a>${saveHref === null ? nothing : save}</p>
</nav>`;
}

/** Nothing without warnings. `ofBox`: those that stand below the box too, with their places. */
export function filterWarnings(
  warnings: readonly FilterWarning[],
  ofBox: readonly FilterWarning[] = [],
): Html {
  if (warnings.length === 0) return nothing;
  const sentences = new Map(warnings.map((one) => [one.message, ofBox.includes(one)]));
  const items = [...sentences].map(
    ([sentence, isOfBox]) => html`<li${isOfBox ? html` class="of-box"` : nothing}>${sentence}</li>`,
  );
  return html`<div class="filter-warnings" role="status"><ul>${items}</ul></div>`;
}

/** A part of a filter in words. */
export function labelText(label: ChipLabel): string {
  switch (label.kind) {
    case 'tags':
      return label.names.join(` ${text.or()} `);
    case 'without':
      return text.chipWithout({ name: label.name });
    case 'creator':
      return text.chipCreator({ name: label.name });
    case 'words':
      return text.chipWords({ words: label.text });
    case 'query':
      return label.text;
    case 'title':
      return text.chipTitle({ words: label.text });
    case 'language':
      return label.name;
    case 'range':
      return rangeText(label);
    case 'states':
      return text.chipStates({ words: label.words.map(stateText).join(` ${text.or()} `) });
    case 'complete':
      return label.wanted ? text.completeOnly() : text.openOnly();
    case 'series':
      return label.wanted ? text.seriesOnly() : text.seriesNone();
    case 'crossover':
      return label.wanted ? text.crossoverOnly() : text.crossoverNone();
    case 'otp':
      return label.wanted ? text.otpOnly() : text.otpNone();
  }
}

function rangeText(range: Extract<ChipLabel, { kind: 'range' }>): string {
  const { column, min, max } = range;
  if (column === 'chapters') return text.singleChapter();
  if (column === 'updated') return daysText(min, max);
  const label = columnLabel(column);
  if (min !== undefined && min === max) return text.rangeExactly({ label, value: numberText(min) });
  if (max === undefined) return text.rangeFrom({ label, value: numberText(min ?? 0) });
  if (min === undefined) return text.rangeTo({ label, value: numberText(max) });
  return text.rangeBetween({ label, from: numberText(min), to: numberText(max) });
}

function daysText(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return text.daysFrom({ from: writeDate(min ?? 0) });
  if (min === undefined) return text.daysTo({ to: writeDate(max) });
  return text.daysBetween({ from: writeDate(min), to: writeDate(max) });
}

function columnLabel(column: string): string {
  const labels: Readonly<Record<string, string>> = {
    words: text.columnWords(),
    hits: text.columnHits(),
    kudos: text.columnKudos(),
    comments: text.columnComments(),
    bookmarks: text.columnBookmarks(),
  };
  return labels[column] ?? column;
}
