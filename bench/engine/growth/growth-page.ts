// docs/engine-growth.md: a row for each size.
import {
  bytesOf,
  changeRows,
  delayRows,
  memoryRows,
  placesOfSize,
  savingRows,
  timeAt,
  timeRows,
} from '../budgets.ts';
import { type Clocked, shown } from '../clock.ts';
import type { Delay } from '../delay.ts';
import type { Figures } from '../figures.ts';
import type { Changed } from '../measure-changes.ts';

const questionHeading = [
  'works',
  'warm p50',
  'p99 to 10,000',
  'p99 to 300,000',
  'p99 above',
  'p99 above, total and page',
  'cold p50',
  'p99 to 10,000',
  'p99 to 300,000',
  'p99 above',
];
const memoryHeading = [
  'works',
  'serving after building',
  'loaded',
  'serving after loading',
  'most building',
  'most compacting',
  'most loading',
  'saved on disk',
  'beside: names of tags',
];
const actHeading = [
  'works',
  'building',
  'compacting; longest slice',
  'saving',
  'loading, where the disk reads so much',
  'the file being in memory',
  'a much used tag made a synonym',
  'the next answer',
  'waiting for the thread, p99: light and heavy questions',
  'at worst',
];

/** Markdown. At least one size. */
export function growthPage(sizes: readonly Figures[]): string {
  const { measured } = sizes[0]!;
  return `# How the engine grows

Written by \`npm run bench -- engine --growth\`; take your own. Synthetic works of the bench, 18
uses each (16 tags, a creator, a language), ${measured.totals.length} questions of the fixed mix
of \`bench/engine/fixed-mix.ts\`: filter, exact total, exact top ten of seven groups, page, on one
thread. Sizes are those of the answer. **Warm**: asked again, the better of two, with what the
engine keeps between questions (unions, sort orders, bits, counts; no finished answers). **Cold**:
the first time after building. Times of questions are the thread's own: what others on the machine
took meanwhile is left out, and stands in the table of \`npm run bench -- engine\`. Some answers of
each kind are compared with a plain scan, and a wrong one fails.

![Milliseconds, bytes a work and seconds, by works](engine-growth.svg)

## Questions: milliseconds

${table(questionHeading, sizes.map(questionCells))}

## Memory: bytes a work

Growth of resident memory above that of an empty process; "most" is the peak meanwhile.

${table(memoryHeading, sizes.map(memoryCells))}

## Building, saving, changing

In brackets what the process itself worked; slices are the thread's own.

${table(actHeading, sizes.map(actCells))}

## Taken

${table(['works', 'machine and load before', 'commit', 'budgets missed'], sizes.map(takenCells))}

To a million works the times are held to a quarter of the goals at ten million, above it to those.
`;
}

function questionCells({ measured }: Figures): string[] {
  const { totals, warm, cold, pageOnly, archive } = measured;
  const all = [...totals.keys()];
  const p99 = (times: readonly Clocked[], size: number): string =>
    shown(timeAt(times, placesOfSize(totals, size), 0.99));
  return [
    count(archive.works),
    shown(timeAt(warm, all, 0.5)),
    ...[0, 1, 2].map((size) => p99(warm, size)),
    p99(pageOnly, 2),
    shown(timeAt(cold, all, 0.5)),
    ...[0, 1, 2].map((size) => p99(cold, size)),
  ];
}

function memoryCells(figures: Figures): string[] {
  const bytes = bytesOf(figures);
  const { serving, loaded, servingLoaded, building, compacting, loading, saved, names } = bytes;
  const cells = [serving, loaded, servingLoaded, building, compacting, loading, saved, names];
  return [
    count(figures.measured.archive.works),
    ...cells.map((each) => (Number.isNaN(each) ? '-' : count(Math.round(each)))),
  ];
}

function actCells({ measured, loaded, changed, delay }: Figures): string[] {
  const { archive, build, save } = measured;
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  const most = (changed?.merges ?? []).toSorted((a, b) => b.works - a.works)[0];
  return [
    count(archive.works),
    `${seconds(build.seconds)} (${seconds(build.own)})`,
    changed === null ? '-' : compacted(changed),
    seconds(save.seconds),
    `${seconds(loaded.seconds)} at ${count(Math.round(loaded.disk / 1e6))} MB/s`,
    seconds(loaded.again),
    most === undefined ? '-' : `on ${count(most.works)}: ${shown(most.changeMs)} ms`,
    most === undefined ? '-' : `${shown(most.nextMs)} ms`,
    ...waitingCells(delay),
  ];
}

function compacted({ compaction: { ms, longest } }: Changed): string {
  return `${(ms / 1000).toFixed(1)} s; ${shown(longest.own)} ms`;
}

/** Others on the machine included, then the thread's own part in brackets. */
function waitingCells(delay: Figures['delay']): string[] {
  if (delay === null) return ['-', '-'];
  const p99 = ({ waited, own }: Delay): string => `${shown(waited[1]!)} ms (${shown(own[1]!)})`;
  const mixed = delay.delays.find((each) => each.while === 'light and heavy questions');
  const worst = delay.delays.toSorted((a, b) => b.own[1]! - a.own[1]!)[0];
  return [
    mixed === undefined ? '-' : p99(mixed),
    worst === undefined ? '-' : `${p99(worst)}, ${worst.while}`,
  ];
}

function takenCells(figures: Figures): string[] {
  const rows = [timeRows, memoryRows, changeRows, savingRows, delayRows].flatMap((rowsOf) =>
    rowsOf(figures),
  );
  const missed: string[] = [];
  let about = '';
  for (const [what, goal, found, kept] of rows) {
    const isPart = what.startsWith(' ');
    if (!isPart) about = what;
    if (kept !== 'MISSED') continue;
    missed.push(`${isPart ? `${about}, ` : ''}${what.trim()}: ${found} (${goal})`);
  }
  return [
    count(figures.measured.archive.works),
    figures.machine,
    figures.commit,
    missed.join('; ') || 'none',
  ];
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en');
}
