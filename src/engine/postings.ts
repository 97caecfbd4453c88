// Which documents bear a term themselves: the bare postings, with no word of what a term means.
// Packed documents are never taken out, nor are others: whoever may not be seen is left out later.
import {
  type DocumentList,
  type DocumentSet,
  emptySet,
  listOf,
  setBit,
  wordsFor,
} from './document-set.ts';
import { grown } from './growth.ts';
import { numberOf, type Packed } from './packed/arrays.ts';
import { PackedPostings } from './packed/postings.ts';
import { Runs } from './runs.ts';

type Dense = { words: Int32Array; size: number };

/** Postings by term: of packed documents as they are packed, of later ones as ascending lists. */
export class Postings {
  readonly #packed: PackedPostings;
  readonly #packedTerms: number;
  // Owners are dense numbers of the terms that later documents bear.
  readonly #fresh = new Runs();
  readonly #owners = new Map<number, number>();
  // Terms whose packed documents are bits and that later documents bear too: both together.
  readonly #dense = new Map<number, Dense>();

  constructor(packed: Packed) {
    this.#packed = new PackedPostings(packed);
    this.#packedTerms = numberOf(packed, 'terms');
  }

  /** Documents that have gone since they were put are counted too. */
  sizeOf(term: number): number {
    const owner = this.#owners.get(term);
    const fresh = owner === undefined ? 0 : this.#fresh.lengthOf(owner);
    return term < this.#packedTerms ? this.#packed.sizeOf(term) + fresh : fresh;
  }

  /** The documents of the term, gone ones among them; good until the next change. */
  setOf(term: number): DocumentSet {
    const owner = this.#owners.get(term);
    if (owner === undefined) {
      return term < this.#packedTerms ? this.#packed.setOf(term) : emptySet;
    }
    const fresh = listOf(this.#fresh.view(owner));
    if (term >= this.#packedTerms) return fresh;
    const dense = this.#dense.get(term);
    if (dense !== undefined) return { kind: 'bits', words: dense.words, size: dense.size };
    const packed = this.#packed.setOf(term);
    if (packed.kind === 'list') return bothLists(packed, fresh);
    const words = new Int32Array(wordsFor(fresh.docs[fresh.size - 1]! + 1));
    words.set(packed.words);
    for (const doc of fresh.docs) setBit(words, doc);
    const size = packed.size + fresh.size;
    this.#dense.set(term, { words, size });
    return { kind: 'bits', words, size };
  }

  /** Which of the listed documents bear the term; null where `setOf` is as good. */
  among(term: number, list: DocumentList): DocumentList | null {
    if (term >= this.#packedTerms || this.#owners.has(term)) return null;
    return this.#packed.among(term, list);
  }

  /** The document must be the latest of all. */
  add(term: number, doc: number): void {
    let owner = this.#owners.get(term);
    if (owner === undefined) {
      owner = this.#owners.size;
      this.#owners.set(term, owner);
    }
    this.#fresh.insert(owner, doc);
    const dense = this.#dense.get(term);
    if (dense === undefined) return;
    dense.words = grown(dense.words, wordsFor(doc + 1));
    setBit(dense.words, doc);
    dense.size += 1;
  }
}

// Every later document's number is above every packed one's.
function bothLists(packed: DocumentList, fresh: DocumentList): DocumentList {
  if (packed.size === 0) return fresh;
  const docs = new Int32Array(packed.size + fresh.size);
  docs.set(packed.docs);
  docs.set(fresh.docs, packed.size);
  return listOf(docs);
}
