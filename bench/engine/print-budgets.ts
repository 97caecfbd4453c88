// The table of budgets: what was measured beside what it should be.
import { print, printTable } from '../machine.ts';
import {
  answerSizes,
  changeRows,
  delayRows,
  goalsAt,
  memoryRows,
  placesOfSize,
  savingRows,
  timeRows,
} from './budgets.ts';
import { shown, spreadOf } from './clock.ts';
import { type Figures, takeFigures } from './figures.ts';
import type { Flags } from './flags.ts';

/** Prints every budget at that many works; 1 when an answer was wrong. */
export function printBudgets({ works, seed, questions, checked }: Flags): number {
  return printFigures(takeFigures({ works, seed, questions, checked }));
}

/** Prints what was taken; 1 when an answer was wrong. */
export function printFigures(figures: Figures): number {
  printArchive(figures);
  printTimes(figures);
  const { works } = figures.measured.archive;
  printTable(
    ['budget', 'goal', 'found', ''],
    [
      ...timeRows(figures),
      ...memoryRows(figures),
      ...changeRows(figures),
      ...savingRows(figures),
      ...delayRows(figures),
    ],
  );
  print(goalsAt(works));
  return Math.max(printWrong(figures), Object.values(figures).includes(null) ? 1 : 0);
}

function printArchive({ machine, commit, measured: { archive, build } }: Figures): void {
  const { works, terms, uses } = archive;
  print(`${machine}; commit ${commit}`);
  print(
    `${count(works)} works, ${count(uses)} uses (${(uses / works).toFixed(1)} a work: 16 tags, a ` +
      `creator, a language) of ${count(terms)} terms; built in ${build.seconds.toFixed(1)} s`,
  );
  print();
}

function printTimes({ measured: { totals, cold, warm, kinds } }: Figures): void {
  print(
    `${count(totals.length)} questions of the fixed mix: filter, exact total, exact top ten of`,
  );
  print('seven groups, page; one thread; milliseconds');
  print('cold: the first time each is asked; unions, sort orders, bits and counts are made then');
  print('warm: the same again with those kept, the better of two; nothing keeps finished answers');
  print('the thread’s own time, then that on the wall, in which the machine does other work too');
  const rows: string[][] = [];
  const add = (name: string, places: readonly number[]): void => {
    if (places.length === 0) return;
    for (const [how, times] of [
      ['cold', cold],
      ['warm', warm],
    ] as const) {
      const own = spreadOf(places.map((place) => times[place]!.own));
      const wall = spreadOf(places.map((place) => times[place]!.wall));
      rows.push([name, how, String(own.n), ...own.at.map(shown), ...wall.at.map(shown)]);
    }
  };
  const all = [...totals.keys()];
  add('all', all);
  for (const [size, { name }] of answerSizes.entries()) add(name, placesOfSize(totals, size));
  for (const kind of [...new Set(kinds)].sort()) {
    const places = all.filter((at) => kinds[at] === kind);
    add(kind, places);
  }
  printTable(['', '', 'n', 'p50', 'p95', 'p99', 'most', 'wall p50', 'p95', 'p99', 'most'], rows);
  print();
}

function printWrong(figures: Figures): number {
  const { measured } = figures;
  const wrong = wrongAnswers(figures);
  print();
  print(
    `answers compared with a plain scan: ${measured.checked} after building and loading` +
      `${figures.changed === null ? '' : ', after changes and compaction'}; wrong: ${wrong.length}`,
  );
  for (const each of wrong.slice(0, 20)) print(`  ${each}`);
  return wrong.length === 0 ? 0 : 1;
}

function wrongAnswers({ measured, loaded, changed }: Figures): string[] {
  const wrong = [
    ...measured.wrong,
    ...loaded.wrong.map((each) => `${each} after loading`),
    ...(changed?.wrong ?? []),
    ...(changed?.merges ?? []).flatMap((merge) => merge.wrong.map((what) => `merge: ${what}`)),
  ];
  if (changed !== null && changed.changes.unseen > 0) {
    wrong.push(`${changed.changes.unseen} changes unseen`);
  }
  return wrong;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
