// A stretch of an answer in order, without sorting the rest of it: quickselect to both ends of the
// stretch, then a sort of what lies between.
import type { Documents } from './documents.ts';
import type { Ordering } from './sort.ts';

type Compare = (left: number, right: number) => number;

// Below this many, a plain sort is as quick as anything.
const plainSort = 64;

/** The documents that stand at `from` to `to - 1` when all of them are in order. */
export function selectRange(
  docs: Int32Array,
  from: number,
  to: number,
  ordering: Ordering,
  documents: Pick<Documents, 'idOf'>,
): number[] {
  if (from >= to) return [];
  const places = new Int32Array(docs.length);
  for (let at = 0; at < places.length; at++) places[at] = at;
  const compare = comparisonOf(docs, ordering, documents);
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

// Keys are read once each: a random order, for one, is computed.
function comparisonOf(
  docs: Int32Array,
  ordering: Ordering,
  documents: Pick<Documents, 'idOf'>,
): Compare {
  const sign = ordering.descending ? -1 : 1;
  // Infinity, which no key is, puts documents without a value last.
  const keys = new Float64Array(docs.length);
  for (let at = 0; at < docs.length; at++) {
    const key = ordering.keyOf(docs[at]!);
    keys[at] = Number.isNaN(key) ? Number.POSITIVE_INFINITY : sign * key;
  }
  const { textOf } = ordering;
  return (left, right) => {
    const [first, second] = [keys[left]!, keys[right]!];
    if (first !== second) return first < second ? -1 : 1;
    if (textOf !== null && !Number.isInteger(first) && first !== Number.POSITIVE_INFINITY) {
      const [one, other] = [textOf(docs[left]!)!, textOf(docs[right]!)!];
      if (one !== other) return one < other ? -sign : sign;
    }
    return sign * (documents.idOf(docs[left]!) - documents.idOf(docs[right]!));
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
