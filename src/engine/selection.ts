// A stretch of an answer in order, without sorting the rest of it: quickselect to both ends of the
// stretch, then a sort of what lies between.
import type { Ordering, SortValue } from './sort.ts';

type Compare = (left: number, right: number) => number;

// Below this many, a plain sort is as quick as anything.
const plainSort = 64;

/** The documents that stand at `from` to `to - 1` when all of them are in order. */
export function selectRange(
  docs: Int32Array,
  from: number,
  to: number,
  ordering: Ordering,
  ids: Float64Array,
): number[] {
  if (from >= to) return [];
  const places = Int32Array.from(docs.keys());
  const compare = comparisonOf(docs, ordering, ids);
  let first = 0;
  if (docs.length > plainSort) {
    if (from > 0) partition(places, first, docs.length, from, compare);
    first = from;
    if (to < docs.length) partition(places, first, docs.length, to, compare);
  }
  const end = docs.length > plainSort ? to : docs.length;
  const stretch = places.subarray(first, end).sort(compare);
  return Array.from(stretch.subarray(from - first, to - first), (place) => docs[place]!);
}

// Values are read once each: a random order, for one, is computed.
function comparisonOf(docs: Int32Array, ordering: Ordering, ids: Float64Array): Compare {
  const values: SortValue[] = new Array(docs.length);
  for (let at = 0; at < docs.length; at++) values[at] = ordering.valueOf(docs[at]!);
  const sign = ordering.descending ? -1 : 1;
  const byId: Compare = (left, right) => sign * (ids[docs[left]!]! - ids[docs[right]!]!);
  if (values.some((value) => typeof value === 'string')) {
    return (left, right) => {
      const [first, second] = [values[left]!, values[right]!];
      if (first === second) return byId(left, right);
      if (first === null) return 1;
      if (second === null) return -1;
      return first < second ? -sign : sign;
    };
  }
  // Infinity, which no column holds, puts documents without a value last.
  const keys = Float64Array.from(values, (value) =>
    value === null ? Number.POSITIVE_INFINITY : sign * (value as number),
  );
  return (left, right) => {
    const [first, second] = [keys[left]!, keys[right]!];
    return first === second ? byId(left, right) : first < second ? -1 : 1;
  };
}

/** Moves places so that `at` divides them: all before it come before all from it on. */
function partition(
  places: Int32Array,
  low: number,
  high: number,
  at: number,
  compare: Compare,
): void {
  while (high - low > 1) {
    const pivot = medianOf(places, low, high, compare);
    let left = low;
    let right = high - 1;
    while (left <= right) {
      while (compare(places[left]!, pivot) < 0) left += 1;
      while (compare(places[right]!, pivot) > 0) right -= 1;
      if (left > right) break;
      const swapped = places[left]!;
      places[left++] = places[right]!;
      places[right--] = swapped;
    }
    if (at <= right) high = right + 1;
    else if (at >= left) low = left;
    else return;
  }
}

function medianOf(places: Int32Array, low: number, high: number, compare: Compare): number {
  const first = places[low]!;
  const middle = places[(low + high) >>> 1]!;
  const last = places[high - 1]!;
  const [less, more] = compare(first, middle) < 0 ? [first, middle] : [middle, first];
  if (compare(last, less) <= 0) return less;
  return compare(last, more) >= 0 ? more : last;
}
