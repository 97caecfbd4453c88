// The table of budgets: what was measured beside what it should be.
import { print, printTable, quantile } from '../machine.ts';
import { shown, spreadOf } from './clock.ts';
import type { Flags } from './flags.ts';
import type { LoadMeasured } from './load.ts';
import type { Measured } from './measure.ts';
import { stepApart } from './steps.ts';

type Row = readonly [what: string, goal: string, found: string];

const sizes = [
  { name: 'to 10,000 works', most: 10_000, goalMs: 10 },
  { name: 'to 300,000 works', most: 300_000, goalMs: 40 },
  { name: 'above', most: Number.POSITIVE_INFINITY, goalMs: 150 },
] as const;

/** Prints every budget at that many works; 1 when an answer was wrong. */
export async function printBudgets(flags: Flags): Promise<number> {
  const { works, seed, questions, checked } = flags;
  const wanted = { works, seed, questions, checked };
  stepApart('record', wanted);
  const measured = stepApart('measure', wanted);
  const loaded = stepApart('load', wanted);
  printArchive(measured);
  printTimes(measured);
  printTable(
    ['budget', 'goal', 'found'],
    [...timeRows(measured), ...memoryRows(measured, loaded), ...changeRows(measured)],
  );
  print();
  printTable(['packing and saving', 'goal', 'found'], savingRows(measured, loaded));
  return printWrong(measured, loaded);
}

function printArchive({ machine, archive, build }: Measured): void {
  const { works, terms, uses } = archive;
  print(machine);
  print(
    `${count(works)} works, ${count(uses)} uses (${(uses / works).toFixed(1)} a work: 16 tags, a ` +
      `creator, a language) of ${count(terms)} terms; built in ${build.seconds.toFixed(1)} s`,
  );
  print();
}

function printTimes(measured: Measured): void {
  const { totals, cold, warm, kinds } = measured;
  print(
    `${count(totals.length)} questions of the fixed mix: filter, exact total, exact top ten of`,
  );
  print('seven groups, page; one thread; milliseconds');
  print('cold: the first time each is asked; unions, sort orders, bits and counts are made then');
  print('warm: the same again with those kept, the better of two; nothing keeps finished answers');
  const rows: string[][] = [];
  const add = (name: string, which: (at: number) => boolean): void => {
    const places = [...totals.keys()].filter(which);
    if (places.length === 0) return;
    for (const [how, times] of [
      ['cold', cold],
      ['warm', warm],
    ] as const) {
      const { n, at } = spreadOf(places.map((place) => times[place]!));
      rows.push([name, how, String(n), ...at.map(shown)]);
    }
  };
  add('all', () => true);
  let least = -1;
  for (const { name, most } of sizes) {
    const from = least;
    add(name, (at) => totals[at]! > from && totals[at]! <= most);
    least = most;
  }
  for (const kind of [...new Set(kinds)].sort()) add(kind, (at) => kinds[at] === kind);
  printTable(['', '', 'n', 'p50', 'p95', 'p99', 'most'], rows);
  print();
}

/** The goals at 10 million works hold in a quarter of the times at 1 million, and below that. */
function timeRows({ archive, totals, warm, pageOnly }: Measured): Row[] {
  const share = archive.works > 1_000_000 ? 1 : 0.25;
  const rows: Row[] = [
    ['p50 of the mix, warm', `${shown(3 * share)} ms`, `${shown(quantile(warm, 0.5))} ms`],
  ];
  let least = -1;
  for (const { name, most, goalMs } of sizes) {
    const places = [...totals.keys()].filter((at) => totals[at]! > least && totals[at]! <= most);
    const p99 = (times: readonly number[]): string =>
      places.length === 0 ? '-' : `${shown(quantile(pick(times, places), 0.99))} ms`;
    rows.push([`p99, ${name}, warm`, `${shown(goalMs * share)} ms`, p99(warm)]);
    if (most === Number.POSITIVE_INFINITY) {
      rows.push([`p99, ${name}, total and page`, `${shown(40 * share)} ms`, p99(pageOnly)]);
    }
    least = most;
  }
  return rows;
}

