// The documents under dense inside numbers: their ids, who may see them, the terms they bear
// themselves. Packed ones come first; those put since follow, and a document that is put anew takes
// a new number. A number never comes back until everything is packed anew.
import { hasBit, setBit, wordsFor } from './document-set.ts';
import { grown } from './growth.ts';
import { IdTable } from './id-table.ts';
import { cellsOf, numberOf, type Packed } from './packed/arrays.ts';
import { Bundles, bundledTerms } from './packed/bundles.ts';
import { PackedIds } from './packed/ids.ts';
import { PackedLists, wideCell } from './packed/lists.ts';

/** What keeps a derived truth about documents: told before one goes and after one has come. */
export type Follower = {
  /** The document is still seen by its audience. */
  leaving(doc: number): void;
  /** The document bears its terms and audience, which it never changes. */
  joined(doc: number): void;
};

/** Every document by its inside number: id, audience, own terms. */
export class Documents {
  /** Numbers below this are packed. */
  readonly packed: number;
  /**
   * By packed document, the canonicals it counted under when it was packed, ascending: those of
   * the most used, the first of them as a bundle perhaps, and the others.
   */
  readonly heavy: PackedLists<Uint16Array>;
  readonly light: PackedLists<Uint8Array>;
  /** Bytes of each cell of `light`. */
  readonly lightWidth: number;
  /** What the cells of `heavy` stand for. */
  readonly bundles: Bundles;
  // Synonyms that it bears itself, each doubled, plus one if the canonical stands beside it.
  readonly #synonyms: PackedLists<Int32Array>;
  readonly #canonicals: Int32Array;
  readonly #firstSynonym: number;
  readonly #packedIds: PackedIds;
  readonly #packedAudiences: ArrayLike<number>;
  readonly #table = new IdTable();
  #dead = new Int32Array(0);
  #ids = new Float64Array(0);
  #audiences = new Int32Array(0);
  #starts = new Int32Array(1);
  #cells = new Int32Array(0);
  #span: number;
  #count: number;

  constructor(packed: Packed) {
    this.packed = numberOf(packed, 'documents');
    this.heavy = new PackedLists(packed, 'heavy', Uint16Array);
    this.light = new PackedLists(packed, 'light', Uint8Array);
    this.lightWidth = numberOf(packed, 'light.width');
    this.bundles = new Bundles(packed);
    this.#synonyms = new PackedLists(packed, 'borne', Int32Array);
    this.#canonicals = cellsOf(packed, 'synonyms.canonical', Int32Array);
    this.#firstSynonym = numberOf(packed, 'terms') - this.#canonicals.length;
    this.#packedIds = new PackedIds(packed, 'documents');
    this.#packedAudiences = packed.arrays['documents.audiences']! as Int32Array;
    this.#span = this.packed;
    this.#count = this.packed;
  }

  get count(): number {
    return this.#count;
  }

  /** Every document's number is below this. */
  get span(): number {
    return this.#span;
  }

