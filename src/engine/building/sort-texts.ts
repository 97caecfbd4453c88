// Sorts different texts by their bytes, three bytes at a time: all by the first three, then each
// stretch of those that are equal so far by the next three, and so on.
import { inBlocks, scatteredBlock } from '../packing/blocks.ts';
import { radixSort } from '../packing/radix.ts';
import { naturalAt, type Pieces } from './pieces.ts';

const keyBytes = 3;
// Shorter stretches are sorted by insertion.
const insertedMost = 24;
// Texts sorted between two slices.
const sortedAtOnce = 2 ** 14;

/** The numbers of the texts in order; each starts with its length in bytes of seven bits. */
export function* sortTexts(
  starts: Pieces<Uint32Array>,
  bytes: Pieces<Uint8Array>,
): Generator<void, Int32Array> {
  const size = starts.length;
  const order = new Int32Array(size);
  const keys = new Int32Array(size);
  const keyOf = keysFrom(starts, bytes);
  yield* inBlocks(size, scatteredBlock, (from, to) => {
    for (let number = from; number < to; number++) {
      order[number] = number;
      keys[number] = keyOf(number, 0);
    }
  });
  yield* radixSort(order, keys);
  // By place from here on, not by number.
  yield* inBlocks(size, scatteredBlock, (from, to) => {
    for (let at = from; at < to; at++) keys[at] = keyOf(order[at]!, 0);
  });
  const sorting = new Sorting(order, keys, keyOf);
  let since = 0;
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && keys[to] === keys[from]) to += 1;
    if (to - from > 1) sorting.sort(from, to, keyBytes);
    since += to - from;
    from = to;
    if (since < sortedAtOnce) continue;
    since = 0;
    yield;
  }
  return order;
}

// Each byte plus one, so that 0 is the end of a text and comes before all others.
function keysFrom(starts: Pieces<Uint32Array>, bytes: Pieces<Uint8Array>) {
  return (number: number, depth: number): number => {
    const start = naturalAt(starts, number);
    const piece = bytes.pieceOf(start);
    let at = bytes.placeOf(start);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = piece[at++]!;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += depth;
    const left = length - depth;
    const first = left > 0 ? piece[at]! + 1 : 0;
    const second = left > 1 ? piece[at + 1]! + 1 : 0;
    const third = left > 2 ? piece[at + 2]! + 1 : 0;
    return (first << 18) | (second << 9) | third;
  };
}

class Sorting {
  readonly #order: Int32Array;
  readonly #keys: Int32Array;
  readonly #keyOf: (number: number, depth: number) => number;

  constructor(
    order: Int32Array,
    keys: Int32Array,
    keyOf: (number: number, depth: number) => number,
  ) {
    this.#order = order;
    this.#keys = keys;
    this.#keyOf = keyOf;
  }

  /** Texts whose bytes up to the depth are equal. */
  sort(from: number, to: number, depth: number): void {
    const order = this.#order;
    const keys = this.#keys;
    for (let at = from; at < to; at++) keys[at] = this.#keyOf(order[at]!, depth);
    this.#byKeys(from, to);
    for (let start = from; start < to; ) {
      let end = start + 1;
      while (end < to && keys[end] === keys[start]) end += 1;
      if (end - start > 1) this.sort(start, end, depth + keyBytes);
      start = end;
    }
  }

  // Quicksort by the middle of three, insertion below.
  #byKeys(from: number, to: number): void {
    const order = this.#order;
    const keys = this.#keys;
    while (to - from > insertedMost) {
      const pivot = middleOf(keys[from]!, keys[(from + to) >>> 1]!, keys[to - 1]!);
      let [low, high] = [from, to - 1];
      while (low <= high) {
        while (keys[low]! < pivot) low += 1;
        while (keys[high]! > pivot) high -= 1;
        if (low > high) break;
        this.#swap(low++, high--);
      }
      // The shorter one first, so that the stack stays low.
      if (high + 1 - from < to - low) {
        this.#byKeys(from, high + 1);
        from = low;
      } else {
        this.#byKeys(low, to);
        to = high + 1;
      }
    }
    for (let at = from + 1; at < to; at++) {
      const key = keys[at]!;
      const number = order[at]!;
      let place = at;
      for (; place > from && keys[place - 1]! > key; place--) {
        keys[place] = keys[place - 1]!;
        order[place] = order[place - 1]!;
      }
      keys[place] = key;
      order[place] = number;
    }
  }

  #swap(one: number, other: number): void {
    const key = this.#keys[one]!;
    const number = this.#order[one]!;
    this.#keys[one] = this.#keys[other]!;
    this.#order[one] = this.#order[other]!;
    this.#keys[other] = key;
    this.#order[other] = number;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
