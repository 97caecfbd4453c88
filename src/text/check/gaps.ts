// How much the signs around a gap speak for a word left out there: a small network, fitted on
// published fiction by bench/check/fit-gaps.ts, of which only the numbers are shipped.

import { reach, type Sign, type Signs, signAt } from './gap-signs.ts';
import kept from './gaps.json' with { type: 'json' };

/** What may have been left out, in the order of the network's answers; the first is nothing. */
export const leftOut = [
  '',
  'article',
  'possessive',
  'to',
  'of',
  'be',
  'have',
  'place',
  'and',
] as const;
/** One of `leftOut`. */
export type LeftOut = (typeof leftOut)[number];

/** Numbers of the network; the vectors of a sign's key, ending and form are added up. */
export type GapNumbers = {
  readonly keys: ReadonlyMap<string, number>;
  readonly endings: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  /** Of each key, then of each ending, each form and each kind: `width` numbers. */
  readonly vectors: Float32Array;
  readonly width: number;
  /** From the vectors of all places around the gap to each hidden number. */
  readonly inner: Float32Array;
  readonly innerBias: Float32Array;
  readonly outer: Float32Array;
  readonly outerBias: Float32Array;
};

/** In logarithms of odds against "nothing", and what most likely. */
type GapAnswer = { readonly sure: number; readonly most: LeftOut };

/** Answers for the gap before a sign. Keeps what it worked out for a sign, within bounds. */
export type GapReader = (signs: Signs, place: number) => GapAnswer;

/** Signs whose share is kept, of 2 kB each. */
const rememberedMost = 8_192;

/** A reader of gaps by these numbers; without them, by those that are shipped. */
export function gapReader(numbers: GapNumbers = readNumbers()): GapReader {
  const { innerBias, outer, outerBias } = numbers;
  const hidden = new Float32Array(innerBias.length);
  const answers = new Float32Array(leftOut.length);
  const remembered = new Map<number, Float32Array>();
  const shareOf = (sign: Sign): Float32Array => {
    const rows = rowsOf(numbers, sign);
    const [key, ending, form, kind] = rows;
    const name = ((key * 4_096 + ending) * 256 + form) * 256 + kind;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    if (remembered.size >= rememberedMost) remembered.clear();
    const share = worked(numbers, rows);
    remembered.set(name, share);
    return share;
  };
  return ({ signs }, place) => {
    hidden.set(innerBias);
    for (let at = 0; at < reach * 2; at++) {
      const share = shareOf(signAt(signs, at < reach ? place - 1 - at : place + at - reach));
      const from = at * hidden.length;
      for (let to = 0; to < hidden.length; to++) hidden[to]! += share[from + to]!;
    }
    answers.set(outerBias);
    for (let from = 0; from < hidden.length; from++) {
      const value = hidden[from]!;
      if (value <= 0) continue;
      const row = from * answers.length;
      for (let to = 0; to < answers.length; to++) answers[to]! += value * outer[row + to]!;
    }
    return answerOf(answers);
  };
}

function answerOf(answers: Float32Array): GapAnswer {
  let sum = 0;
  let most = 1;
  for (let at = 1; at < answers.length; at++) {
    sum += Math.exp(answers[at]! - answers[0]!);
    if (answers[at]! > answers[most]!) most = at;
  }
  return { sure: Math.log(sum), most: leftOut[most]! };
}

type Rows = readonly [key: number, ending: number, form: number, kind: number];

/** The rows of its vectors; zero stands for what is not known. */
function rowsOf({ keys, endings, forms, kinds }: GapNumbers, sign: Sign): Rows {
  return [
    keys.get(sign.key) ?? 0,
    endings.get(sign.ending) ?? 0,
    forms.get(sign.form) ?? 0,
    kinds.get(sign.kind) ?? 0,
  ];
}

/** What a sign adds to the hidden numbers, at each place around the gap. */
function worked(numbers: GapNumbers, rows: Rows): Float32Array {
  const { keys, endings, forms, vectors, width, inner, innerBias } = numbers;
  const hidden = innerBias.length;
  const [key, ending, form, kind] = rows;
  const afterKeys = keys.size + endings.size;
  const starts = [key, keys.size + ending, afterKeys + form, afterKeys + forms.size + kind];
  const share = new Float32Array(reach * 2 * hidden);
  for (let at = 0; at < reach * 2; at++) {
    for (let each = 0; each < width; each++) {
      const value = starts.reduce((sum, start) => sum + vectors[start * width + each]!, 0);
      const row = (at * width + each) * hidden;
      for (let to = 0; to < hidden; to++) share[at * hidden + to]! += value * inner[row + to]!;
    }
  }
  return share;
}

/** As they are kept: words in one string, numbers as bytes with what one step is worth. */
export type KeptNumbers = {
  readonly keys: string;
  readonly endings: string;
  readonly forms: string;
  readonly kinds: string;
  readonly width: number;
  readonly tables: readonly { readonly step: number; readonly bytes: string }[];
};

/** From what is shipped to what is used. */
export function unpackNumbers({
  keys,
  endings,
  forms,
  kinds,
  width,
  tables,
}: KeptNumbers): GapNumbers {
  const rows = (names: string) => new Map(names.split('\t').map((name, at) => [name, at]));
  const [vectors, inner, innerBias, outer, outerBias] = tables.map(({ step, bytes }) => {
    const signed = new Int8Array(Buffer.from(bytes, 'base64'));
    return Float32Array.from(signed, (one) => one * step);
  }) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const named = {
    keys: rows(keys),
    endings: rows(endings),
    forms: rows(forms),
    kinds: rows(kinds),
  };
  return { ...named, width, vectors, inner, innerBias, outer, outerBias };
}

let read: GapNumbers | undefined;

function readNumbers(): GapNumbers {
  read ??= unpackNumbers(kept);
  return read;
}
