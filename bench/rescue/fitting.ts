// Fits the numbers of src/text/rescue to books whose breaks are known.

import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import { surroundingsOf } from '../../src/text/rescue/breaks.ts';
import type { Fitted } from '../../src/text/rescue/fitted.ts';
import type { Weights } from '../../src/text/rescue/openings.ts';
import { marksOf } from '../../src/text/rescue/speech.ts';
import { sumOf } from '../../src/text/rescue/trees.ts';
import { type Fitting, fitTrees, meanOf } from './boosting.ts';
import type { Book } from './corpus.ts';
import { fitWeights, type Place, sharedSigns } from './weighing.ts';

const old: Fitting = { rounds: 240, leaves: 10, rate: 0.05, least: 15, ridge: 10, share: 0.3 };
const today: Fitting = { rounds: 240, leaves: 8, rate: 0.05, least: 5, ridge: 10, share: 0.3 };
// Fits that differ in their draws only; their mean is steadier than any one of them.
const fits = 3;
const fitsOfToday = 2;
// A sign counts if so many books share it, and it occurs so often in them.
const leastBooks = 3;
const leastTimes = 16;
const pull = 8;
const passes = 8;

/** What is seen of each place of a book, and the truth. Prepared once, used in every fit. */
export type Prepared = { readonly places: Place[]; rows: (weights: Weights) => number[][] };

export function prepareBook({ text, ends }: Book): Prepared {
  const { sentences, around } = surroundingsOf(text, marksOf(text), new Map());
  const seen = sentences.slice(0, -1).map((_, at) => around.around(at).slice(0, -1));
  const places = seen.map((_, at) => ({
    signs: around.signs(at),
    ended: ends.has(sentences[at]?.end ?? -1) ? 1 : 0,
  }));
  // The weight of the plain words is the last thing that is seen of a place.
  const rows = (weights: Weights) =>
    seen.map((row, at) => [
      ...row,
      (places[at]?.signs ?? []).reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0),
    ]);
  return { places, rows };
}

/**
 * Each book is seen with weights that the other books gave, so that the trees learn how far the
 * weights can be believed of a book they have not met.
 */
export function fitBooks(books: readonly Prepared[], seed: number): Omit<Fitted, 'today'> {
  const rows = books.flatMap((book) => book.rows(weigh(books.filter((other) => other !== book))));
  const shares = Float64Array.from(
    books.flatMap(({ places }) => places.map(() => rows.length / books.length / places.length)),
  );
  const random = randomFrom(seed);
  const fitOnce = () => fitTrees(rows, truthOf(books), shares, old, random);
  return { weights: weigh(books), trees: meanOf(Array.from({ length: fits }, fitOnce)) };
}

/** What pieces of our day add to the sums that the books gave. */
export function fitToday(
  { weights, trees }: Omit<Fitted, 'today'>,
  pieces: readonly Prepared[],
  seed: number,
): Fitted {
  const rows = pieces.flatMap((piece) => piece.rows(weights));
  const before = Float64Array.from(rows, (row) => sumOf(trees, row));
  const same = new Float64Array(rows.length).fill(1);
  const random = randomFrom(seed);
  const fitOnce = () => fitTrees(rows, truthOf(pieces), same, today, random, before);
  return { weights, trees, today: meanOf(Array.from({ length: fitsOfToday }, fitOnce)) };
}

function truthOf(texts: readonly Prepared[]): Uint8Array {
  return Uint8Array.from(texts.flatMap(({ places }) => places.map(({ ended }) => ended)));
}

function weigh(books: readonly Prepared[]): Weights {
  const places = books.map((book) => book.places);
  const times = sharedSigns(places, Math.min(leastBooks, books.length), leastTimes);
  return fitWeights(places.flat(), times, pull, passes);
}
