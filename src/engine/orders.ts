// The whole archive in the order of a column or text. That of packed documents is packed; those
// that came or changed since are a small order of their own, each with its place among the packed;
// gone ones stay there, and no answer holds them.
import { type Arrival, Arrivals } from './arrivals.ts';
import { hasBit, setBit, wordsFor } from './document-set.ts';
import type { Documents } from './documents.ts';
import { numberOf, type Packed } from './packed/arrays.ts';
import { PackedNumbers } from './packed/numbers.ts';
import { comparePlaces, type Place } from './sort.ts';

/** Ascending by (value, id): first those with a value, then those without, by id. */
export class WholeOrder {
  readonly #docs: PackedNumbers;
  readonly #valued: number;
  readonly #placeOf: (doc: number) => Place;
  readonly #documents: Documents;
  // Packed documents whose packed place is no longer theirs.
  #moved = new Int32Array(0);
  readonly #pending = new Set<number>();
  // Those that stand among the arrivals already, perhaps.
  readonly #again = new Set<number>();
  // Documents from here on have come since this was last looked at.
  #settledTo: number;
  readonly #arrivals: Arrivals;

  /** The first `valued` of the packed documents had a value. */
  constructor(
    docs: PackedNumbers,
    valued: number,
    documents: Documents,
    placeOf: (doc: number) => Place,
  ) {
    this.#docs = docs;
    this.#valued = valued;
    this.#documents = documents;
    this.#placeOf = placeOf;
    this.#settledTo = documents.packed;
    this.#arrivals = new Arrivals((doc) => placeOf(doc).text);
  }

  /** Documents that stand elsewhere than they were packed. */
  get changedSize(): number {
    return this.#arrivals.size + this.#pending.size + this.#documents.span - this.#settledTo;
  }

