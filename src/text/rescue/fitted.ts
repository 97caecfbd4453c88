// The numbers that bench/rescue fitted, as they are kept and as they are used.
import kept from './fitted.json' with { type: 'json' };
import type { Weights } from './openings.ts';
import type { Trees } from './trees.ts';

/** Weights of plain words, and the trees that weigh them with all else. */
export type Numbers = { readonly weights: Weights; readonly trees: Trees };

/** What the novels gave, and what prose of our day adds to their sums. */
export type Fitted = Numbers & { readonly today: Numbers };

type KeptNumbers = {
  readonly signs: Readonly<Record<string, string>>;
  readonly trees: KeptTrees;
};

/** Rows of numbers as text; weights in hundredths, values in thousandths. */
export type Kept = KeptNumbers & { readonly today: KeptNumbers };

type KeptTrees = {
  readonly start: number;
  readonly roots: string;
  readonly feature: string;
  readonly limit: string;
  readonly left: string;
  readonly value: string;
};

let read: Fitted | undefined;

/** The fitted numbers that the archive ships. */
export function readFitted(): Fitted {
  read ??= unpack(kept);
  return read;
}

/** From what is kept to what is used. */
export function unpack(numbers: Kept): Fitted {
  return { ...unpackNumbers(numbers), today: unpackNumbers(numbers.today) };
}

function unpackNumbers({ signs, trees }: KeptNumbers): Numbers {
  const weights = new Map<string, number>();
  for (const [kind, row] of Object.entries(signs)) {
    for (const entry of row.split('|')) {
      const cut = entry.lastIndexOf(' ');
      weights.set(`${kind} ${entry.slice(0, cut)}`, Number(entry.slice(cut + 1)) / 100);
    }
  }
  return { weights, trees: unpackTrees(trees) };
}

function unpackTrees(trees: KeptTrees): Trees {
  const row = (text: string) => text.split(' ').map(Number);
  return {
    start: trees.start,
    roots: Int32Array.from(row(trees.roots)),
    feature: Int16Array.from(row(trees.feature)),
    limit: Float32Array.from(row(trees.limit)),
    left: Int32Array.from(row(trees.left)),
    value: Float32Array.from(row(trees.value), (value) => value / 1_000),
  };
}

/** Rounds what was fitted to what is kept. */
export function pack(fitted: Fitted): Kept {
  return { ...packNumbers(fitted), today: packNumbers(fitted.today) };
}

function packNumbers({ weights, trees }: Numbers): KeptNumbers {
  const signs: Record<string, string> = {};
  for (const [sign, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hundredths = Math.round(weight * 100);
    if (Math.abs(hundredths) < 3) continue;
    const kind = sign.slice(0, sign.indexOf(' '));
    const entry = `${sign.slice(kind.length + 1)} ${hundredths}`;
    signs[kind] = signs[kind] === undefined ? entry : `${signs[kind]}|${entry}`;
  }
  return { signs, trees: packTrees(trees) };
}

function packTrees(trees: Trees): KeptTrees {
  const row = (values: Iterable<number>, digits: number) =>
    Array.from(values, (value) => Number(value.toPrecision(digits))).join(' ');
  return {
    start: Number(trees.start.toFixed(4)),
    roots: row(trees.roots, 9),
    feature: row(trees.feature, 9),
    limit: row(trees.limit, 5),
    left: row(trees.left, 9),
    value: Array.from(trees.value, (value) => Math.round(value * 1_000)).join(' '),
  };
}
