// What a counter added, drawn as bars, with the same numbers as a table for whoever cannot see it.
import { type Html, html } from '../../../kit/html/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { dateText, numberText } from '../../../web/controls.ts';
import { type Measure, measures, type Stretch, sumOf } from '../growth.ts';
import { text } from '../messages.ts';

const height = 120;
const step = 10;

export function growthChart(stretches: readonly Stretch[], measure: Measure): Html {
  const sum = sumOf(stretches.map(({ added }) => added))[measure];
  const most = Math.max(0, ...stretches.map(({ added }) => added[measure]));
  const count = (stretches.at(-1)?.to ?? 0) - (stretches[0]?.from ?? 0) + 1;
  const shown = { measure: text[measure](), count, sum: numberText(sum), most: numberText(most) };
  if (most <= 0) {
    return html`<h3 class="heading" id="growth">${text.growth(shown)}</h3>
<p>${text.noGrowth()}</p>`;
  }
  const bars = stretches.map(({ added }, at) => {
    // What is taken back can be more than what was given.
    const share = Math.max(0, added[measure]) / most;
    const tall = share === 0 ? 0 : Math.max(2, Math.round(share * height));
    return html`<rect x="${at * step + 1}" y="${height - tall}"
 width="${step - 2}" height="${tall}"/>`;
  });
  const width = stretches.length * step;
  const [first, last] = [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 0];
  return html`<h3 class="heading" id="growth">${text.growth(shown)}</h3>
<svg class="growth" viewBox="0 0 ${width} ${height + 1}" preserveAspectRatio="none"
 role="img" aria-label="${text.growthDrawn(shown)}">
${bars}<path d="M0 ${height}.5H${width}"/></svg>
<p class="growth-ends"><span>${dayOfRow(first)}</span> <span>${dayOfRow(last)}</span></p>
<details><summary>${text.asTable()}</summary>${growthTable(stretches)}</details>`;
}

function growthTable(stretches: readonly Stretch[]): Html {
  const heads = [text.from(), text.to(), ...measures.map((measure) => text[measure]())];
  const rows = stretches.map(({ from, to, added }) =>
    tableRow(
      [dayOfRow(from), dayOfRow(to)],
      measures.map((measure) => added[measure]),
    ),
  );
  return scrolledTable(text.asTable(), heads, rows);
}

function dayOfRow(day: number): string {
  return dateText(day * dayMs);
}

/** A table in a box that is pushed sideways where it is too wide. */
export function scrolledTable(
  label: string,
  heads: readonly (Html | string)[],
  rows: readonly Html[],
): Html {
  const cells = heads.map((head) => html`<th scope="col">${head}</th>`);
  return html`<section class="table-scroll" tabindex="0" aria-label="${label}">
<table class="counts"><thead><tr>${cells}</tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

/** The first of the words is what the row is about. */
export function tableRow(words: readonly (Html | string)[], numbers: readonly number[]): Html {
  const [first, ...others] = words;
  const told = others.map((word) => html`<td>${word}</td>`);
  const counted = numbers.map((number) => html`<td class="number">${numberText(number)}</td>`);
  return html`<tr><th scope="row">${first}</th>${told}${counted}</tr>
`;
}
