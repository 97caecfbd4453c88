// The documents of each term itself, from the documents' lists: some terms at a time, so that what
// is spread out before it is packed stays small.
import { setBit, wordsFor } from '../document-set.ts';
import { grown } from '../growth.ts';
import type { Packing } from '../packed/arrays.ts';
import { denseTerm, noDocument, oneDocument, putNumber } from '../packed/postings.ts';
import type { Source } from './source.ts';
import type { TermNumbers } from './term-numbers.ts';

// Uses spread out at a time: 4 bytes each.
const usesAtOnce = 2 ** 25;
// A gap takes at most five bytes, and so does the count.
const gapBytes = 5;

/** Packs postings of every term over the documents in their new order. */
export function* writePostings(
  source: Source,
  { numberOf, borne }: TermNumbers,
  order: Int32Array,
  packing: Packing,
): Generator<void> {
  const dense = packDense(order.length, borne, packing);
  const cells = packing.arrays['postings.cells'] as Uint32Array;
  const pieces: Uint8Array[] = [];
  let written = 0;
  for (let from = 0; from < borne.length; ) {
    let to = from;
    let uses = 0;
    while (to < borne.length && (uses === 0 || uses + borne[to]! <= usesAtOnce)) {
      if (to - from >= usesAtOnce) break;
      uses += dense.has(to) ? 0 : borne[to]!;
      to += 1;
    }
    const next = new Int32Array(to - from + 1);
    let sum = 0;
    for (let term = from; term < to; term++) {
      next[term - from] = sum;
      sum += dense.has(term) ? 0 : borne[term]!;
    }
    const docs = new Int32Array(sum);
    for (let doc = 0; doc < order.length; doc++) {
      if ((doc & 4095) === 0) yield;
      const terms = source.termsAt(order[doc]!);
      for (let at = 0; at < terms.length; at++) {
        const term = numberOf[terms[at]!]!;
        if (term < from || term >= to) continue;
        const bits =
          cells[term]! >= denseTerm && cells[term]! < oneDocument ? dense.get(term) : undefined;
        if (bits === undefined) docs[next[term - from]!++] = doc;
        else setBit(bits, doc);
      }
    }
    const piece = packed(from, to, next, docs, borne, cells, written, dense);
    pieces.push(piece);
    written += piece.length;
    from = to;
  }
  if (written >= denseTerm) throw new RangeError('too many uses of terms to pack');
  const bytes = packing.add('postings.gaps', Uint8Array, written);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
}

function packDense(
  documents: number,
  borne: Int32Array,
  packing: Packing,
): ReadonlyMap<number, Int32Array> {
  const each = wordsFor(documents);
  const terms: number[] = [];
  for (let term = 0; term < borne.length; term++)
    if (borne[term]! > Math.max(32, each)) terms.push(term);
  packing
    .add('postings.dense.sizes', Int32Array, terms.length)
    .set(terms.map((term) => borne[term]!));
  const words = packing.add('postings.dense.words', Int32Array, terms.length * each);
  const cells = packing.add('postings.cells', Uint32Array, borne.length);
  return new Map(
    terms.map((term, at) => {
      cells[term] = denseTerm + at;
      return [term, words.subarray(at * each, (at + 1) * each)];
    }),
  );
}

// `next` holds where the documents of each term end by now.
function packed(
  from: number,
  to: number,
  next: Int32Array,
  docs: Int32Array,
  borne: Int32Array,
  cells: Uint32Array,
  before: number,
  dense: ReadonlyMap<number, Int32Array>,
): Uint8Array {
  let bytes = new Uint8Array(Math.max(1024, docs.length * 2));
  let used = 0;
  for (let term = from; term < to; term++) {
    if (dense.has(term)) continue;
    const size = borne[term]!;
    const end = next[term - from]!;
    if (size === 0) cells[term] = noDocument;
    else if (size === 1) cells[term] = oneDocument + docs[end - 1]!;
    if (size < 2) continue;
    cells[term] = before + used;
    bytes = grown(bytes, used + (size + 1) * gapBytes);
    used = putNumber(bytes, used, size);
    let last = -1;
    for (let at = end - size; at < end; at++) {
      used = putNumber(bytes, used, docs[at]! - last);
      last = docs[at]!;
    }
  }
  return bytes.slice(0, used);
}
