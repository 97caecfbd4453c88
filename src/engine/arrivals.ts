// Documents that stand elsewhere than they were packed, in order, as columns: an order of three
// hundred thousand takes in a hundred more in a millisecond, and none is an object.
import { grown } from './growth.ts';
import { comparePlaces, type Place } from './sort.ts';

/** A document that has come: its place in the order, and the packed place that it stands before. */
export type Arrival = { readonly doc: number; readonly place: Place; readonly at: number };

// Fewer are looked for one after the other.
const soughtOneByOne = 8;

/** Arrivals in ascending order of their places, by number. */
export class Arrivals {
  size = 0;
  readonly #textOf: (doc: number) => string | null;
  #docs = new Int32Array(0);
  #ats = new Int32Array(0);
  // Of their places: a document that has gone keeps them here.
  #keys = new Float64Array(0);
  #ids = new Float64Array(0);

  /** `textOf` is asked where keys do not tell all; a document keeps its text. */
  constructor(textOf: (doc: number) => string | null) {
    this.#textOf = textOf;
  }

  docOf(number: number): number {
    return this.#docs[number]!;
  }

  /** The packed place that it stands before. */
  atOf(number: number): number {
    return this.#ats[number]!;
  }

  placeOf(number: number): Place {
    const key = this.#keys[number]!;
    const isTold = Number.isInteger(key) || Number.isNaN(key);
    const text = isTold ? null : this.#textOf(this.#docs[number]!);
    return { key, text, id: this.#ids[number]! };
  }

  /** The first number from `from` whose place passes the test, as all behind do; `to` if none. */
  firstWhere(from: number, to: number, test: (place: Place) => boolean): number {
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (test(this.placeOf(middle))) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  /** Takes these documents out; some may not be there. */
  remove(docs: ReadonlySet<number>): void {
    if (docs.size >= soughtOneByOne) this.#removeMany(docs);
    else for (const doc of docs) this.#removeOne(doc);
  }

  /** Puts in what comes, in ascending order of places. */
  insert(come: readonly Arrival[]): void {
    this.#docs = grown(this.#docs, this.size + come.length);
    this.#ats = grown(this.#ats, this.size + come.length);
    this.#keys = grown(this.#keys, this.size + come.length);
    this.#ids = grown(this.#ids, this.size + come.length);
    let end = this.size;
    // From the last one, so that each stretch between two moves once, to where it stays.
    for (let next = come.length - 1; next >= 0; next--) {
      const { doc, place, at } = come[next]!;
      const from = this.firstWhere(0, end, (other) => comparePlaces(place, other, false) < 0);
      this.#move(from, end, from + next + 1);
      const to = from + next;
      this.#docs[to] = doc;
      this.#ats[to] = at;
      this.#keys[to] = place.key;
      this.#ids[to] = place.id;
      end = from;
    }
    this.size += come.length;
  }

  #removeOne(doc: number): void {
    const number = this.#docs.subarray(0, this.size).indexOf(doc);
    if (number < 0) return;
    this.#move(number + 1, this.size, number);
    this.size -= 1;
  }

  #removeMany(docs: ReadonlySet<number>): void {
    let stays = 0;
    let from = 0;
    for (let number = 0; number <= this.size; number++) {
      if (number < this.size && !docs.has(this.#docs[number]!)) continue;
      this.#move(from, number, stays);
      stays += number - from;
      from = number + 1;
    }
    this.size = stays;
  }

  #move(from: number, end: number, to: number): void {
    if (from === end || from === to) return;
    for (const cells of [this.#docs, this.#ats, this.#keys, this.#ids]) {
      cells.copyWithin(to, from, end);
    }
  }
}
