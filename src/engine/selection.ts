// A stretch of an answer in order, without sorting the rest of it: quickselect to both ends of the
// stretch, then a sort of what lies between.
import type { Documents } from './documents.ts';
import type { Ordering } from './sort.ts';

type Compare = (left: number, right: number) => number;

// Below this many, a plain sort is as quick as anything.
const plainSort = 64;
// Of so many more documents than are wanted, those that cannot be among them are passed over.
const streamShare = 8;

/** The documents that stand at `from` to `to - 1` when all of them are in order. */
export function selectRange(
  docs: Int32Array,
  from: number,
  to: number,
  ordering: Ordering,
  documents: Pick<Documents, 'idOf'>,
): number[] {
  if (from >= to) return [];
  const left = docs.length - from;
  if (to * streamShare < docs.length) {
    return picked(leading(docs, to, ordering, documents, 1), from, to, ordering, documents);
  }
  if (left * streamShare < docs.length) {
    const last = leading(docs, left, ordering, documents, -1);
    const gone = docs.length - last.length;
    return picked(last, from - gone, to - gone, ordering, documents);
  }
  return picked(docs, from, to, ordering, documents);
}

/**
 * Documents among which are the first `count` of all (`side` 1) or the last (-1), in one pass:
 * whatever lies beyond the worst of as many as have been met already is left out.
 */
function leading(
  docs: Int32Array,
  count: number,
  ordering: Ordering,
  documents: Pick<Documents, 'idOf'>,
  side: 1 | -1,
): Int32Array {
  const { descending, textOf } = ordering;
  const sign = descending ? -side : side;
  const met = new Met(Math.max(plainSort, count * 4), count);
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at]!;
    const own = ordering.keyOf(doc);
    // Documents without a value are the last of all.
    const key = Number.isNaN(own) ? side * Number.MAX_VALUE : sign * own;
    if (key > met.mostKey) continue;
    // Of equal keys that are not whole the texts would have to be compared: none is left out.
    const isTold = textOf === null || Number.isInteger(key);
    const id = isTold ? sign * documents.idOf(doc) : 0;
    if (key === met.mostKey && id > met.mostId) continue;
    if (!met.take(doc, key, id)) return docs;
  }
  return met.docs.subarray(0, met.size);
}

/** Documents that may be among the first, and the last place that is still among those. */
class Met {
  readonly docs: Int32Array;
  size = 0;
  mostKey = Number.POSITIVE_INFINITY;
  mostId = Number.POSITIVE_INFINITY;
  readonly #count: number;
  readonly #keys: Float64Array;
  readonly #ids: Float64Array;
  readonly #places: Int32Array;

  constructor(room: number, count: number) {
    this.docs = new Int32Array(room);
    this.#count = count;
    this.#keys = new Float64Array(room);
    this.#ids = new Float64Array(room);
    this.#places = new Int32Array(room);
  }

  /** False where so many stand alike that too little can be left out. */
  take(doc: number, key: number, id: number): boolean {
    if (this.size === this.docs.length && !this.#narrow()) return false;
    if (key > this.mostKey || (key === this.mostKey && id > this.mostId)) return true;
    this.docs[this.size] = doc;
    this.#keys[this.size] = key;
    this.#ids[this.size++] = id;
    return true;
  }

  #narrow(): boolean {
    const [keys, ids, places] = [this.#keys, this.#ids, this.#places];
    const compare = (left: number, right: number): number =>
      keys[left] === keys[right] ? ids[left]! - ids[right]! : keys[left]! - keys[right]!;
    for (let at = 0; at < places.length; at++) places[at] = at;
    partition(places, 0, places.length, this.#count, compare);
    let worst = places[0]!;
    for (let at = 1; at < this.#count; at++) {
      if (compare(places[at]!, worst) > 0) worst = places[at]!;
    }
    this.mostKey = keys[worst]!;
    this.mostId = ids[worst]!;
    let stays = 0;
    for (let at = 0; at < this.size; at++) {
      if (keys[at]! > this.mostKey || (keys[at] === this.mostKey && ids[at]! > this.mostId)) {
        continue;
      }
      this.docs[stays] = this.docs[at]!;
      keys[stays] = keys[at]!;
      ids[stays++] = ids[at]!;
    }
    this.size = stays;
    return stays * 4 <= this.docs.length * 3;
  }
}

function picked(
  docs: Int32Array,
  from: number,
  to: number,
  ordering: Ordering,
  documents: Pick<Documents, 'idOf'>,
): number[] {
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
