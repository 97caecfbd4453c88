// Outside ids of dense inside numbers, and back, in 5 to 14 bytes each. The first so many are found
// by a table; behind them come stretches whose ids ascend, searched where the id is to be expected:
// ids are random, so that is a handful of steps.
import { hashOf } from '../id-table.ts';
import { cellsOf, type Packed, type Packing } from './arrays.ts';
import { packSearchedIds, SearchedIds } from './searched-ids.ts';

// Three cells in four are taken.
const load = 3 / 4;
const absent = -1;
// Ids looked up together: what is read of each meanwhile stays in the nearest cache.
const idsAtOnce = 512;
// From so many on they are looked up in the order of the table, which is then read from end to end
// once and not all over: a fifth less time for 200,000 among ten million (measured).
const orderedFrom = 8192;
const hashPartBits = 10;
const hashParts = 2 ** hashPartBits;
// Some milliseconds: each is written out of order.
const tabledAtOnce = 2 ** 15;
const filledAtOnce = 2 ** 20;

/** Ids by inside number, and inside numbers by id. */
export class PackedIds {
  // Those of the table.
  readonly #ids: Float64Array;
  // A number plus one, and above it as much of the id's hash as there is room for: an id is read
  // from memory only where it is nearly sure to be the one.
  readonly #cells: Int32Array;
  readonly #bits: number;
  // Where each ascending stretch starts, and where the last one ends.
  readonly #stretches: Int32Array;
  readonly #searched: SearchedIds;

  constructor(packed: Packed, name: string) {
    this.#ids = cellsOf(packed, `${name}.ids`, Float64Array);
    this.#cells = cellsOf(packed, `${name}.table`, Int32Array);
    this.#bits = bitsFor(this.#cells.length);
    this.#stretches = cellsOf(packed, `${name}.stretches`, Int32Array);
    this.#searched = new SearchedIds(packed, name, this.#stretches);
  }

  /** The id of an inside number. */
  at(number: number): number {
    return number < this.#ids.length ? this.#ids[number]! : this.#searched.at(number);
  }

  /** The inside number, or -1. */
  find(id: number): number {
    const ids = this.#ids;
    const cells = this.#cells;
    if (cells.length > 0) {
      const bits = this.#bits;
      const hash = hashOf(id);
      for (let cell = cellOf(hash, cells.length); cells[cell] !== 0; ) {
        const held = cells[cell]!;
        if ((held ^ (hash << bits)) >>> bits === 0) {
          const number = numberIn(held, bits);
          if (ids[number] === id) return number;
        }
        cell = cell + 1 === cells.length ? 0 : cell + 1;
      }
    }
    for (let at = 0; at + 1 < this.#stretches.length; at++) {
      const number = this.#among(id, this.#stretches[at]!, this.#stretches[at + 1]!);
      if (number >= 0) return number;
    }
    return absent;
  }

  /**
   * The inside number of each, or -1. Reads of memory that do not wait for one another go side by
   * side, which is twice as fast as one `find` after the other.
   */
  findEach(wanted: Float64Array): Int32Array {
    const found = new Int32Array(wanted.length);
    const ids = this.#ids;
    const guessed = new Float64Array(Math.min(idsAtOnce, wanted.length));
    for (let from = 0; from < wanted.length; from += idsAtOnce) {
      const to = Math.min(wanted.length, from + idsAtOnce);
      this.#guess(wanted, from, to, found);
      for (let at = from; at < to; at++) guessed[at - from] = ids[Math.max(0, found[at]!)]!;
      for (let at = from; at < to; at++) {
        const isFound = found[at]! >= 0 && guessed[at - from] === wanted[at];
        if (!isFound) found[at] = this.find(wanted[at]!);
      }
    }
    return found;
  }

  /** The same ids in the order in which they are found the fastest. */
  inOrder(wanted: Float64Array): Float64Array {
    return wanted.length < orderedFrom ? wanted : byHash(wanted);
  }