  /** Packed documents that stand or stood elsewhere than they were packed, gone ones too. */
  *movedPacked(): Generator<number> {
    for (let doc = 0; doc < this.#moved.length * 32; doc++) {
      if (this.#moved[doc >>> 5] === 0) doc |= 31;
      else if (hasBit(this.#moved, doc)) yield doc;
    }
  }

  /** The document's value has changed. */
  changed(doc: number): void {
    if (doc >= this.#settledTo) return;
    this.#pending.add(doc);
    if (doc >= this.#documents.packed || hasBit(this.#moved, doc)) this.#again.add(doc);
    if (doc >= this.#documents.packed) return;
    if (this.#moved.length === 0) this.#moved = new Int32Array(wordsFor(this.#documents.packed));
    setBit(this.#moved, doc);
  }

  /**
   * Of the documents whose bits are set: passes over `skip`, then takes `count`, from the start or
   * the end of the order in that direction, or from after a place.
   */
  walk(
    words: Int32Array,
    way: { readonly descending: boolean; readonly fromEnd: boolean; readonly after: Place | null },
    skip: number,
    count: number,
  ): number[] {
    this.#settle();
    const backwards = way.descending !== way.fromEnd;
    const taken: number[] = [];
    const { size } = this.#arrivals;
    const valued = this.#arrivals.firstWhere(0, size, ({ key }) => Number.isNaN(key));
    const stretches = [
      { from: 0, to: this.#valued, first: 0, last: valued },
      { from: this.#valued, to: this.#docs.length, first: valued, last: size },
    ];
    if (way.fromEnd) stretches.reverse();
    for (const stretch of stretches) {
      if (taken.length >= count) break;
      const left = this.#startedAfter(stretch, backwards, way.after, way.descending);
      skip = this.#take(left, backwards, words, skip, count, taken);
    }
    return taken;
  }

  #take(
    stretch: Stretch,
    backwards: boolean,
    words: Int32Array,
    skip: number,
    count: number,
    taken: number[],
  ): number {
    const docs = this.#docs;
    const moved = this.#moved;
    const step = backwards ? -1 : 1;
    let { from: at, to: end, first: next, last } = stretch;
    if (backwards) {
      [at, end] = [stretch.to - 1, stretch.from - 1];
      [next, last] = [stretch.last - 1, stretch.first - 1];
    }
    const arrive = (until: number): void => {
      for (; next !== last && taken.length < count; next += step) {
        const place = this.#arrivals.atOf(next);
        // An arrival stands before the packed document at its place.
        if (backwards ? place <= until : place > until) return;
        const doc = this.#arrivals.docOf(next);
        if (!hasBit(words, doc)) continue;
        if (skip > 0) skip -= 1;
        else taken.push(doc);
      }
    };
    let waits = next === last ? -1 : this.#arrivals.atOf(next);
    for (; at !== end && taken.length < count; at += step) {
      if (waits >= 0 && (backwards ? waits > at : waits <= at)) {
        arrive(at);
        waits = next === last ? -1 : this.#arrivals.atOf(next);
        if (taken.length >= count) break;
      }
      const doc = docs.at(at);
      if (!hasBit(words, doc) || hasBit(moved, doc)) continue;
      if (skip > 0) skip -= 1;
      else taken.push(doc);
    }
    arrive(backwards ? -1 : docs.length);
    return skip;
  }

  // What of a stretch comes after the place, in the direction of the order.
  #startedAfter(
    stretch: Stretch,
    backwards: boolean,
    after: Place | null,
    descending: boolean,
  ): Stretch {
    if (after === null) return stretch;
    const isAfter = (place: Place): boolean => comparePlaces(after, place, descending) < 0;
    const { from, to, first, last } = stretch;
    if (!backwards) {
      return {
        from: this.#firstPacked(from, to, isAfter),
        to,
        first: this.#arrivals.firstWhere(first, last, isAfter),
        last,
      };
    }
    return {
      from,
      to: this.#firstPacked(from, to, (place) => !isAfter(place)),
      first,
      last: this.#arrivals.firstWhere(first, last, (place) => !isAfter(place)),
    };
  }

  // The first packed place from which on all that still stand there pass the test.
  #firstPacked(from: number, to: number, test: (place: Place) => boolean): number {
    while (from < to) {
      const middle = (from + to) >>> 1;
      let probe = middle;
      while (probe < to && hasBit(this.#moved, this.#docs.at(probe))) probe += 1;
      if (probe === to || test(this.#placeOf(this.#docs.at(probe)))) to = middle;
      else from = probe + 1;
    }
    return from;
  }

  #settle(): void {
    const { span } = this.#documents;
    for (let doc = this.#settledTo; doc < span; doc++) this.#pending.add(doc);
    this.#settledTo = span;
    if (this.#pending.size === 0) return;
    this.#arrivals.remove(this.#again);
    this.#again.clear();
    const come: Arrival[] = [];
    for (const doc of this.#pending) {
      if (!this.#documents.exists(doc)) continue;
      const place = this.#placeOf(doc);
      const [from, to] = Number.isNaN(place.key)
        ? [this.#valued, this.#docs.length]
        : [0, this.#valued];
      const at = this.#firstPacked(from, to, (other) => comparePlaces(place, other, false) < 0);
      come.push({ doc, place, at });
    }
    this.#pending.clear();
    come.sort((a, b) => comparePlaces(a.place, b.place, false));
    this.#arrivals.insert(come);
  }
}

type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
};
/** The orders of an engine, by column and text. */
export class Orders {
  readonly #byColumn = new Map<string, WholeOrder>();
  readonly #byText = new Map<string, WholeOrder>();

  constructor(
    packed: Packed,
    documents: Documents,
    columns: readonly string[],
    texts: readonly string[],
    placeBy: (column: string | null, text: string | null) => (doc: number) => Place,
  ) {
    for (const name of columns) {
      const docs = new PackedNumbers(packed, `column.${name}.order`);
      if (docs.length < documents.packed) continue;
      const valued = numberOf(packed, `column.${name}.valued`);
      this.#byColumn.set(name, new WholeOrder(docs, valued, documents, placeBy(name, null)));
    }
    for (const name of texts) {
      const docs = new PackedNumbers(packed, `text.${name}.order`);
      const valued = numberOf(packed, `text.${name}.valued`);
      this.#byText.set(name, new WholeOrder(docs, valued, documents, placeBy(null, name)));
    }
  }

  /** Null for a column of so few different values that none is kept. */
  byColumn(name: string): WholeOrder | null {
    return this.#byColumn.get(name) ?? null;
  }

  byText(name: string): WholeOrder | null {
    return this.#byText.get(name) ?? null;
  }

  /** Of all orders, the most documents that stand elsewhere than they were packed. */
  get changedMost(): number {
    let most = 0;
    for (const order of this.#byColumn.values()) most = Math.max(most, order.changedSize);
    return most;
  }

  columnChanged(name: string, doc: number): void {
    this.#byColumn.get(name)?.changed(doc);
  }
}
