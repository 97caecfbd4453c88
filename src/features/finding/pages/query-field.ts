// The box that takes the query language: what was typed, what was not understood of it, and help.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { textField } from '../../../web/controls.ts';
import { text } from '../messages.ts';
import { searchName } from '../parameters/names.ts';
import { queryHelpUrl } from '../urls.ts';

/** A sentence about a place in what was typed; `end` is exclusive. */
export type QueryWarning = {
  readonly message: string;
  readonly start: number;
  readonly end: number;
};

export type TypedQuery = {
  /** What the box holds: conditions that fit other fields of the form have gone there. */
  readonly value: string;
  /** What was typed, in which the places of warnings count. */
  readonly typed: string;
  readonly warnings: readonly QueryWarning[];
};

/** With what was not understood right below, each with its place marked. */
export function queryField(label: string, query: TypedQuery, hint?: string): Html {
  const { value, typed, warnings } = query;
  const shape = { name: searchName('query'), label, type: 'search', value } as const;
  const field = textField(hint === undefined ? shape : { ...shape, hint });
  return html`${field}${warnings.length === 0 ? nothing : renderWarnings(typed, warnings)}
${queryHelp()}`;
}

function renderWarnings(typed: string, warnings: readonly QueryWarning[]): Html {
  const items = warnings.slice(0, warningsShown).map(
    (warning) => html`<li>${warning.message}${place(typed, warning)}</li>
`,
  );
  return html`<ul class="query-warnings" role="status">${items}</ul>`;
}

/** A query of 100 kB may hold a thousand slips; who mends these sees the next ones. */
const warningsShown = 5;
/** Of what was typed, so much on each side of the place says where it is. */
const aroundPlace = 24;

function place(value: string, { start, end }: QueryWarning): Html {
  if (start >= end || end > value.length) return nothing;
  const from = Math.max(0, start - aroundPlace);
  const to = Math.min(value.length, end + aroundPlace);
  // A place of thousands of characters is shown by its beginning.
  const last = Math.min(end, start + 4 * aroundPlace);
  const before = `${from > 0 ? '…' : ''}${value.slice(from, start)}`;
  const after = last < end ? '…' : `${value.slice(end, to)}${to < value.length ? '…' : ''}`;
  return html`<br><code>${before.toWellFormed()}<mark>${value
    .slice(start, last)
    .toWellFormed()}</mark>${after.toWellFormed()}</code>`;
}

function queryHelp(): Html {
  const rows = examples.map(
    ([example, meaning]) => html`<div><dt><code>${example}</code></dt><dd>${meaning()}</dd></div>
`,
  );
  return html`<details class="query-help"><summary>${text.queryHelp()}</summary>
<dl>${rows}</dl>
<p><a href="${queryHelpUrl}">${text.queryMore()}</a></p></details>`;
}

const examples: readonly (readonly [string, () => string])[] = [
  ['"slow burn" lighthouse', () => text.queryWords()],
  ['character:Oda -fandom:"The Marsh"', () => text.queryTags()],
  ['rain OR snow', () => text.queryOr()],
  ['words:1000-5000 kudos>100', () => text.queryNumbers()],
  ['updated:<7d', () => text.queryDates()],
  ['rating:teen,general complete:yes', () => text.queryVocabulary()],
  ['sort:kudos', () => text.querySort()],
];