  // The first number whose cell could be that of the id; -1 where there is none.
  #guess(wanted: Float64Array, from: number, to: number, found: Int32Array): void {
    const cells = this.#cells;
    if (cells.length === 0) {
      found.fill(absent, from, to);
      return;
    }
    const bits = this.#bits;
    const hashes = new Int32Array(to - from);
    for (let at = from; at < to; at++) {
      const hash = hashOf(wanted[at]!);
      hashes[at - from] = hash;
      found[at] = cells[cellOf(hash, cells.length)]!;
    }
    for (let at = from; at < to; at++) {
      const hash = hashes[at - from]! >>> 0;
      let held = found[at]!;
      let cell = cellOf(hash, cells.length);
      while (held !== 0 && (held ^ (hash << bits)) >>> bits !== 0) {
        cell = cell + 1 === cells.length ? 0 : cell + 1;
        held = cells[cell]!;
      }
      found[at] = held === 0 ? absent : numberIn(held, bits);
    }
  }

  #among(id: number, from: number, to: number): number {
    const ids = this.#searched;
    let last = to - 1;
    // Each guess is where the id would lie were they spread evenly; each second one halves.
    for (let halves = false; from <= last; halves = !halves) {
      const low = ids.at(from);
      const high = ids.at(last);
      if (id < low || id > high) return absent;
      if (low === high) return from;
      const guess = halves
        ? (from + last) >>> 1
        : from + Math.floor(((id - low) / (high - low)) * (last - from));
      const found = ids.at(guess);
      if (found === id) return guess;
      if (found < id) from = guess + 1;
      else last = guess - 1;
    }
    return absent;
  }
}

/**
 * Packs ids by inside number, in slices. The first `tabled` go into the table and stay as they are;
 * `given` are the starts of ascending runs from there on, and the end of the last. Refuses,
 * with a RangeError, an id that comes to the table twice.
 */
export function* packIds(
  packing: Packing,
  name: string,
  ids: Float64Array,
  tabled: number,
  given: readonly number[],
): Generator<void> {
  const cells = packing.add(`${name}.table`, Int32Array, Math.ceil(tabled / load));
  const bits = bitsFor(cells.length);
  // The system gives memory when it is first written to, and what follows writes all over it.
  for (let from = 0; from < cells.length; from += filledAtOnce) {
    cells.fill(0, from, from + filledAtOnce);
    yield;
  }
  const stretches = packing.add(`${name}.stretches`, Int32Array, given.length);
  stretches.set(given);
  yield* packSearchedIds(packing, name, ids, stretches);
  const kept = packing.add(`${name}.ids`, Float64Array, tabled);
  for (let from = 0; from < tabled; from += tabledAtOnce) {
    if (from > 0) yield;
    const to = Math.min(tabled, from + tabledAtOnce);
    for (let number = from; number < to; number++) {
      kept[number] = ids[number]!;
      enter(cells, bits, ids, number);
    }
  }
}

function enter(cells: Int32Array, bits: number, ids: Float64Array, number: number): void {
  const hash = hashOf(ids[number]!);
  let cell = cellOf(hash, cells.length);
  for (let held = cells[cell]!; held !== 0; held = cells[cell]!) {
    if ((held ^ (hash << bits)) >>> bits === 0 && ids[numberIn(held, bits)] === ids[number]) {
      throw new RangeError(`${ids[number]} was put twice`);
    }
    cell = cell + 1 === cells.length ? 0 : cell + 1;
  }
  cells[cell] = (hash << bits) | (number + 1);
}

// The high bits of the hash, spread over any number of cells; its low ones stand in the cell.
function cellOf(hash: number, cells: number): number {
  return Math.floor((hash / 2 ** 32) * cells);
}

// Bits that hold every number of a table of so many cells, plus one.
function bitsFor(cells: number): number {
  return 32 - Math.clz32(cells);
}

function numberIn(held: number, bits: number): number {
  return (held & ((1 << bits) - 1)) - 1;
}

// Ids whose hashes begin alike come together.
function byHash(ids: Float64Array): Float64Array {
  const starts = new Int32Array(hashParts + 1);
  const parts = new Uint16Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const part = hashOf(ids[at]!) >>> (32 - hashPartBits);
    parts[at] = part;
    starts[part + 1]! += 1;
  }
  for (let part = 0; part < hashParts; part++) starts[part + 1]! += starts[part]!;
  const ordered = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++) ordered[starts[parts[at]!]!++] = ids[at]!;
  return ordered;
}
