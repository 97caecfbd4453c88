// Which documents bear a term themselves: the bare postings, with no word of what a term means.
import {
  clearBit,
  type DocumentSet,
  emptySet,
  hasBit,
  listOf,
  setBit,
  wordsFor,
} from './document-set.ts';
import { grown } from './growth.ts';
import { Runs } from './runs.ts';

type Dense = { words: Int32Array; size: number };

/**
 * Postings by term. A term on more than 1/32 of the documents is kept as bits, where adding and
 * taking out cost nothing; the others as ascending lists, whose longest is therefore bounded.
 */
export class Postings {
  readonly #lists = new Runs();
  readonly #dense = new Map<number, Dense>();
  readonly #denseFrom: number;
  #span = 0;

  /** A term on fewer than `denseFrom` documents is never kept as bits. */
  constructor(denseFrom: number) {
    this.#denseFrom = denseFrom;
  }

  sizeOf(term: number): number {
    return this.#dense.get(term)?.size ?? this.#lists.lengthOf(term);
  }

  /** The documents of the term; good until the next change. */
  setOf(term: number): DocumentSet {
    const dense = this.#dense.get(term);
    if (dense !== undefined) return { kind: 'bits', words: dense.words, size: dense.size };
    return this.#lists.lengthOf(term) === 0 ? emptySet : listOf(this.#lists.view(term));
  }

  add(term: number, doc: number): void {
    this.#span = Math.max(this.#span, doc + 1);
    const dense = this.#dense.get(term);
    if (dense !== undefined) {
      dense.words = grown(dense.words, wordsFor(doc + 1));
      if (!hasBit(dense.words, doc)) dense.size += 1;
      setBit(dense.words, doc);
    } else if (this.#lists.insert(term, doc)) {
      const size = this.#lists.lengthOf(term);
      if (size >= this.#denseFrom && size > wordsFor(this.#span)) this.#becomeDense(term);
    }
  }

  remove(term: number, doc: number): void {
    const dense = this.#dense.get(term);
    if (dense === undefined) {
      this.#lists.remove(term, doc);
    } else if (hasBit(dense.words, doc)) {
      clearBit(dense.words, doc);
      dense.size -= 1;
      // Half the way back, so that one document to and fro does not convert each time.
      if (dense.size * 2 < wordsFor(this.#span)) this.#becomeList(term, dense);
    }
  }

  #becomeDense(term: number): void {
    const words = new Int32Array(wordsFor(this.#span));
    const docs = this.#lists.view(term);
    for (const doc of docs) setBit(words, doc);
    this.#dense.set(term, { words, size: docs.length });
    this.#lists.replace(term, []);
  }

  #becomeList(term: number, dense: Dense): void {
    this.#dense.delete(term);
    const docs: number[] = [];
    for (let doc = 0; doc < dense.words.length * 32; doc++) {
      if (hasBit(dense.words, doc)) docs.push(doc);
    }
    this.#lists.replace(term, docs);
  }
}
