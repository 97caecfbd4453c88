// Sorting millions of numbers by keys of 32 bits, stable, sixteen bits at a time.

const digits = 2 ** 16;

/** Sorts the items in place by `keys[item]`, ascending; items of equal keys keep their order. */
export function radixSort(items: Int32Array, keys: ArrayLike<number>): void {
  let most = 0;
  for (let at = 0; at < items.length; at++) {
    const key = keys[items[at]!]!;
    if (key > most) most = key;
  }
  const other = new Int32Array(items.length);
  pass(items, other, keys, 0);
  if (most < digits) items.set(other);
  else pass(other, items, keys, 16);
}

/** The same by numbers from 0 to 2^53. */
export function radixSortWhole(items: Int32Array, keys: ArrayLike<number>, span: number): void {
  const half = new Uint32Array(span);
  for (const item of items) half[item] = keys[item]! % 2 ** 32;
  radixSort(items, half);
  for (const item of items) half[item] = Math.floor(keys[item]! / 2 ** 32);
  radixSort(items, half);
}

/** The same by any numbers; NaN comes last. */
export function radixSortNumbers(items: Int32Array, keys: Float64Array): void {
  const words = new Uint32Array(2);
  const number = new Float64Array(words.buffer);
  const half = new Uint32Array(keys.length);
  for (const high of [0, 1]) {
    for (const item of items) {
      // Zero has one sign here.
      number[0] = keys[item]! + 0;
      const negative = words[1]! >>> 31 === 1 && !Number.isNaN(number[0]);
      if (Number.isNaN(number[0])) half[item] = 0xffffffff;
      else if (negative) half[item] = ~words[high]! >>> 0;
      else half[item] = high === 1 ? (words[1]! | 0x80000000) >>> 0 : words[0]!;
    }
    radixSort(items, half);
  }
}

function pass(from: Int32Array, to: Int32Array, keys: ArrayLike<number>, shift: number): void {
  const starts = new Int32Array(digits + 1);
  for (let at = 0; at < from.length; at++) {
    const digit = (keys[from[at]!]! >>> shift) & (digits - 1);
    starts[digit + 1]! += 1;
  }
  for (let digit = 0; digit < digits; digit++) starts[digit + 1]! += starts[digit]!;
  for (let at = 0; at < from.length; at++) {
    const item = from[at]!;
    const digit = (keys[item]! >>> shift) & (digits - 1);
    to[starts[digit]!++] = item;
  }
}
