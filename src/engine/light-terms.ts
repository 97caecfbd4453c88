// Packed canonicals beyond those that are counted without a thought: how much each is used at most.
import { cellsOf, numberOf, type Packed } from './packed/arrays.ts';

/** Uses of light canonicals when they were packed; a lower number is used no less. */
export class LightTerms {
  /** Canonicals below this are heavy. */
  readonly heavy: number;
  // By use: how many canonicals, from 0, count on at least so many documents.
  readonly #reach: Int32Array;
  readonly #mostOf: Int32Array;

  constructor(packed: Packed) {
    this.heavy = numberOf(packed, 'heavy');
    this.#reach = cellsOf(packed, 'light.reach', Int32Array);
    this.#mostOf = cellsOf(packed, 'light.most', Int32Array).slice();
  }

  /** No light canonical of the group counts on more packed documents. */
  mostOf(group: number): number {
    return this.#mostOf[group]!;
  }

  /** Canonicals that count on at least so many are below this number. */
  countOn(use: number): number {
    return use < this.#reach.length ? this.#reach[use]! : 0;
  }

  /** On how many packed documents the light canonical counted; 0 for other terms. */
  useOf(term: number): number {
    let from = 0;
    let to = this.#reach.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#reach[middle]! > term) from = middle + 1;
      else to = middle;
    }
    return from - 1 < 0 ? 0 : from - 1;
  }

  regrouped(term: number, group: number): void {
    if (term >= this.heavy) this.#mostOf[group] = Math.max(this.#mostOf[group]!, this.useOf(term));
  }
}
