// A chart with logarithmic axes as SVG: lines named at their ends, text as text, readable in light
// and dark. Pure: the same lines give the same bytes.

/** A line through points. `dashed`: what is less in view. */
export type Line = {
  readonly name: string;
  readonly dashed?: boolean;
  /** At least one. Both above 0. */
  readonly points: readonly (readonly [x: number, y: number])[];
};

/** One chart: a title that names the unit of y. */
export type Chart = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly unit: (value: number) => string;
};

/** Charts under one another over the same x. */
export type Picture = {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly xs: readonly number[];
  readonly xLabel: (value: number) => string;
  readonly charts: readonly Chart[];
};

const width = 800;
const chartHeight = 330;
const plot = { left: 80, right: 544, top: 44, bottom: 268 };
const labelStep = 15;
const colours = 6;

/** The whole file. */
export function pictureOf(picture: Picture): string {
  const height = picture.charts.length * chartHeight;
  const charts = picture.charts.map((chart, at) => chartOf(chart, picture, at * chartHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"`,
    `  width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(picture.title)}</title>`,
    `<desc id="description">${escaped(picture.description)}</desc>`,
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...charts,
    '</svg>',
    '',
  ].join('\n');
}

/** From a value to a place between two ends, by its logarithm. */
export function logScale(
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const span = Math.log(most / least) || 1;
  return (value) => from + (Math.log(value / least) / span) * (to - from);
}

/** Powers of ten that hold all values, at least two. */
export function decades(values: readonly number[]): number[] {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: most - least + 1 }, (_, at) => Number(`1e${least + at}`));
}

/** Moves places downwards and back up so that neighbours are a step apart; keeps their order. */
export function spread(places: readonly number[], step: number, most: number): number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]!);
  const spreadOut = places.slice();
  for (let at = 1; at < order.length; at++) {
    const above = spreadOut[order[at - 1]!]!;
    spreadOut[order[at]!] = Math.max(spreadOut[order[at]!]!, above + step);
  }
  let below = most + step;
  for (const place of order.toReversed()) {
    spreadOut[place] = Math.min(spreadOut[place]!, below - step);
    below = spreadOut[place]!;
  }
  return spreadOut;
}

const style = `
.ground { fill: #fff; } text { font: 13px system-ui, sans-serif; fill: #333; }
.title { font-weight: 600; font-size: 15px; fill: #111; } .grid { stroke: #ddd; }
.line { fill: none; stroke-width: 2; } .dashed { stroke-dasharray: 5 4; }
.lead { stroke-dasharray: 1 4; }
.c0 { stroke: #0b62a8; } .c1 { stroke: #b3470d; } .c2 { stroke: #1c7a3e; }
.c3 { stroke: #8a2f92; } .c4 { stroke: #7a6200; } .c5 { stroke: #8f1f3d; }
circle { stroke: none; } .d0 { fill: #0b62a8; } .d1 { fill: #b3470d; } .d2 { fill: #1c7a3e; }
.d3 { fill: #8a2f92; } .d4 { fill: #7a6200; } .d5 { fill: #8f1f3d; }
@media (prefers-color-scheme: dark) {
.ground { fill: #16181c; } text { fill: #c9ccd1; } .title { fill: #f2f3f5; }
.grid { stroke: #3a3e45; }
.c0 { stroke: #6cb6f5; } .c1 { stroke: #f39a5f; } .c2 { stroke: #6fd293; }
.c3 { stroke: #d893df; } .c4 { stroke: #dcc24b; } .c5 { stroke: #f48aa5; }
.d0 { fill: #6cb6f5; } .d1 { fill: #f39a5f; } .d2 { fill: #6fd293; }
.d3 { fill: #d893df; } .d4 { fill: #dcc24b; } .d5 { fill: #f48aa5; }
}
`;

function chartOf(chart: Chart, { xs, xTitle, xLabel }: Picture, down: number): string {
  const ys = chart.lines.flatMap(({ points }) => points.map(([, y]) => y));
  const ticks = decades(ys);
  const x = logScale([Math.min(...xs), Math.max(...xs)], [plot.left + 16, plot.right - 8]);
  const y = logScale([ticks[0]!, ticks.at(-1)!], [plot.bottom, plot.top]);
  const marks = [
    text(chart.title, { x: 12, y: 24, class: 'title' }),
    ...ticks.map((tick) => path(`M${plot.left} ${n(y(tick))}H${plot.right}`, 'grid')),
    ...ticks.map((tick) =>
      text(chart.unit(tick), { x: plot.left - 8, y: y(tick) + 4, 'text-anchor': 'end' }),
    ),
    ...xs.map((value) =>
      text(xLabel(value), { x: x(value), y: plot.bottom + 20, 'text-anchor': 'middle' }),
    ),
    text(xTitle, { x: (plot.left + plot.right) / 2, y: plot.bottom + 40, 'text-anchor': 'middle' }),
  ];
  const ends = chart.lines.map(({ points }) => y(points.at(-1)![1]));
  const labels = spread(ends, labelStep, plot.bottom);
  for (const [at, line] of chart.lines.entries()) {
    const colour = at % colours;
    const way = line.points.map(([px, py]) => `${n(x(px))} ${n(y(py))}`).join('L');
    marks.push(path(`M${way}`, `line c${colour}${line.dashed ? ' dashed' : ''}`));
    for (const [px, py] of line.points) {
      marks.push(`<circle class="d${colour}" cx="${n(x(px))}" cy="${n(y(py))}" r="3"/>`);
    }
    const [lastX, lastY] = line.points.at(-1)!;
    const label = `${line.name}: ${chart.unit(lastY)}`;
    marks.push(path(`M${n(x(lastX) + 5)} ${n(y(lastY))}L556 ${n(labels[at]!)}`, `lead c${colour}`));
    marks.push(text(label, { x: 560, y: labels[at]! + 4 }));
  }
  return `<g transform="translate(0 ${down})">\n${marks.join('\n')}\n</g>`;
}

function path(way: string, name: string): string {
  return `<path class="${name}" d="${way}"/>`;
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${typeof value === 'number' ? n(value) : value}"`,
  );
  return `<text ${written.join(' ')}>${escaped(content)}</text>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