function memoryRows({ archive, memory, build }: Measured, loaded: LoadMeasured): Row[] {
  const aWork = (bytes: number): string => `${(bytes / archive.works).toFixed(0)} bytes`;
  const { before, built, serving } = memory;
  const arrays = serving.arrays - before.arrays;
  const heap = serving.heap - before.heap;
  return [
    ['memory a work, built', '', aWork(built.resident - before.resident)],
    ['memory a work, serving', '200 bytes', aWork(serving.resident - before.resident)],
    ['  of it arrays and heap', '', `${aWork(arrays)}, ${aWork(heap)}`],
    ['most while building', '400 bytes', aWork(build.most - before.resident)],
    ['most while loading', '400 bytes', aWork(loaded.most - loaded.before.resident)],
    ['memory a work, loaded', '200 bytes', aWork(loaded.after.resident - loaded.before.resident)],
  ];
}

function changeRows({ changes, merges }: Measured): Row[] {
  const us = (times: readonly number[]): string => {
    const [p50 = Number.NaN, , p99 = Number.NaN] = spreadOf(times).at;
    return `${p50.toFixed(0)} / ${p99.toFixed(0)} us`;
  };
  return [
    ['a work added, p50 / p99', 'in the next answer', us(changes.added)],
    ['a work edited', 'in the next answer', us(changes.edited)],
    ['a counter set', 'in the next answer', us(changes.counted)],
    ['a work removed', 'in the next answer', us(changes.removed)],
    ['changes the next answer did not know', '0', String(changes.unseen)],
    ...merges.flatMap(({ group, works, intoWorks, changeMs, nextMs, backMs }): Row[] => [
      [
        `a ${group} on ${count(works)} made a synonym`,
        '50 ms',
        `${shown(changeMs)} ms; taken back ${shown(backMs)} ms`,
      ],
      [`  the next question, with ${count(intoWorks)} more`, 'right', `${shown(nextMs)} ms`],
    ]),
  ];
}

function savingRows({ save, archive, compaction, memory }: Measured, loaded: LoadMeasured): Row[] {
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);
  const rate = (seconds: number): string => `${mb(save.bytes / seconds)} MB/s`;
  const size = `${mb(save.bytes)} MB, ${(save.bytes / archive.works).toFixed(0)} bytes a work`;
  const most = (compaction.most - memory.before.resident) / archive.works;
  return [
    [
      `compaction after ${count(compaction.changes)} changes`,
      'longest pause 20 ms',
      `${(compaction.ms / 1000).toFixed(1)} s, longest slice ${shown(compaction.longestMs)} ms`,
    ],
    ['  memory meanwhile', '400 bytes a work', `${most.toFixed(0)} bytes`],
    ['saved', '', size],
    ['saving', '', `${save.seconds.toFixed(2)} s, ${rate(save.seconds)}`],
    ['  this disk, written plainly', '', `${mb(save.disk)} MB/s`],
    ['loading', '5 s at 500 MB/s', `${loaded.seconds.toFixed(2)} s, ${rate(loaded.seconds)}`],
    [
      `  this disk, read plainly${loaded.fromDisk ? '' : ' (from the system’s memory)'}`,
      '',
      `${mb(loaded.disk)} MB/s`,
    ],
  ];
}

function printWrong(measured: Measured, loaded: LoadMeasured): number {
  const wrong = [
    ...measured.wrong,
    ...loaded.wrong.map((each) => `${each} after loading`),
    ...measured.merges.flatMap((merge) => merge.wrong.map((what) => `merge: ${what}`)),
  ];
  if (measured.changes.unseen > 0) wrong.push(`${measured.changes.unseen} changes unseen`);
  print();
  print(
    `answers compared with a plain scan: ${measured.checked} before changes, after them, after ` +
      `compaction and after loading; wrong: ${wrong.length}`,
  );
  for (const each of wrong.slice(0, 20)) print(`  ${each}`);
  return wrong.length === 0 ? 0 : 1;
}

function pick(times: readonly number[], places: readonly number[]): number[] {
  return places.map((place) => times[place]!);
}

function count(value: number): string {
  return value.toLocaleString('en');
}
