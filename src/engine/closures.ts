// The documents a filter finds: the union over a canonical, its synonyms and all below it. Unions
// are kept, patched when a document changes and dropped when the taxonomy moves beneath them.
import {
  addTo,
  bytesOf,
  type DocumentSet,
  documentsOf,
  listOf,
  setOfBits,
  setOfDocuments,
  withDocument,
  wordsFor,
} from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import type { Postings } from './postings.ts';
import type { Taxonomy } from './taxonomy.ts';

// Below one document in so many, sorting lists together beats pouring them into bits.
const unionShare = 64;

/** The documents that a canonical finds: its own, its synonyms' and all below, as one set. */
export class Closures implements Follower {
  readonly #taxonomy: Taxonomy;
  readonly #postings: Postings;
  readonly #documents: Documents;
  readonly #unions = new Map<number, DocumentSet>();
  readonly #bytesKept: number;
  #bytes = 0;

  /** Unions beyond `bytesKept` are forgotten, the longest unused first. */
  constructor(taxonomy: Taxonomy, postings: Postings, documents: Documents, bytesKept: number) {
    this.#taxonomy = taxonomy;
    this.#postings = postings;
    this.#documents = documents;
    this.#bytesKept = bytesKept;
  }

  /** The documents a filter by the canonical finds, seen or not; good until the next change. */
  setOf(canonical: number): DocumentSet {
    if (this.#taxonomy.standsAlone(canonical)) return this.#postings.setOf(canonical);
    const kept = this.#unions.get(canonical);
    if (kept !== undefined) {
      this.#unions.delete(canonical);
      this.#unions.set(canonical, kept);
      return kept;
    }
    const borne = this.#taxonomy
      .closureOf(canonical)
      .filter((term) => this.#postings.sizeOf(term) > 0);
    // A set of one term is kept by the postings and changes in place there: not for keeping here.
    if (borne.length === 1) return this.#postings.setOf(borne[0]!);
    const union = this.unionOf(borne);
    this.#keep(canonical, union);
    return union;
  }

  /** Sets the bit of every document that a filter by the canonical finds; keeps nothing. */
  pour(canonical: number, words: Int32Array): void {
    const kept = this.#unions.get(canonical);
    if (kept !== undefined) addTo(words, kept);
    else if (this.#taxonomy.standsAlone(canonical)) addTo(words, this.#postings.setOf(canonical));
    else {
      for (const term of this.#taxonomy.closureOf(canonical)) {
        addTo(words, this.#postings.setOf(term));
      }
    }
  }

  /** The documents that bear a member of the canonical: what counts under it. Gone ones too. */
  membersOf(canonical: number): DocumentSet {
    const kept = this.#unions.get(-1 - canonical);
    if (kept !== undefined) return kept;
    const borne = this.#taxonomy
      .membersOf(canonical)
      .filter((term) => this.#postings.sizeOf(term) > 0);
    if (borne.length === 1) return this.#postings.setOf(borne[0]!);
    const union = this.unionOf(borne);
    this.#keep(-1 - canonical, union);
    return union;
  }

  /** At least as many as `membersOf` has. */
  mostMembersOf(canonical: number): number {
    let sum = 0;
    for (const term of this.#taxonomy.membersOf(canonical)) sum += this.#postings.sizeOf(term);
    return sum;
  }

  /** At least as many as the set has; cheap, for planning. */
  estimate(canonical: number): number {
    if (this.#taxonomy.standsAlone(canonical)) return this.#postings.sizeOf(canonical);
    const kept = this.#unions.get(canonical);
    if (kept !== undefined) return kept.size;
    let sum = 0;
    for (const term of this.#taxonomy.closureOf(canonical)) sum += this.#postings.sizeOf(term);
    return Math.min(sum, this.#documents.count);
  }

  /** Every document that bears one of the terms itself. */
  unionOf(terms: readonly number[]): DocumentSet {
    let sum = 0;
    for (const term of terms) sum += this.#postings.sizeOf(term);
    if (sum * unionShare < this.#documents.span) return this.#mergedLists(terms, sum);
    const words = new Int32Array(wordsFor(this.#documents.span));
    for (const term of terms) addTo(words, this.#postings.setOf(term));
    return setOfBits(words);
  }

  /** Forgets what was kept for canonicals whose reach or whose own synonyms have changed. */
  forget(reaches: Iterable<number>, canonicals: Iterable<number>): void {
    for (const canonical of reaches) this.#drop(canonical);
    for (const canonical of canonicals) this.#drop(-1 - canonical);
  }

  leaving(): void {
    // Whoever may not be seen is left out by the bits of their audience.
  }

  joined(doc: number): void {
    for (const canonical of this.#keptAbove(doc)) {
      this.#change(canonical, withDocument(this.#unions.get(canonical)!, doc));
    }
  }

  #keptAbove(doc: number): Set<number> {
    const found = new Set<number>();
    if (this.#unions.size === 0) return found;
    const terms = this.#documents.termsOf(doc);
    for (const term of terms) {
      const own = this.#taxonomy.canonicalOf(term);
      if (this.#unions.has(-1 - own)) found.add(-1 - own);
    }
    for (const canonical of this.#taxonomy.reachesOf(terms)) {
      if (this.#unions.has(canonical)) found.add(canonical);
    }
    return found;
  }

  #mergedLists(terms: readonly number[], most: number): DocumentSet {
    const docs = new Int32Array(most);
    let size = 0;
    for (const term of terms) {
      const list = documentsOf(this.#postings.setOf(term));
      docs.set(list, size);
      size += list.length;
    }
    return listOf(
      documentsOf(setOfDocuments(docs.subarray(0, size), this.#documents.span)).slice(),
    );
  }

  #keep(canonical: number, set: DocumentSet): void {
    this.#unions.set(canonical, set);
    this.#bytes += bytesOf(set);
    for (const oldest of this.#unions.keys()) {
      if (this.#bytes <= this.#bytesKept) break;
      this.#drop(oldest);
    }
  }

  #change(canonical: number, set: DocumentSet): void {
    this.#bytes += bytesOf(set) - bytesOf(this.#unions.get(canonical)!);
    this.#unions.set(canonical, set);
  }

  #drop(canonical: number): void {
    const set = this.#unions.get(canonical);
    if (set === undefined) return;
    this.#bytes -= bytesOf(set);
    this.#unions.delete(canonical);
  }
}
