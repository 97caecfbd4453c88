// Documents as a builder takes them: ids, masks, own terms under the builder's numbers.
import type { Document } from '../engine.ts';
import type { GatheredTerms } from './gathered-terms.ts';
import {
  doubleAt,
  integerAt,
  naturalAt,
  Pieces,
  pushDouble,
  pushInteger,
  pushNatural,
} from './pieces.ts';

// Longer lists of terms are sorted by the platform.
const insertedMost = 64;

/** Ids, masks and terms in the order documents come. */
export class GatheredDocuments {
  /** What `readTerms` read. */
  terms: Int32Array = new Int32Array(64);
  readonly #ids = new Pieces(Float64Array);
  readonly #audiences = new Pieces(Int32Array);
  readonly #starts = new Pieces(Uint32Array);
  readonly #lengths = new Pieces(Int32Array);
  readonly #cells = new Pieces(Int32Array);
  readonly #known: GatheredTerms;

  constructor(known: GatheredTerms) {
    this.#known = known;
  }

  get count(): number {
    return this.#ids.length;
  }

  push(document: Document): void {
    const size = this.#sortTerms(document.terms);
    const start = this.#cells.room(size);
    if (start >= 2 ** 32) throw new RangeError('too many uses of terms to pack');
    const piece = this.#cells.pieceOf(start);
    const place = this.#cells.placeOf(start);
    for (let at = 0; at < size; at++) piece[place + at] = this.terms[at]!;
    this.#cells.length += size;
    pushNatural(this.#starts, start);
    pushInteger(this.#lengths, size);
    pushDouble(this.#ids, document.id);
    pushInteger(this.#audiences, document.audience | 0);
  }

  idAt(place: number): number {
    return doubleAt(this.#ids, place);
  }

  audienceAt(place: number): number {
    return integerAt(this.#audiences, place);
  }

  readTerms(place: number): number {
    const start = naturalAt(this.#starts, place);
    const size = integerAt(this.#lengths, place);
    if (size === 0) return 0;
    const piece = this.#cells.pieceOf(start);
    const from = this.#cells.placeOf(start);
    const terms = this.terms;
    for (let at = 0; at < size; at++) terms[at] = piece[from + at]!;
    return size;
  }

  *freeTerms(): Generator<void> {
    yield* this.#cells.free();
    yield* this.#starts.free();
    yield* this.#lengths.free();
  }

  *free(): Generator<void> {
    yield* this.freeTerms();
    yield* this.#ids.free();
    yield* this.#audiences.free();
  }

  // Each once, ascending, into `terms`.
  #sortTerms(ids: readonly number[]): number {
    if (ids.length > this.terms.length) this.terms = new Int32Array(ids.length * 2);
    const terms = this.terms;
    if (ids.length > insertedMost) return this.#sortMany(ids);
    let size = 0;
    for (let next = 0; next < ids.length; next++) {
      const term = this.#known.numberFor(ids[next]!);
      let at = size;
      while (at > 0 && terms[at - 1]! > term) at -= 1;
      if (at > 0 && terms[at - 1] === term) continue;
      for (let place = size; place > at; place--) terms[place] = terms[place - 1]!;
      terms[at] = term;
      size += 1;
    }
    return size;
  }

  #sortMany(ids: readonly number[]): number {
    const terms = this.terms;
    const sorted = Int32Array.from(ids, (id) => this.#known.numberFor(id)).sort();
    let size = 0;
    for (let at = 0; at < sorted.length; at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) terms[size++] = sorted[at]!;
    }
    return size;
  }
}
