// Two versions of a text as people compare them: one under the other, or side by side.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { ParagraphDifference, Piece } from '../../../text/index.ts';
import { text } from '../messages.ts';

export type FieldDifference = {
  readonly label: string;
  readonly rows: readonly ParagraphDifference[];
  /** The words are the same; only how they are marked up differs. */
  readonly markupOnly: boolean;
};

/** Every changed field, what is gone struck and what came underlined, in one text. */
export function differencesInOne(fields: readonly FieldDifference[]): Html {
  if (fields.length === 0) return html`<p>${text.diffNone()}</p>`;
  return html`${fields.map(
    (field) => html`<section class="differences">
<h3 class="heading">${field.label}</h3>
${note(field)}${shortened(field.rows).map((row) =>
  typeof row === 'number' ? gap(row) : html`<p dir="auto">${inOne(row)}</p>\n`,
)}</section>`,
  )}`;
}

export type TwoVersions = { readonly before: string; readonly after: string };

/** The same with the two versions beside each other. */
export function differencesSideBySide(
  fields: readonly FieldDifference[],
  names: TwoVersions,
): Html {
  if (fields.length === 0) return html`<p>${text.diffNone()}</p>`;
  return html`${fields.map(
    (field) => html`${note(field)}<table class="differences">
<caption>${field.label}</caption>
<thead><tr><th scope="col">${names.before}</th><th scope="col">${names.after}</th></tr></thead>
<tbody>${shortened(field.rows).map((row) =>
      typeof row === 'number'
        ? html`<tr><td colspan="2">${gap(row)}</td></tr>`
        : html`<tr><td dir="auto">${oneSide(row, 'removed')}</td><td dir="auto">${oneSide(
            row,
            'added',
          )}</td></tr>\n`,
    )}</tbody></table>`,
  )}`;
}

// Unchanged paragraphs beside a change that are shown, and rows in all: a page stays readable.
const around = 1;
const rowsMax = 1500;

/** The rows to show; a number stands for so many that are left out. */
function shortened(rows: readonly ParagraphDifference[]): (ParagraphDifference | number)[] {
  const near = new Set<number>();
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'same') continue;
    for (let next = at - around; next <= at + around; next += 1) near.add(next);
  }
  const shown: (ParagraphDifference | number)[] = [];
  for (const [at, row] of rows.entries()) {
    const last = shown.at(-1);
    if (near.has(at) && shown.length < rowsMax) shown.push(row);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}

function note({ markupOnly }: FieldDifference): Html {
  return markupOnly ? html`<p class="hint">${text.diffMarkupOnly()}</p>` : nothing;
}

function gap(paragraphs: number): Html {
  return html`<p class="hint">${text.diffLeftOut({ paragraphs })}</p>`;
}

function inOne(row: ParagraphDifference): Html {
  if (row.kind === 'changed') return html`${row.pieces.map(marked)}`;
  return marked(row);
}

function oneSide(row: ParagraphDifference, own: 'removed' | 'added'): Html {
  const pieces: readonly Piece[] = row.kind === 'changed' ? row.pieces : [row];
  return html`${pieces.filter(({ kind }) => kind === 'same' || kind === own).map(marked)}`;
}

/** Colour and line say it to the eye, a hidden word to whoever listens. */
function marked({ kind, text: words }: Piece): Html {
  if (kind === 'same') return html`${words}`;
  if (kind === 'removed') {
    return html`<del><span class="landmark">${text.diffRemoved()} </span>${words}</del>`;
  }
  return html`<ins><span class="landmark">${text.diffAdded()} </span>${words}</ins>`;
}
