// Terms as a builder takes them: numbered as they are first named, edges by term. What is a synonym
// of what is followed once all are there.
import { clearBit, hasBit, setBit, wordsFor } from '../document-set.ts';
import { grown } from '../growth.ts';
import { hashOf, requireId } from '../id-table.ts';
import { canonicalBy } from '../synonym-chain.ts';
import { groupNumbersOf, type Term } from '../taxonomy.ts';
import { NumberTable } from './number-table.ts';
import {
  byteAt,
  doubleAt,
  integerAt,
  Pieces,
  pushByte,
  pushDouble,
  pushInteger,
} from './pieces.ts';

const none = -1;
// A power of two: some hundred kilobytes.
const recentMost = 2 ** 14;
const noMetatags: readonly number[] = [];

/** Every term that is put or named; packing reads it as a taxonomy that no longer changes. */
export class GatheredTerms {
  readonly version = 0;
  readonly #groups: ReadonlyMap<string, number>;
  readonly #ids = new Pieces(Float64Array);
  readonly #groupOf = new Pieces(Uint8Array);
  readonly #targets = new Pieces(Int32Array);
  readonly #metatags = new Map<number, readonly number[]>();
  #hidden = new Int32Array(1);
  // What documents bear most is found here, near at hand.
  readonly #recentIds = new Float64Array(recentMost).fill(none);
  readonly #recentNumbers = new Int32Array(recentMost);
  #sought = 0;
  #table: NumberTable = new NumberTable(
    (number) => doubleAt(this.#ids, number) === this.#sought,
    (number) => hashOf(doubleAt(this.#ids, number)),
  );

  /** Refuses what a taxonomy refuses. */
  constructor(groups: readonly string[]) {
    this.#groups = groupNumbersOf(groups);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** The number of an id; a new one for a new id. */
  numberFor(id: number): number {
    const hash = hashOf(id);
    const recent = hash & (recentMost - 1);
    if (this.#recentIds[recent] === id) return this.#recentNumbers[recent]!;
    const number = this.#numberBy(hash, id);
    this.#recentIds[recent] = id;
    this.#recentNumbers[recent] = number;
    return number;
  }

  #numberBy(hash: number, id: number): number {
    this.#sought = id;
    const known = this.#table.find(hash);
    if (known >= 0) return known;
    const number = this.#ids.length;
    this.#table.add(hash, number);
    pushDouble(this.#ids, id);
    pushByte(this.#groupOf, 0);
    pushInteger(this.#targets, none);
    return number;
  }

  /** Puts or replaces a term. Refuses malformed ids and unknown groups, changing nothing. */
  put(term: Term): void {
    const group = this.#groups.get(term.group);
    if (group === undefined) throw new RangeError(`there is no group of terms "${term.group}"`);
    requireId(term.id, 'term');
    if (term.synonymOf !== null) requireId(term.synonymOf, 'synonym target');
    for (const metatag of term.metatags) requireId(metatag, 'metatag');
    const number = this.numberFor(term.id);
    const target = term.synonymOf === null ? none : this.numberFor(term.synonymOf);
    this.#groupOf.pieceOf(number)[this.#groupOf.placeOf(number)] = group;
    this.#targets.pieceOf(number)[this.#targets.placeOf(number)] = target;
    if (term.metatags.length > 0) {
      const metatags = new Set(term.metatags.map((metatag) => this.numberFor(metatag)));
      this.#metatags.set(number, [...metatags]);
    } else if (this.#metatags.size > 0) {
      this.#metatags.delete(number);
    }
    if (term.counted === false) {
      this.#hidden = grown(this.#hidden, wordsFor(number + 1));
      setBit(this.#hidden, number);
    } else if (hasBit(this.#hidden, number)) {
      clearBit(this.#hidden, number);
    }
  }

  canonicalOf(term: number): number {
    return integerAt(this.#targets, term) === none ? term : canonicalBy(term, this);
  }

  idOf(term: number): number {
    return doubleAt(this.#ids, term);
  }

  groupOf(term: number): number {
    return byteAt(this.#groupOf, term);
  }

  isPut(term: number): boolean {
    return byteAt(this.#groupOf, term) !== 0;
  }

  isHidden(term: number): boolean {
    return hasBit(this.#hidden, term);
  }

  targetOf(term: number): number {
    return integerAt(this.#targets, term);
  }

  metatagsOf(term: number): readonly number[] {
    return this.#metatags.get(term) ?? noMetatags;
  }

  /** No id is looked up any more. */
  close(): void {
    this.#table = new NumberTable(
      () => false,
      () => 0,
    );
  }

  /** Nothing is asked any more. */
  *free(): Generator<void> {
    this.close();
    yield* this.#ids.free();
    yield* this.#groupOf.free();
    yield* this.#targets.free();
    this.#metatags.clear();
  }
}
