// Sets of inside document numbers, as an ascending list or as bits, whichever is smaller, and the
// algebra over them. A set is never changed once it is handed out within a query.
import { grown } from './growth.ts';
import { firstNotBelow } from './runs.ts';

/** Inside numbers, ascending, each once. */
export type DocumentList = {
  readonly kind: 'list';
  readonly docs: Int32Array;
  readonly size: number;
};
/** One bit for each inside number; bits past the end are clear. */
export type DocumentBits = {
  readonly kind: 'bits';
  readonly words: Int32Array;
  readonly size: number;
};
/** Bits may be of different lengths; what lies beyond the end is not in the set. */
export type DocumentSet = DocumentList | DocumentBits;

// Beyond this ratio of sizes, looking each one up beats walking both lists (measured: 8 to 32).
const gallopRatio = 16;

/** Takes the numbers as they are: ascending, each once, and not written to afterwards. */
export function listOf(docs: Int32Array): DocumentList {
  return { kind: 'list', docs, size: docs.length };
}

// Below one document in so many, sorting them beats pouring them into bits (measured: 60 to 130).
const pourShare = 64;

/** Inside numbers below `span` in any order, some perhaps twice, as a set; the array is used up. */
export function setOfDocuments(docs: Int32Array, span: number): DocumentSet {
  if (docs.length * pourShare > span) {
    const words = new Int32Array(wordsFor(span));
    for (let at = 0; at < docs.length; at++) setBit(words, docs[at]!);
    return setOfBits(words);
  }
  docs.sort();
  let size = 0;
  for (let at = 0; at < docs.length; at++) {
    if (at === 0 || docs[at] !== docs[at - 1]) docs[size++] = docs[at]!;
  }
  return listOf(docs.subarray(0, size));
}

/** No document. */
export const emptySet: DocumentList = listOf(new Int32Array(0));

/** The bits as a set; as a list if that takes less memory. Counts them. */
export function setOfBits(words: Int32Array): DocumentSet {
  const bits: DocumentBits = { kind: 'bits', words, size: countBits(words) };
  return bits.size < words.length ? listOf(documentsOf(bits)) : bits;
}

/** Whether the bit is set; a number past the end is not. */
export function hasBit(words: Int32Array, doc: number): boolean {
  const at = doc >>> 5;
  return at < words.length && ((words[at]! >>> (doc & 31)) & 1) === 1;
}

/** Sets a bit within the words' bounds. */
export function setBit(words: Int32Array, doc: number): void {
  words[doc >>> 5]! |= 1 << (doc & 31);
}

/** Clears a bit within the words' bounds. */
export function clearBit(words: Int32Array, doc: number): void {
  words[doc >>> 5]! &= ~(1 << (doc & 31));
}

/** How many 32-bit words hold so many bits. */
export function wordsFor(span: number): number {
  return (span + 31) >>> 5;
}

/** How many bits are set in all words. */
export function countBits(words: Int32Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) count += bitsOfWord(words[at]!);
  return count;
}

