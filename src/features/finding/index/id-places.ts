// From an id to its place. Ids that come in ascending order, as a load brings them, are found by
// halving and cost nothing besides; those that come later have a table of their own.
import { grown, resized } from './growing.ts';

const empty = 0;

/** Ids as numbers below 2^53, each with the place at which it was added. */
export class IdPlaces {
  /** By place. */
  #ids = new Float64Array(64);
  #size = 0;
  /** So many at the beginning ascend. */
  #ascending = 0;
  /** The others: places plus one, by a hash of the id; at most half full. */
  #table = new Uint32Array(64);
  #inTable = 0;

  get size(): number {
    return this.#size;
  }

  idAt(place: number): number {
    return this.#ids[place]!;
  }

  /** The newest place of the id; -1: none. */
  of(id: number): number {
    const entry = this.#table[this.#search(id)]!;
    return entry === empty ? this.#amongAscending(id) : entry - 1;
  }

  /** Gives the id the next place; one that has a place already leaves it. */
  add(id: number): number {
    const place = this.#size;
    this.#ids = grown(this.#ids, place + 1);
    this.#ids[place] = id;
    this.#size = place + 1;
    const isNext = this.#inTable === 0 && (place === 0 || id > this.#ids[place - 1]!);
    if (isNext) this.#ascending = place + 1;
    else this.#enter(id, place);
    return place;
  }

  /** The ids by place, and how many of the first ascend. */
  saved(): { readonly ids: Float64Array; readonly ascending: number } {
    return { ids: this.#ids.subarray(0, this.#size), ascending: this.#ascending };
  }

  /** Takes what `saved` gave, in place of everything. */
  restore(ids: Float64Array, ascending: number): void {
    this.#ids = ids as Float64Array<ArrayBuffer>;
    this.#size = ids.length;
    this.#ascending = ascending;
    this.#table = new Uint32Array(64);
    this.#inTable = 0;
    for (let place = ascending; place < ids.length; place++) this.#enter(ids[place]!, place);
  }

  /** Gives back what was held for growth. */
  trim(): void {
    this.#ids = resized(this.#ids, this.#size);
  }

  #amongAscending(id: number): number {
    let low = 0;
    let high = this.#ascending;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return low < this.#ascending && this.#ids[low] === id ? low : -1;
  }

  #enter(id: number, place: number): void {
    if (this.#inTable * 2 >= this.#table.length) this.#widen();
    const at = this.#search(id);
    if (this.#table[at] === empty) this.#inTable += 1;
    this.#table[at] = place + 1;
  }

  #widen(): void {
    const before = this.#table;
    this.#table = new Uint32Array(before.length * 2);
    for (const entry of before) {
      if (entry !== empty) this.#table[this.#search(this.#ids[entry - 1]!)] = entry;
    }
  }

  /** Where the id stands in the table, or would. */
  #search(id: number): number {
    const mask = this.#table.length - 1;
    let at = (Math.imul(id, 0x9e3779b1) ^ Math.floor(id / 2 ** 32)) & mask;
    for (; this.#table[at] !== empty; at = (at + 1) & mask) {
      if (this.#ids[this.#table[at]! - 1] === id) break;
    }
    return at;
  }
}
