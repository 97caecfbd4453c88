// Cells that stand for several of the most used canonicals at once: most documents bear a handful
// of those, and few handfuls are borne by nearly all. Counting adds once for all of them.
import { cellsOf, numberOf, type Packed } from './arrays.ts';

/** Canonicals that a bundle may hold: the most used. No more than a mask has bits. */
export const bundledTerms = 24;
/** So many bundles at most. */
export const bundlesMost = 2 ** 13;

/** Bundles by the cells that stand for them, which come after those of heavy canonicals. */
export class Bundles {
  /** Cells below this are canonicals, those from here on are bundles. */
  readonly first: number;
  /** Every cell is below this. */
  readonly cells: number;
  // Bit n is canonical n.
  readonly #masks: Uint32Array;

  constructor(packed: Packed) {
    this.#masks = cellsOf(packed, 'bundles', Uint32Array);
    this.first = numberOf(packed, 'heavy');
    this.cells = this.first + this.#masks.length;
  }

  /** The canonicals of a bundle's cell, as bits. */
  maskOf(cell: number): number {
    return this.#masks[cell - this.first]!;
  }

  /** Adds what was counted under each bundle to the canonicals that it holds. */
  spread(counts: Int32Array): void {
    for (let cell = this.first; cell < this.cells; cell++) {
      const count = counts[cell]!;
      if (count === 0) continue;
      for (let mask = this.maskOf(cell); mask !== 0; mask &= mask - 1) {
        counts[31 - Math.clz32(mask & -mask)]! += count;
      }
    }
  }

  /** Puts the canonicals of a cell into `terms` from a place on, ascending. Says where they end. */
  read(cell: number, terms: Int32Array, at: number): number {
    if (cell < this.first) {
      terms[at] = cell;
      return at + 1;
    }
    for (let mask = this.maskOf(cell); mask !== 0; mask &= mask - 1) {
      terms[at++] = 31 - Math.clz32(mask & -mask);
    }
    return at;
  }

  /** Sets the bit of every bundle that holds one of the canonicals whose bits are set. */
  mark(marks: Int32Array): void {
    const wanted = marks.length > 0 ? marks[0]! : 0;
    if (wanted === 0) return;
    for (let cell = this.first; cell < this.cells; cell++) {
      if ((this.maskOf(cell) & wanted) !== 0) marks[cell >>> 5]! |= 1 << (cell & 31);
    }
  }
}
