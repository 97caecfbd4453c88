// The likeliest among the tags whose names fit what was typed, chosen while all are walked through.

import type { Fit } from './index/name-index.ts';
import { slipsAllowed, slipsToBeginning } from './index/typos.ts';
import { isUnspaced } from './index/word-places.ts';

/** Words of a question: whatever is behind them tells nothing more. */
export const typedWordsMost = 8;
// Each of them may be the mistyped one, and any two.
const mistypedWordsMost = 4;

/** A tag by its place, and the place of the synonym by which it was found; -1: by itself. */
export type Likely = { readonly place: number; matched: number; readonly rank: number };

/** The highest ranks of all that are offered, each place once. */
export class LikelyTags {
  readonly #most: number;
  #kept = new Map<number, Likely>();
  /** What ranks lower can not be among them. */
  least = 0;
  /** More was offered than is kept. */
  isCut = false;

  constructor(most: number) {
    this.#most = most;
  }

  get(place: number): Likely | undefined {
    return this.#kept.get(place);
  }

  add(likely: Likely): void {
    this.#kept.set(likely.place, likely);
    if (this.#kept.size > this.#most * 4) this.#cut();
  }

  /** How many rank so high. */
  countFrom(rank: number): number {
    let count = 0;
    for (const each of this.#kept.values()) if (each.rank >= rank) count += 1;
    return count;
  }

  all(): readonly Likely[] {
    if (this.#kept.size > this.#most) this.#cut();
    return [...this.#kept.values()];
  }

  #cut(): void {
    const best = [...this.#kept.values()].sort((a, b) => b.rank - a.rank).slice(0, this.#most);
    this.#kept = new Map(best.map((each) => [each.place, each]));
    // Of equals the first stay: with very many unused names each would be sorted in and out.
    this.least = (best.at(-1)?.rank ?? -1) + 1;
    this.isCut = true;
  }
}

/** The ways in which so many slips may be spread over the words; none where too many. */
export function waysToSlip(words: readonly string[], slips: number): Fit[][] {
  const fits = (spread: (at: number) => number): Fit[] =>
    words.map((word, at) => ({ word, slips: spread(at), isBeginning: true }));
  if (slips === 0) return [fits(() => 0)];
  if (words.length > mistypedWordsMost) return [];
  const may = (at: number, some: number) => {
    const word = words[at] as string;
    return slipsAllowed(word.length) >= some && !isUnspaced(word);
  };
  const places = [...words.keys()];
  const alone = places
    .filter((at) => may(at, slips))
    .map((wrong) => fits((at) => (at === wrong ? slips : 0)));
  if (slips === 1) return alone;
  const pairs = places.flatMap((one) =>
    places.slice(one + 1).flatMap((other) => {
      if (!may(one, 1) || !may(other, 1)) return [];
      return [fits((at) => Number(at === one || at === other))];
    }),
  );
  return [...alone, ...pairs];
}

/** Whether in a key each word begins, or nearly, one of its own: `mary m` is not all in `Mary`. */
export function standingApart(fits: readonly Fit[]): (key: string) => boolean {
  const longestFirst = fits.toSorted((a, b) => b.word.length - a.word.length);
  return (key) => {
    const left = key.split(' ');
    for (const { word, slips } of longestFirst) {
      const at = left.findIndex((own) =>
        slips === 0 ? own.startsWith(word) : slipsToBeginning(word, own, slips) <= slips,
      );
      if (at < 0) return isUnspaced(key);
      left.splice(at, 1);
    }
    return true;
  };
}

/** Whether one of the words is the beginning of another, so that one word could fit both. */
export function areNested(words: readonly string[]): boolean {
  return words.some((word, at) =>
    words.some((other, place) => place !== at && other.startsWith(word)),
  );
}
