// Which packed documents bear a term themselves: bits for terms on more than one document in 32,
// the document itself for terms on one, and for the rest a count and the gaps between documents, in
// bytes of seven bits each.
import {
  type DocumentList,
  type DocumentSet,
  emptySet,
  hasDocument,
  listOf,
} from '../document-set.ts';
import { cellsOf, type Packed } from './arrays.ts';

/** The cell of a term that stands on no document. */
export const noDocument = 0xffffffff;
/** From here on a cell is this and the one document. */
export const oneDocument = 0x80000000;
/** From here up to there a cell is this and the place among the dense terms. */
export const denseTerm = 0x40000000;

/** Postings by term over the packed documents. */
export class PackedPostings {
  readonly #cells: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #denseSizes: Int32Array;
  readonly #denseWords: Int32Array;
  readonly #wordsEach: number;

  constructor(packed: Packed) {
    this.#cells = cellsOf(packed, 'postings.cells', Uint32Array);
    this.#bytes = cellsOf(packed, 'postings.gaps', Uint8Array);
    this.#denseSizes = cellsOf(packed, 'postings.dense.sizes', Int32Array);
    this.#denseWords = cellsOf(packed, 'postings.dense.words', Int32Array);
    this.#wordsEach = this.#denseWords.length / Math.max(1, this.#denseSizes.length);
  }

  sizeOf(term: number): number {
    const cell = this.#cells[term]!;
    if (cell === noDocument) return 0;
    if (cell >= oneDocument) return 1;
    if (cell >= denseTerm) return this.#denseSizes[cell - denseTerm]!;
    const bytes = this.#bytes;
    let at = cell;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      size |= (byte & 127) << shift;
      if (byte < 128) return size;
    }
  }

  /** The documents of the term; bits are the packed ones themselves. */
  setOf(term: number): DocumentSet {
    const cell = this.#cells[term]!;
    if (cell === noDocument) return emptySet;
    if (cell >= oneDocument) return listOf(Int32Array.of(cell - oneDocument));
    if (cell < denseTerm) return listOf(this.#listed(cell));
    const at = cell - denseTerm;
    const from = at * this.#wordsEach;
    const words = this.#denseWords.subarray(from, from + this.#wordsEach);
    return { kind: 'bits', words, size: this.#denseSizes[at]! };
  }

  /** Which of the listed documents bear the term, read in passing; null where they are bits. */
  among(term: number, list: DocumentList): DocumentList | null {
    const cell = this.#cells[term]!;
    if (cell >= denseTerm && cell < oneDocument) return null;
    if (cell === noDocument) return emptySet;
    if (cell < denseTerm) return listOf(this.#sharedWith(list, cell));
    const doc = cell - oneDocument;
    return hasDocument(list, doc) ? listOf(Int32Array.of(doc)) : emptySet;
  }

  #sharedWith({ docs: wanted, size: last }: DocumentList, at: number): Int32Array {
    const bytes = this.#bytes;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const shared = new Int32Array(last);
    let found = 0;
    let next = 0;
    let doc = -1;
    for (let place = 0; place < size && next < last; place++) {
      let byte = bytes[at++]!;
      let gap = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = bytes[at++]!;
        gap |= (byte & 127) << shift;
      }
      doc += gap;
      while (next < last && wanted[next]! < doc) next += 1;
      if (wanted[next] === doc) shared[found++] = doc;
    }
    return shared.subarray(0, found);
  }

  #listed(at: number): Int32Array {
    const bytes = this.#bytes;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const docs = new Int32Array(size);
    let doc = -1;
    for (let place = 0; place < size; place++) {
      let byte = bytes[at++]!;
      let gap = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = bytes[at++]!;
        gap |= (byte & 127) << shift;
      }
      doc += gap;
      docs[place] = doc;
    }
    return docs;
  }
}

/** Appends a number as bytes of seven bits, low ones first. Returns where the next one goes. */
export function putNumber(bytes: Uint8Array, at: number, number: number): number {
  while (number >= 128) {
    bytes[at++] = (number & 127) | 128;
    number >>>= 7;
  }
  bytes[at++] = number;
  return at;
}