/** How many bits are set in one word. */
export function bitsOfWord(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether the document is in the set. */
export function hasDocument(set: DocumentSet, doc: number): boolean {
  if (set.kind === 'bits') return hasBit(set.words, doc);
  return set.docs[firstNotBelow(set.docs, doc, 0, set.size)] === doc;
}

/** The set with the document; bits are changed in place. */
export function withDocument(set: DocumentSet, doc: number): DocumentSet {
  if (hasDocument(set, doc)) return set;
  if (set.kind === 'bits') {
    const words = grown(set.words, wordsFor(doc + 1));
    setBit(words, doc);
    return { kind: 'bits', words, size: set.size + 1 };
  }
  const docs = new Int32Array(set.size + 1);
  const place = firstNotBelow(set.docs, doc, 0, set.size);
  docs.set(set.docs.subarray(0, place));
  docs[place] = doc;
  docs.set(set.docs.subarray(place), place + 1);
  return listOf(docs);
}

/** Bytes that the set takes. */
export function bytesOf(set: DocumentSet): number {
  return set.kind === 'list' ? set.docs.byteLength : set.words.byteLength;
}

/** The documents in ascending order. For a list it is the list itself, not a copy. */
export function documentsOf(set: DocumentSet): Int32Array {
  if (set.kind === 'list') return set.docs;
  const docs = new Int32Array(set.size);
  let at = 0;
  for (let place = 0; place < set.words.length; place++) {
    for (let word = set.words[place]!; word !== 0; word &= word - 1) {
      docs[at++] = (place << 5) + 31 - Math.clz32(word & -word);
    }
  }
  return docs;
}

/** What is in both; the answer may share memory with either. */
export function intersect(left: DocumentSet, right: DocumentSet): DocumentSet {
  if (left.kind === 'list') {
    return right.kind === 'list' ? sharedByLists(left, right) : intersectBits(left, right.words);
  }
  return intersectBits(right, left.words);
}

/** The same with bits that nobody has counted. */
export function intersectBits(left: DocumentSet, right: Int32Array): DocumentSet {
  if (left.kind === 'list') return kept(left, right, true);
  const words = new Int32Array(Math.min(left.words.length, right.length));
  for (let at = 0; at < words.length; at++) words[at] = left.words[at]! & right[at]!;
  return setOfBits(words);
}

/** How many documents both have, without building the set. */
export function countShared(left: DocumentSet, right: DocumentSet): number {
  if (left.kind === 'bits' && right.kind === 'bits') {
    const length = Math.min(left.words.length, right.words.length);
    let count = 0;
    for (let at = 0; at < length; at++) count += bitsOfWord(left.words[at]! & right.words[at]!);
    return count;
  }
  if (left.kind === 'list' && right.kind === 'bits') return countShared(right, left);
  if (left.kind === 'list') return intersect(left, right).size;
  let count = 0;
  const docs = (right as DocumentList).docs;
  for (let at = 0; at < docs.length; at++) if (hasBit(left.words, docs[at]!)) count += 1;
  return count;
}

/** What is in the left and not in the right; the answer may share memory with the left. */
export function subtract(left: DocumentSet, right: DocumentSet): DocumentSet {
  if (right.size === 0 || left.size === 0) return left;
  if (left.kind === 'list') {
    return right.kind === 'list' ? missingFromList(left, right) : kept(left, right.words, false);
  }
  const words = left.words.slice();
  if (right.kind === 'list') {
    for (const doc of right.docs) if (doc >>> 5 < words.length) clearBit(words, doc);
  } else {
    const length = Math.min(words.length, right.words.length);
    for (let at = 0; at < length; at++) words[at]! &= ~right.words[at]!;
  }
  return setOfBits(words);
}

/** Sets the bit of every document of the set; `words` must be long enough for the highest. */
export function addTo(words: Int32Array, set: DocumentSet): void {
  if (set.kind === 'list') {
    for (let at = 0; at < set.size; at++) setBit(words, set.docs[at]!);
  } else {
    const length = Math.min(words.length, set.words.length);
    for (let at = 0; at < length; at++) words[at]! |= set.words[at]!;
  }
}

/** The documents of `within` for which the test holds, in the smaller form. */
export function filtered(within: DocumentSet, test: (doc: number) => boolean): DocumentSet {
  if (within.kind === 'list') {
    const docs = new Int32Array(within.size);
    let size = 0;
    for (const doc of within.docs) if (test(doc)) docs[size++] = doc;
    return listOf(docs.subarray(0, size));
  }
  const words = new Int32Array(within.words.length);
  for (let at = 0; at < words.length; at++) {
    let passed = 0;
    for (let word = within.words[at]!; word !== 0; word &= word - 1) {
      const bit = word & -word;
      if (test((at << 5) + 31 - Math.clz32(bit))) passed |= bit;
    }
    words[at] = passed;
  }
  return setOfBits(words);
}

function kept(list: DocumentList, words: Int32Array, wanted: boolean): DocumentSet {
  const docs = new Int32Array(list.size);
  let size = 0;
  for (let at = 0; at < list.size; at++) {
    const doc = list.docs[at]!;
    if (hasBit(words, doc) === wanted) docs[size++] = doc;
  }
  return listOf(docs.subarray(0, size));
}

function sharedByLists(left: DocumentList, right: DocumentList): DocumentSet {
  const [few, many] = left.size < right.size ? [left.docs, right.docs] : [right.docs, left.docs];
  const docs = new Int32Array(few.length);
  const leaps = few.length * gallopRatio < many.length;
  let size = 0;
  let at = 0;
  for (const doc of few) {
    if (leaps) at = firstNotBelow(many, doc, at, many.length);
    else while (at < many.length && many[at]! < doc) at += 1;
    if (at === many.length) break;
    if (many[at] === doc) docs[size++] = doc;
  }
  return listOf(docs.subarray(0, size));
}

function missingFromList(left: DocumentList, right: DocumentList): DocumentSet {
  const docs = new Int32Array(left.size);
  const leaps = left.size * gallopRatio < right.size;
  let size = 0;
  let at = 0;
  for (const doc of left.docs) {
    if (leaps) at = firstNotBelow(right.docs, doc, at, right.size);
    else while (at < right.size && right.docs[at]! < doc) at += 1;
    if (at === right.size || right.docs[at] !== doc) docs[size++] = doc;
  }
  return listOf(docs.subarray(0, size));
}
