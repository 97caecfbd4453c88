// Fits the numbers of src/text/rescue to books whose breaks are known.

import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import { surroundingsOf } from '../../src/text/rescue/breaks.ts';
import type { Fitted, Numbers } from '../../src/text/rescue/fitted.ts';
import { type Weights, weighSigns } from '../../src/text/rescue/openings.ts';
import { marksOf } from '../../src/text/rescue/speech.ts';
import { seenToday } from '../../src/text/rescue/today.ts';
import { sumOf } from '../../src/text/rescue/trees.ts';
import { type Fitting, fitTrees, meanOf } from './boosting.ts';
import type { Book } from './corpus.ts';
import { fitWeights, type Place, sharedSigns } from './weighing.ts';

const old: Fitting = { rounds: 240, leaves: 10, rate: 0.05, least: 15, ridge: 10, share: 0.3 };
const today: Fitting = { rounds: 300, leaves: 12, rate: 0.05, least: 8, ridge: 10, share: 0.3 };
// Fits that differ in their draws only; their mean is steadier than any one of them.
const fits = 3;
const fitsOfToday = 2;
// A sign counts if so many books share it, and it occurs so often in them.
const shared = { books: 3, times: 16 };
const sharedToday = { books: 6, times: 12 };
// The weights that a piece of today is seen with come from so many parts of the others.
const parts = 6;
const pull = 8;
const passes = 8;

/** What is seen of each place of a book, and the truth. Prepared once, used in every fit. */
export type Prepared = {
  readonly places: readonly Place[];
  readonly rows: (weights: Weights) => number[][];
};

export function prepareBook({ text, ends }: Book): Prepared {
  const { sentences, around } = surroundingsOf(text, marksOf(text), new Map());
  const seen = sentences.slice(0, -1).map((_, at) => around.around(at).slice(0, -1));
  const places = seen.map((_, at) => ({
    signs: around.signs(at),
    ended: ends.has(sentences[at]?.end ?? -1) ? 1 : 0,
  }));
  // The weight of the plain words is the last thing that is seen of a place.
  const rows = (weights: Weights) =>
    seen.map((row, at) => [...row, weighSigns(places[at]?.signs ?? [], weights)]);
  return { places, rows };
}

/**
 * Each book is seen with weights that the other books gave, so that the trees learn how far the
 * weights can be believed of a book they have not met.
 */
export function fitBooks(books: readonly Prepared[], seed: number): Numbers {
  const rows = books.flatMap((book) => book.rows(weigh(books.filter((other) => other !== book))));
  const shares = Float64Array.from(
    books.flatMap(({ places }) => places.map(() => rows.length / books.length / places.length)),
  );
  const random = randomFrom(seed);
  const fitOnce = () => fitTrees(rows, truthOf(books), shares, old, random);
  return { weights: weigh(books), trees: meanOf(Array.from({ length: fits }, fitOnce)) };
}

/**
 * What pieces of our day add to the sums that the books gave. As with the books, each is seen with
 * weights of words that others gave.
 */
export function fitToday(books: Numbers, pieces: readonly Prepared[], seed: number): Fitted {
  const told = pieces.map((piece) => toldOf(books, piece));
  const of = (part: number) => pieces.filter((_, at) => at % parts !== part);
  const weights = Array.from({ length: parts }, (_, part) => weigh(of(part), sharedToday));
  const rows = pieces.flatMap(({ places }, at) => {
    const { seen = [], sums = [] } = told[at] ?? {};
    const words = places.map(({ signs }) => weighSigns(signs, weights[at % parts] ?? new Map()));
    return seen.map((_, place) => seenToday(seen, sums, words, place));
  });
  const before = Float64Array.from(told.flatMap(({ sums }) => sums));
  const same = new Float64Array(rows.length).fill(1);
  const random = randomFrom(seed);
  const fitOnce = () => fitTrees(rows, truthOf(pieces), same, today, random, before);
  const trees = meanOf(Array.from({ length: fitsOfToday }, fitOnce));
  return { ...books, today: { weights: weigh(pieces, sharedToday), trees } };
}

function toldOf({ weights, trees }: Numbers, { rows }: Prepared) {
  const seen = rows(weights);
  return { seen, sums: seen.map((row) => sumOf(trees, row)) };
}

function truthOf(texts: readonly Prepared[]): Uint8Array {
  return Uint8Array.from(texts.flatMap(({ places }) => places.map(({ ended }) => ended)));
}

function weigh(books: readonly Prepared[], least = shared): Weights {
  const places = books.map((book) => book.places);
  const times = sharedSigns(places, Math.min(least.books, books.length), least.times);
  return fitWeights(places.flat(), times, pull, passes);
}
