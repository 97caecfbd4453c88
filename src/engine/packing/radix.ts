// Sorting millions of numbers by keys of 32 bits, stable, sixteen bits at a time, in slices.
import { release } from '../growth.ts';
import { inBlocks, plainBlock, scatteredBlock } from './blocks.ts';

const digits = 2 ** 16;

/**
 * Sorts the items in place by `keys[item]`, ascending; items of equal keys keep their order. `room`
 * is as long as they are, and written to: whoever sorts often keeps it.
 */
export function* radixSort(
  items: Int32Array,
  keys: ArrayLike<number>,
  room: Int32Array | null = null,
): Generator<void> {
  if (items.length < digits / 32) {
    items.sort((one, other) => keys[one]! - keys[other]!);
    return;
  }
  let most = 0;
  yield* inBlocks(items.length, plainBlock, (from, to) => {
    most = Math.max(most, mostOf(items, keys, from, to));
  });
  const other = room ?? new Int32Array(items.length);
  yield* pass(items, other, keys, 0);
  if (most >= digits) yield* pass(other, items, keys, 16);
  else yield* inBlocks(items.length, plainBlock * 8, (from, to) => copy(other, items, from, to));
  if (room === null) release(other);
}

/** The same by numbers from 0 to 2^53. */
export function* radixSortWhole(
  items: Int32Array,
  keys: Float64Array,
  span: number,
): Generator<void> {
  const half = new Uint32Array(span);
  for (const divisor of [1, 2 ** 32]) {
    yield* inBlocks(span, plainBlock, (from, to) => {
      for (let item = from; item < to; item++) half[item] = Math.floor(keys[item]! / divisor);
    });
    yield* radixSort(items, half);
  }
  release(half);
}

/** The same by any numbers; NaN comes last. */
export function* radixSortNumbers(
  items: Int32Array,
  keys: Float64Array,
  room: Int32Array,
): Generator<void> {
  const half = new Uint32Array(keys.length);
  for (const high of [0, 1]) {
    yield* inBlocks(keys.length, plainBlock, (from, to) => halve(keys, half, high, from, to));
    yield* radixSort(items, half, room);
  }
  release(half);
}

function halve(
  keys: Float64Array,
  half: Uint32Array,
  high: number,
  from: number,
  to: number,
): void {
  const words = new Uint32Array(2);
  const number = new Float64Array(words.buffer);
  for (let item = from; item < to; item++) {
    // Zero has one sign here.
    number[0] = keys[item]! + 0;
    const negative = words[1]! >>> 31 === 1 && !Number.isNaN(number[0]);
    if (Number.isNaN(number[0])) half[item] = 0xffffffff;
    else if (negative) half[item] = ~words[high]! >>> 0;
    else half[item] = high === 1 ? (words[1]! | 0x80000000) >>> 0 : words[0]!;
  }
}

function* pass(
  items: Int32Array,
  into: Int32Array,
  keys: ArrayLike<number>,
  shift: number,
): Generator<void> {
  const starts = new Int32Array(digits + 1);
  yield* inBlocks(items.length, plainBlock, (from, to) => {
    count(items, keys, shift, starts, from, to);
  });
  for (let digit = 0; digit < digits; digit++) starts[digit + 1]! += starts[digit]!;
  yield* inBlocks(items.length, scatteredBlock * 2, (from, to) => {
    scatter(items, into, keys, shift, starts, from, to);
  });
}

function mostOf(items: Int32Array, keys: ArrayLike<number>, from: number, to: number): number {
  let most = 0;
  for (let at = from; at < to; at++) {
    const key = keys[items[at]!]!;
    if (key > most) most = key;
  }
  return most;
}

function count(
  items: Int32Array,
  keys: ArrayLike<number>,
  shift: number,
  starts: Int32Array,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    starts[((keys[items[at]!]! >>> shift) & (digits - 1)) + 1]! += 1;
  }
}

function scatter(
  items: Int32Array,
  into: Int32Array,
  keys: ArrayLike<number>,
  shift: number,
  starts: Int32Array,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const item = items[at]!;
    into[starts[(keys[item]! >>> shift) & (digits - 1)]!++] = item;
  }
}

function copy(from: Int32Array, into: Int32Array, start: number, end: number): void {
  into.set(from.subarray(start, end), start);
}
