// The documents of each term itself, from the documents' packed lists: some terms at a time, so
// that what is spread out before it is packed stays small.
import { wordsFor } from '../document-set.ts';
import { grown, release } from '../growth.ts';
import { cellsOf, type Packing } from '../packed/arrays.ts';
import { Bundles, bundledTerms } from '../packed/bundles.ts';
import { PackedLists, wideCell } from '../packed/lists.ts';
import { denseTerm, noDocument, oneDocument, putNumber } from '../packed/postings.ts';
import { inBlocks, listedBlock, plainBlock } from './blocks.ts';

// Uses spread out at a time: 4 bytes each.
const usesAtOnce = 2 ** 25;
// A gap takes at most five bytes, and so does the count.
const gapBytes = 5;
// Documents of terms encoded in one slice.
const gapsAtOnce = 2 ** 17;
// Bytes gathered in one piece. Allocators keep freed pieces below 32 MB for themselves.
const pieceBytes = 2 ** 26;
const smallBytes = 2 ** 20;
const copiedAtOnce = 2 ** 22;
// Cells; some milliseconds.
const givenAtOnce = 2 ** 20;

/** Packs postings of every term; `borne` is by term how many documents bear it themselves. */
export function* writePostings(borne: Int32Array, packing: Packing): Generator<void> {
  const documents = packing.numbers['documents']!;
  yield* packDense(documents, borne, packing);
  const spreading = new Spreading(packing);
  const gaps = new Gaps(packing, borne);
  for (let from = 0; from < borne.length; ) {
    const { to, next, uses } = yield* stretchFrom(from, borne, gaps.cells);
    const docs = new Int32Array(uses);
    // The system gives memory when it is first written to, and what follows writes all over it.
    yield* inBlocks(uses, givenAtOnce, (first, last) => docs.fill(0, first, last));
    spreading.begin(from, to, next, docs);
    yield* inBlocks(documents, listedBlock, (first, last) => spreading.spread(first, last));
    yield* gaps.write(from, to, next, docs);
    release(next);
    yield;
    release(docs);
    from = to;
  }
  yield* gaps.finish(packing);
}

const isDense = (cell: number): boolean => cell >= denseTerm && cell < oneDocument;

type Stretch = { readonly to: number; readonly next: Int32Array; readonly uses: number };

// As many terms as may be spread out at once, and where the documents of each will start.
function* stretchFrom(
  from: number,
  borne: Int32Array,
  cells: Uint32Array,
): Generator<void, Stretch> {
  const most = Math.min(borne.length - from, usesAtOnce);
  const next = new Int32Array(most);
  let size = 0;
  let uses = 0;
  let isFull = false;
  yield* inBlocks(most, plainBlock, (first, last) => {
    for (let at = first; at < last && !isFull; at++) {
      const more = isDense(cells[from + at]!) ? 0 : borne[from + at]!;
      isFull = uses > 0 && uses + more > usesAtOnce;
      if (isFull) return;
      next[at] = uses;
      uses += more;
      size += 1;
    }
  });
  return { to: from + size, next: next.subarray(0, size), uses };
}

function* packDense(documents: number, borne: Int32Array, packing: Packing): Generator<void> {
  const each = wordsFor(documents);
  const least = Math.max(32, each);
  const cells = packing.add('postings.cells', Uint32Array, borne.length);
  const sizes: number[] = [];
  yield* inBlocks(borne.length, plainBlock, (from, to) => {
    for (let term = from; term < to; term++) {
      if (borne[term]! <= least) continue;
      cells[term] = denseTerm + sizes.length;
      sizes.push(borne[term]!);
    }
  });
  packing.add('postings.dense.sizes', Int32Array, sizes.length).set(sizes);
  packing.add('postings.dense.words', Int32Array, sizes.length * each);
  yield;
}

/** Writes documents, in order, to where those of each term belong. */
class Spreading {
  readonly #heavy: PackedLists<Uint16Array>;
  readonly #light: PackedLists<Uint8Array>;
  readonly #lightWidth: number;
  readonly #bundles: Bundles;
  readonly #borne: PackedLists<Int32Array>;
  readonly #heavyMost: number;
  readonly #canonicals: Int32Array;
  readonly #firstSynonym: number;
  readonly #cells: Uint32Array;
  readonly #words: Int32Array;
  readonly #wordsEach: number;
  #from = 0;
  #to = 0;
  #next: Int32Array = new Int32Array(0);
  #docs: Int32Array = new Int32Array(0);
  // Where the lists of the next document start.
  #heavyAt = 0;
  #lightAt = 0;
  #borneAt = 0;
  // Canonicals of a document that it does not bear itself.
  readonly #unborne: number[] = [];
  readonly #bundled = new Int32Array(bundledTerms);

  constructor(packing: Packing) {
    this.#heavy = new PackedLists(packing, 'heavy', Uint16Array);
    this.#light = new PackedLists(packing, 'light', Uint8Array);
    this.#lightWidth = packing.numbers['light.width']!;
    this.#bundles = new Bundles(packing);
    this.#borne = new PackedLists(packing, 'borne', Int32Array);
    this.#heavyMost = packing.numbers['heavy']!;
    this.#canonicals = cellsOf(packing, 'synonyms.canonical', Int32Array);
    this.#firstSynonym = packing.numbers['terms']! - this.#canonicals.length;
    this.#cells = cellsOf(packing, 'postings.cells', Uint32Array);
    this.#words = cellsOf(packing, 'postings.dense.words', Int32Array);
    this.#wordsEach = wordsFor(packing.numbers['documents']!);
  }

