// The budgets of the engine beside what was found. The goals are those of ten million works; to a
// million works the times are held to a quarter of them.
import { quantile } from '../machine.ts';
import { type Clocked, shown, spreadOf } from './clock.ts';
import type { Figures } from './figures.ts';

/** The last says whether the goal was kept; empty where there is none. */
export type Row = readonly [what: string, goal: string, found: string, kept: string];

/** Sizes of answers and what the slowest in a hundred of each may take at ten million works. */
export const answerSizes = [
  { name: 'to 10,000 works', most: 10_000, goalMs: 10 },
  { name: 'to 300,000 works', most: 300_000, goalMs: 40 },
  { name: 'above', most: Number.POSITIVE_INFINITY, goalMs: 150 },
] as const;

const quarterTo = 1_000_000;
const goals = {
  p50Ms: 3,
  pageMs: 40,
  bytes: 200,
  passingBytes: 400,
  mergeMs: 50,
  sliceMs: 20,
  delayMs: 20,
};
const loadSeconds = 5;

/** Which goals hold at that many works, in words. */
export function goalsAt(works: number): string {
  return works <= quarterTo
    ? 'goals of times: a quarter of those at 10 million works'
    : 'goals: those at 10 million works';
}

/** Places of the answers of one of `answerSizes`. */
export function placesOfSize(totals: readonly number[], size: number): number[] {
  const least = size === 0 ? -1 : answerSizes[size - 1]!.most;
  const { most } = answerSizes[size]!;
  return [...totals.keys()].filter((at) => totals[at]! > least && totals[at]! <= most);
}

/** The quantile of the times at those places, by the thread's own; NaN where there are none. */
export function timeAt(
  times: readonly Clocked[],
  places: readonly number[],
  share: number,
  clock: keyof Clocked = 'own',
): number {
  return quantile(
    places.map((place) => times[place]![clock]),
    share,
  );
}

/** Times of the fixed mix. */
export function timeRows({ measured: { archive, totals, warm, pageOnly } }: Figures): Row[] {
  const share = archive.works > quarterTo ? 1 : 0.25;
  const rows: Row[] = [];
  const add = (what: string, goal: number, at: (clock: keyof Clocked) => number): void => {
    rows.push(within(`${what}, the thread’s own`, goal * share, at('own'), inMs));
    rows.push(within('  on the wall', goal * share, at('wall'), inMs));
  };
  const all = [...totals.keys()];
  add('p50 of the mix, warm', goals.p50Ms, (clock) => timeAt(warm, all, 0.5, clock));
  for (const [size, { name, most, goalMs }] of answerSizes.entries()) {
    const places = placesOfSize(totals, size);
    if (places.length === 0) continue;
    add(`p99, ${name}, warm`, goalMs, (clock) => timeAt(warm, places, 0.99, clock));
    if (most !== Number.POSITIVE_INFINITY) continue;
    const page = (clock: keyof Clocked): number => timeAt(pageOnly, places, 0.99, clock);
    add(`p99, ${name}, total and page`, goals.pageMs, page);
  }
  return rows;
}

/** Bytes a work, above what the process held before. */
export function bytesOf({ measured, loaded, changed, names }: Figures) {
  const { memory, build, archive, save } = measured;
  const aWork = (bytes: number): number => bytes / archive.works;
  const above = (bytes: number): number => aWork(bytes - memory.before.resident);
  return {
    built: above(memory.built.resident),
    serving: above(memory.serving.resident),
    arrays: aWork(memory.serving.arrays - memory.before.arrays),
    heap: aWork(memory.serving.heap - memory.before.heap),
    building: above(build.most),
    compacting:
      changed === null ? Number.NaN : aWork(changed.compaction.most - changed.before.resident),
    loading: aWork(loaded.most - loaded.before.resident),
    loaded: aWork(loaded.after.resident - loaded.before.resident),
    servingLoaded: aWork((loaded.served?.resident ?? Number.NaN) - loaded.before.resident),
    saved: aWork(save.bytes),
    names: names === null ? Number.NaN : aWork(names.held),
  };
}

/** Memory, of the engine and of what stands beside it. */
export function memoryRows(figures: Figures): Row[] {
  const bytes = bytesOf(figures);
  return [
    found('memory a work, built', inBytes(bytes.built)),
    within('memory a work, serving after building', goals.bytes, bytes.serving, inBytes),
    found('  of it arrays and heap', `${inBytes(bytes.arrays)}, ${inBytes(bytes.heap)}`),
    within('most while building', goals.passingBytes, bytes.building, inBytes),
    within('most while compacting', goals.passingBytes, bytes.compacting, inBytes),
    within('most while loading', goals.passingBytes, bytes.loading, inBytes),
    within('memory a work, loaded', goals.bytes, bytes.loaded, inBytes),
    within('memory a work, serving after loading', goals.bytes, bytes.servingLoaded, inBytes),
    ...nameRows(figures),
  ];
}

