// Outside ids of dense inside numbers, and back, in 8 to 14 bytes each. The first so many are found
// by a table; behind them come stretches whose ids ascend, searched where the id is to be expected:
// ids are random, so that is a handful of steps.
import { hashOf } from '../id-table.ts';
import { cellsOf, type Packed, type Packing } from './arrays.ts';

// Three cells in four are taken.
const load = 3 / 4;
const absent = -1;

/** Ids by inside number, and inside numbers by id. */
export class PackedIds {
  readonly ids: Float64Array;
  readonly #cells: Int32Array;
  // Where each ascending stretch starts, and where the last one ends.
  readonly #stretches: Int32Array;

  constructor(packed: Packed, name: string) {
    this.ids = cellsOf(packed, `${name}.ids`, Float64Array);
    this.#cells = cellsOf(packed, `${name}.table`, Int32Array);
    this.#stretches = cellsOf(packed, `${name}.stretches`, Int32Array);
  }

  /** The inside number, or -1. */
  find(id: number): number {
    const { ids } = this;
    const cells = this.#cells;
    if (cells.length > 0) {
      for (let cell = cellOf(id, cells.length); cells[cell] !== 0; ) {
        const number = cells[cell]! - 1;
        if (ids[number] === id) return number;
        cell = cell + 1 === cells.length ? 0 : cell + 1;
      }
    }
    for (let at = 0; at + 1 < this.#stretches.length; at++) {
      const number = this.#among(id, this.#stretches[at]!, this.#stretches[at + 1]!);
      if (number >= 0) return number;
    }
    return absent;
  }

  #among(id: number, from: number, to: number): number {
    const { ids } = this;
    let last = to - 1;
    // Each guess is where the id would lie were they spread evenly; each second one halves.
    for (let halves = false; from <= last; halves = !halves) {
      const low = ids[from]!;
      const high = ids[last]!;
      if (id < low || id > high) return absent;
      if (low === high) return from;
      const guess = halves
        ? (from + last) >>> 1
        : from + Math.floor(((id - low) / (high - low)) * (last - from));
      const found = ids[guess]!;
      if (found === id) return guess;
      if (found < id) from = guess + 1;
      else last = guess - 1;
    }
    return absent;
  }
}

/**
 * Packs ids that stand in `ids` already. The first `tabled` go into the table; `stretches` are the
 * starts of ascending runs from there on, and the end of the last.
 */
export function packIds(
  packing: Packing,
  name: string,
  tabled: number,
  stretches: readonly number[],
): void {
  const ids = cellsOf(packing, `${name}.ids`, Float64Array);
  const cells = packing.add(`${name}.table`, Int32Array, Math.ceil(tabled / load));
  packing.add(`${name}.stretches`, Int32Array, stretches.length).set(stretches);
  for (let number = 0; number < tabled; number++) {
    let cell = cellOf(ids[number]!, cells.length);
    while (cells[cell] !== 0) cell = cell + 1 === cells.length ? 0 : cell + 1;
    cells[cell] = number + 1;
  }
}

/** The first number whose id is given to a second one, or -1. Only for ids that are all tabled. */
export function firstRepeated(ids: PackedIds): number {
  // The table answers with whichever of two came first.
  for (let number = 0; number < ids.ids.length; number++) {
    if (ids.find(ids.ids[number]!) !== number) return number;
  }
  return absent;
}

// The high bits of the hash, spread over any number of cells.
function cellOf(id: number, cells: number): number {
  return Math.floor((hashOf(id) / 2 ** 32) * cells);
}