  begin(from: number, to: number, next: Int32Array, docs: Int32Array): void {
    this.#from = from;
    this.#to = to;
    this.#next = next;
    this.#docs = docs;
    this.#heavyAt = 0;
    this.#lightAt = 0;
    this.#borneAt = 0;
  }

  spread(first: number, last: number): void {
    for (let doc = first; doc < last; doc++) {
      const heavyEnd = this.#heavyAt + this.#heavy.lengths[doc]!;
      const lightEnd = this.#lightAt + this.#light.lengths[doc]!;
      const borneEnd = this.#borneAt + this.#borne.lengths[doc]!;
      if (borneEnd > this.#borneAt) this.#spreadSynonyms(doc, borneEnd);
      if (this.#from < this.#heavyMost) {
        this.#spreadHeavy(doc, heavyEnd);
      }
      if (this.#to > this.#heavyMost) {
        const { cells } = this.#light;
        for (let at = this.#lightAt; at < lightEnd; at++) {
          this.#spreadOne(doc, wideCell(cells, at, this.#lightWidth));
        }
      }
      this.#heavyAt = heavyEnd;
      this.#lightAt = lightEnd;
      this.#borneAt = borneEnd;
      this.#unborne.length = 0;
    }
  }

  #spreadSynonyms(doc: number, end: number): void {
    for (let at = this.#borneAt; at < end; at++) {
      const cell = this.#borne.cells[at]!;
      const term = cell >>> 1;
      if ((cell & 1) === 0) this.#unborne.push(this.#canonicals[term - this.#firstSynonym]!);
      if (term >= this.#from && term < this.#to) this.#put(term, doc);
    }
  }

  #spreadHeavy(doc: number, end: number): void {
    const { cells } = this.#heavy;
    const bundled = this.#bundled;
    for (let at = this.#heavyAt; at < end; at++) {
      const cell = cells[at]!;
      if (cell < this.#heavyMost) this.#spreadOne(doc, cell);
      else {
        const size = this.#bundles.read(cell, bundled, 0);
        for (let place = 0; place < size; place++) this.#spreadOne(doc, bundled[place]!);
      }
    }
  }

  #spreadOne(doc: number, term: number): void {
    if (term < this.#from || term >= this.#to) return;
    if (this.#unborne.length > 0 && this.#unborne.includes(term)) return;
    this.#put(term, doc);
  }

  #put(term: number, doc: number): void {
    const cell = this.#cells[term]!;
    if (isDense(cell)) {
      this.#words[(cell - denseTerm) * this.#wordsEach + (doc >>> 5)]! |= 1 << (doc & 31);
    } else {
      this.#docs[this.#next[term - this.#from]!++] = doc;
    }
  }
}

/** Counts and gaps in bytes, term by term; pieces that are put together at the end. */
class Gaps {
  readonly cells: Uint32Array;
  readonly #borne: Int32Array;
  readonly #pieces: { readonly bytes: Uint8Array; readonly used: number }[] = [];
  #written = 0;
  #bytes: Uint8Array = new Uint8Array(1024);
  #used = 0;

  constructor(packing: Packing, borne: Int32Array) {
    this.cells = cellsOf(packing, 'postings.cells', Uint32Array);
    this.#borne = borne;
  }

  /** `ends` holds where the documents of each term end by now. */
  *write(from: number, to: number, ends: Int32Array, docs: Int32Array): Generator<void> {
    let before = 0;
    for (let term = from; term < to; ) {
      let last = term;
      const until = before + gapsAtOnce;
      while (last < to && before < until && last - term < plainBlock) {
        if (!isDense(this.cells[last]!)) before += this.#borne[last]!;
        last += 1;
      }
      for (; term < last; term++) {
        if (!isDense(this.cells[term]!)) this.#writeOne(term, docs, ends[term - from]!);
      }
      yield;
    }
  }

  *finish(packing: Packing): Generator<void> {
    this.#close();
    if (this.#written >= denseTerm) throw new RangeError('too many uses of terms to pack');
    const packed = packing.add('postings.gaps', Uint8Array, this.#written);
    let start = 0;
    for (const { bytes, used } of this.#pieces) {
      yield* inBlocks(used, copiedAtOnce, (from, to) => {
        packed.set(bytes.subarray(from, to), start + from);
      });
      start += used;
      release(bytes);
      yield;
    }
  }

  #writeOne(term: number, docs: Int32Array, end: number): void {
    const size = this.#borne[term]!;
    if (size === 0) this.cells[term] = noDocument;
    else if (size === 1) this.cells[term] = oneDocument + docs[end - 1]!;
    if (size < 2) return;
    const most = (size + 1) * gapBytes;
    if (this.#used > 0 && this.#used + most > pieceBytes) this.#close();
    if (this.#used + most > this.#bytes.length) this.#bytes = this.#longer(this.#used + most);
    const bytes = this.#bytes;
    this.cells[term] = this.#written + this.#used;
    let used = putNumber(bytes, this.#used, size);
    let last = -1;
    for (let at = end - size; at < end; at++) {
      const doc = docs[at]!;
      used = putNumber(bytes, used, doc - last);
      last = doc;
    }
    this.#used = used;
  }

  // Small archives stay small; a large one copies little before it takes whole pieces.
  #longer(needed: number): Uint8Array {
    if (needed <= smallBytes) return grown(this.#bytes, needed);
    const longer = new Uint8Array(Math.max(pieceBytes, needed));
    longer.set(this.#bytes.subarray(0, this.#used));
    return longer;
  }

  #close(): void {
    this.#pieces.push({ bytes: this.#bytes, used: this.#used });
    this.#written += this.#used;
    this.#used = 0;
    this.#bytes = new Uint8Array(0);
  }
}