function nameRows({ names: named, measured: { archive } }: Figures): Row[] {
  if (named === null) return [['the names of tags', '', 'FAILED', '']];
  const { names, held, seconds } = named;
  return [
    found(
      `beside: ${count(names)} names of tags`,
      `${inBytes(held / archive.works)} a work, ${inBytes(held / names)} a name`,
    ),
    found('  made ready, for suggestions as well', `${seconds.toFixed(1)} s`),
  ];
}

/** Changes and merges. */
export function changeRows({ changed }: Figures): Row[] {
  if (changed === null) return [['changes, merges and compaction', '', 'FAILED', '']];
  const { changes, merges } = changed;
  const us = (what: string, times: readonly number[]): Row => {
    const [p50 = Number.NaN, , p99 = Number.NaN] = spreadOf(times).at;
    return found(what, `${p50.toFixed(0)} / ${p99.toFixed(0)} us`);
  };
  return [
    us('a work added, p50 / p99', changes.added),
    us('a work edited', changes.edited),
    us('a counter set', changes.counted),
    us('a work removed', changes.removed),
    within('changes the next answer did not know', 0, changes.unseen, String),
    ...merges.flatMap(({ group, works, intoWorks, changeMs, nextMs, backMs }): Row[] => [
      within(`a ${group} on ${count(works)} made a synonym`, goals.mergeMs, changeMs, inMs),
      found('  taken back', inMs(backMs)),
      found(`  the next question, with ${count(intoWorks)} more`, inMs(nextMs)),
    ]),
  ];
}

/** Packing, saving, loading. */
export function savingRows({ measured, loaded, changed }: Figures): Row[] {
  const { save, archive, build } = measured;
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);
  const rate = (seconds: number): string => `${mb(save.bytes / seconds)} MB/s`;
  return [
    found('building; of the processor', `${inSeconds(build.seconds)}; ${inSeconds(build.own)}`),
    ...compactionRows(changed),
    found('saved', `${mb(save.bytes)} MB, ${inBytes(save.bytes / archive.works)} a work`),
    found('saving', `${inSeconds(save.seconds)}, ${rate(save.seconds)}`),
    found('  this disk, written plainly', `${mb(save.disk)} MB/s`),
    within('loading', loadSeconds, loaded.seconds, inSeconds),
    found(
      `  this disk, read plainly${loaded.fromDisk ? '' : ' (from the system’s memory)'}`,
      `${mb(loaded.disk)} MB/s; loaded at ${rate(loaded.seconds)}`,
    ),
    found('  again, all of the file in the system’s memory', inSeconds(loaded.again)),
  ];
}

function compactionRows(changed: Figures['changed']): Row[] {
  if (changed === null) return [];
  const { compaction } = changed;
  return [
    found(`compaction after ${count(compaction.changes)} changes`, inSeconds(compaction.ms / 1000)),
    within('  longest slice, the thread’s own', goals.sliceMs, compaction.longest.own, inMs),
    within('  on the wall', goals.sliceMs, compaction.longest.wall, inMs),
  ];
}

/** The serving thread's delay: p99, what of it the thread itself took, and the most. */
export function delayRows({ delay: served }: Figures): Row[] {
  if (served === null) return [['the delay of the serving thread', '', 'FAILED', '']];
  const { threads, delays } = served;
  return delays.flatMap((delay): Row[] => {
    const [, p99 = Number.NaN, most = Number.NaN] = delay.waited;
    const [, own = Number.NaN, ownMost = Number.NaN] = delay.own;
    return [
      within(`p99 of the delay: ${delay.while}`, goals.delayMs, p99, inMs),
      found('  most; its own work, p99 and most', [most, own, ownMost].map(inMs).join('; ')),
      found(
        '  questions, heavy ones, threads',
        `${delay.questions}, ${delay.heavy}, ${threads} in ${inSeconds(delay.seconds)}`,
      ),
    ];
  });
}

function within(what: string, goal: number, value: number, unit: (value: number) => string): Row {
  if (Number.isNaN(value)) return [what, unit(goal), '-', ''];
  return [what, unit(goal), unit(value), value <= goal ? 'kept' : 'MISSED'];
}

function found(what: string, value: string): Row {
  return [what, '', value, ''];
}

function inMs(ms: number): string {
  return `${shown(ms)} ms`;
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

function inBytes(bytes: number): string {
  return `${bytes.toFixed(0)} bytes`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
