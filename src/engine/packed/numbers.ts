// Whole numbers from 0 in three bytes each, where that holds all of them: places of documents, of
// which there are ten a document. Up to sixteen million fit; beyond that four bytes are taken.
import { cellsOf, type Packed } from './arrays.ts';

/** Three bytes hold what is below this. */
export const narrowBelow = 2 ** 24;

/** Numbers by place. */
export class PackedNumbers {
  readonly length: number;
  readonly #wide: Int32Array;
  readonly #low: Uint16Array;
  readonly #high: Uint8Array;
  readonly #isNarrow: boolean;

  constructor(packed: Packed, name: string) {
    this.#wide = cellsOf(packed, `${name}.wide`, Int32Array);
    this.#low = cellsOf(packed, `${name}.low`, Uint16Array);
    this.#high = cellsOf(packed, `${name}.high`, Uint8Array);
    this.#isNarrow = this.#wide.length === 0;
    this.length = this.#isNarrow ? this.#low.length : this.#wide.length;
  }

  at(place: number): number {
    if (this.#isNarrow) return this.#low[place]! | (this.#high[place]! << 16);
    return this.#wide[place]!;
  }
}