  /** The inside number, or -1. */
  find(id: number): number {
    const fresh = this.#table.find(id);
    if (fresh >= 0) return fresh;
    const doc = this.#packedIds.find(id);
    return doc >= 0 && hasBit(this.#dead, doc) ? -1 : doc;
  }

  /** The inside numbers of those that exist, in no order; faster than one after the other. */
  findEach(wanted: Float64Array): Int32Array {
    const ids = this.#packedIds.inOrder(wanted);
    const found = this.#packedIds.findEach(ids);
    const hasFresh = this.#span > this.packed;
    const hasDead = this.#dead.length > 0;
    let size = 0;
    for (let at = 0; at < found.length; at++) {
      let doc = found[at]!;
      if (hasFresh) doc = Math.max(this.#table.find(ids[at]!), doc);
      if (doc < 0 || (hasDead && doc < this.packed && hasBit(this.#dead, doc))) continue;
      found[size++] = doc;
    }
    return found.subarray(0, size);
  }

  exists(doc: number): boolean {
    if (doc < this.packed) return !hasBit(this.#dead, doc);
    return doc < this.#span && this.#ids[doc - this.packed]! >= 0;
  }

  /** The outside id of a document that exists, or existed and is packed. */
  idOf(doc: number): number {
    return doc < this.packed ? this.#packedIds.at(doc) : this.#ids[doc - this.packed]!;
  }

  /** The mask of who sees it; 0 where there is none. */
  audienceOf(doc: number): number {
    if (doc >= this.packed) return this.#audiences[doc - this.packed]!;
    return hasBit(this.#dead, doc) ? 0 : this.#packedAudiences[doc]! | 0;
  }

  /** Its own terms, as inside numbers, ascending, each once. Not for writing to. */
  termsOf(doc: number): Int32Array {
    if (doc < this.packed) {
      const terms = new Int32Array(this.#mostTermsOf(doc));
      return terms.subarray(0, this.#readPacked(doc, terms));
    }
    const at = doc - this.packed;
    return this.#cells.subarray(this.#starts[at]!, this.#starts[at + 1]!);
  }

  /** The same in `read.terms`, for which nothing is made anew while it is long enough. */
  readTerms(doc: number, read: { terms: Int32Array }): number {
    if (doc < this.packed) {
      read.terms = grown(read.terms, this.#mostTermsOf(doc));
      return this.#readPacked(doc, read.terms);
    }
    const at = doc - this.packed;
    const start = this.#starts[at]!;
    const size = this.#starts[at + 1]! - start;
    read.terms = grown(read.terms, size);
    for (let place = 0; place < size; place++) read.terms[place] = this.#cells[start + place]!;
    return size;
  }

  /** Numbers of packed documents that have gone or been put anew since. */
  *gone(): Generator<number> {
    for (let doc = 0; doc < this.#dead.length * 32; doc++) {
      if (this.#dead[doc >>> 5] === 0) doc |= 31;
      else if (hasBit(this.#dead, doc)) yield doc;
    }
  }

  /** A new number for a document of an id that none has. Terms ascend, each once. */
  append(id: number, audience: number, terms: Int32Array): number {
    const doc = this.#span;
    const at = doc - this.packed;
    const start = this.#starts[at]!;
    this.#ids = grown(this.#ids, at + 1);
    this.#audiences = grown(this.#audiences, at + 1);
    this.#starts = grown(this.#starts, at + 2);
    this.#cells = grown(this.#cells, start + terms.length);
    this.#ids[at] = id;
    this.#audiences[at] = audience;
    this.#cells.set(terms, start);
    this.#starts[at + 1] = start + terms.length;
    this.#table.findOrAdd(id, doc);
    this.#span += 1;
    this.#count += 1;
    return doc;
  }

  release(doc: number): void {
    this.#count -= 1;
    if (doc < this.packed) {
      if (this.#dead.length === 0) this.#dead = new Int32Array(wordsFor(this.packed));
      setBit(this.#dead, doc);
      return;
    }
    this.#table.delete(this.#ids[doc - this.packed]!);
    this.#ids[doc - this.packed] = -1;
    this.#audiences[doc - this.packed] = 0;
  }

  #mostTermsOf(doc: number): number {
    const heavy = this.heavy.lengths[doc]!;
    const inBundle = heavy === 0 ? 0 : bundledTerms;
    return this.light.lengths[doc]! + heavy + inBundle + this.#synonyms.lengths[doc]!;
  }

  // Returns how many there are.
  #readPacked(doc: number, terms: Int32Array): number {
    const { heavy, light, lightWidth } = this;
    const synonyms = this.#synonyms;
    let counted = 0;
    let start = heavy.startOf(doc);
    for (const end = start + heavy.lengths[doc]!; start < end; start++) {
      counted = this.bundles.read(heavy.cells[start]!, terms, counted);
    }
    start = light.startOf(doc);
    for (const end = start + light.lengths[doc]!; start < end; start++) {
      terms[counted++] = wideCell(light.cells, start, lightWidth);
    }
    const borne = synonyms.lengths[doc]!;
    if (borne === 0) return counted;
    start = synonyms.startOf(doc);
    const size = this.#withoutUnborne(terms, counted, start, borne);
    for (let at = 0; at < borne; at++) terms[size + at] = synonyms.cells[start + at]! >>> 1;
    return size + borne;
  }

  // Takes out canonicals that are there for a synonym alone. Returns how many are left.
  #withoutUnborne(terms: Int32Array, size: number, start: number, borne: number): number {
    for (let at = start; at < start + borne; at++) {
      const cell = this.#synonyms.cells[at]!;
      if ((cell & 1) === 1) continue;
      const canonical = this.#canonicals[(cell >>> 1) - this.#firstSynonym]!;
      let place = 0;
      while (place < size && terms[place] !== canonical) place += 1;
      if (place === size) continue;
      size -= 1;
      for (; place < size; place++) terms[place] = terms[place + 1]!;
    }
    return size;
  }
}
