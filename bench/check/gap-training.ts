// Trains the network of src/text/check/gaps.ts: prose with every small word as it stands, against
// the same prose with that word cut out.
import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import { reach, type Sign, signAt, signsOf } from '../../src/text/check/gap-signs.ts';
import { type GapNumbers, leftOut } from '../../src/text/check/gaps.ts';
import type { Line } from '../../src/text/check/words.ts';
import { type Draw, Layers, parts, slots, width } from './gap-layers.ts';

/** What is cut out, in the order of `leftOut`. */
const cut = [
  '',
  'the a an',
  'his her my their its our your',
  'to',
  'of',
  'was were is are be been',
  'had has have',
  'in at with on for from into by',
  'and',
];
const answerFor = new Map(
  cut.flatMap((words, at) => words.split(' ').map((word) => [word, at] as const)),
);
const rounds = 5;
const rate = 0.002;
/** There is little prose of today among much that is a century old. */
const todayTimes = 4;
/** A word seen less often is known by its ending and form alone. */
const seenLeast = 4;
const endingsLeast = 5;

type Example = { readonly line: number; readonly at: number; readonly answer: number };
type Known = Pick<GapNumbers, 'keys' | 'endings' | 'forms' | 'kinds'> & {
  readonly counts: readonly number[];
};
type Rows = { readonly rows: Int32Array; readonly places: readonly number[] };

/**
 * The numbers that these paragraphs give; those of `today` are gone through more often. The same
 * for the same paragraphs and seed.
 */
export function trainOn(novels: readonly Line[], today: readonly Line[], seed: number): GapNumbers {
  const lines = [...novels, ...today];
  const known = knownIn(lines);
  const random = randomFrom(seed);
  const layers = new Layers(
    [known.keys.size, known.endings.size, known.forms.size, known.kinds.size],
    leftOut.length,
    random,
  );
  const all = lines.map((line) => rowsOf(line, known));
  const examples = lines.flatMap((line, at) => {
    const own = examplesIn(line, at);
    return at < novels.length ? own : Array.from({ length: todayTimes }, () => own).flat();
  });
  const order = Int32Array.from(examples, (_, at) => at);
  const around = new Int32Array(slots * parts);
  const edge = idsOf(signAt([], -1), known);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (let at = 0; at < order.length; at++) {
      const { line, at: word, answer } = examples[order[at]!]!;
      putAround(around, all[line]!, word, answer > 0, edge);
      forgetSome(around, known.counts, random);
      layers.learn(around, answer, rate * (1 - (round / rounds) * 0.85), random);
    }
  }
  const { keys, endings, forms, kinds } = known;
  const { vectors, inner, innerBias, outer, outerBias } = layers;
  return { keys, endings, forms, kinds, width, vectors, inner, innerBias, outer, outerBias };
}

function knownIn(lines: readonly Line[]): Known {
  const count = new Map<string, number>();
  const keysByEnding = new Map<string, Set<string>>();
  const forms = new Map<string, number>([['', 0]]);
  const kinds = new Map<string, number>([['', 0]]);
  for (const line of lines) {
    for (const { key, ending, form, kind } of signsOf(line).signs) {
      count.set(key, (count.get(key) ?? 0) + 1);
      const keys = keysByEnding.get(ending) ?? new Set();
      keysByEnding.set(ending, keys.add(key));
      if (!forms.has(form)) forms.set(form, forms.size);
      if (!kinds.has(kind)) kinds.set(kind, kinds.size);
    }
  }
  const frequent = [...count].filter(([, times]) => times >= seenLeast);
  const endings = [...keysByEnding].filter(
    ([ending, { size }]) => size >= endingsLeast || ending === '.' || ending === '#',
  );
  const rows = (names: readonly string[]) => new Map(['', ...names].map((name, at) => [name, at]));
  return {
    keys: rows(frequent.map(([key]) => key)),
    endings: rows(endings.map(([ending]) => ending)),
    forms,
    kinds,
    counts: [0, ...frequent.map(([, times]) => times)],
  };
}

function idsOf(
  { key, ending, form, kind }: Sign,
  { keys, endings, forms, kinds }: Known,
): number[] {
  return [keys.get(key) ?? 0, endings.get(ending) ?? 0, forms.get(form) ?? 0, kinds.get(kind) ?? 0];
}

function rowsOf(line: Line, known: Known): Rows {
  const { signs, places } = signsOf(line);
  return { rows: Int32Array.from(signs.flatMap((sign) => idsOf(sign, known))), places };
}

function examplesIn({ words }: Line, line: number): Example[] {
  return words.flatMap((word, at) => {
    if (at === 0 || word.gap !== ' ') return [];
    const whole = { line, at, answer: 0 };
    const answer = answerFor.get(word.lower) ?? 0;
    const isCut = answer > 0 && words[at + 1]?.gap === ' ' && word.text === word.lower;
    return isCut ? [whole, { line, at, answer }] : [whole];
  });
}

/** The signs before the gap, nearest first, and those behind it. */
function putAround(
  around: Int32Array,
  { rows, places }: Rows,
  word: number,
  isCut: boolean,
  edge: readonly number[],
): void {
  const place = places[word]!;
  const right = isCut ? place + 1 : place;
  for (let slot = 0; slot < slots; slot++) {
    const at = (slot < reach ? place - 1 - slot : right + slot - reach) * parts;
    for (let each = 0; each < parts; each++) {
      around[slot * parts + each] = at >= 0 && at < rows.length ? rows[at + each]! : edge[each]!;
    }
  }
}

/** Rare words now and then count as unknown, so that unknown ones are met. */
function forgetSome(around: Int32Array, counts: readonly number[], random: Draw): void {
  for (let slot = 0; slot < slots; slot++) {
    const key = around[slot * parts]!;
    if (key > 0 && random() < 0.05 + 1.2 / Math.sqrt(counts[key]!)) around[slot * parts] = 0;
  }
}

function shuffle(order: Int32Array, random: Draw): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
}
