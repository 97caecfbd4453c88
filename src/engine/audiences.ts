// Who sees what: for each audience mask that queries use, the bits of the documents it may see,
// kept right through every change.
import {
  clearBit,
  type DocumentBits,
  type DocumentSet,
  hasBit,
  setBit,
  setOfBits,
  wordsFor,
} from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import { grown } from './growth.ts';

/** Whose eyes a question is asked with. */
export type Sight = {
  /** A document is seen if its own mask shares a bit with this one. 32 bits. */
  readonly audience: number;
  /** Ids of documents seen besides; ids of no document are harmless. */
  readonly added?: ReadonlySet<number>;
  /** Ids of documents not seen in any case; it wins over `added`. */
  readonly removed?: ReadonlySet<number>;
};

// An archive has a handful of kinds of viewer; more masks than this evict the oldest.
const masksKept = 16;
// Less than a millisecond.
const documentsOfSlice = 2 ** 17;

type Seen = { words: Int32Array; size: number };

/** The documents that each audience mask sees, as bits; at most 16 masks are kept. */
export class Audiences implements Follower {
  readonly #documents: Documents;
  readonly #kept = new Map<number, Seen>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** What the mask alone sees. */
  seenBy(mask: number): DocumentBits {
    mask |= 0;
    let bits = this.#kept.get(mask);
    if (bits === undefined) {
      bits = atOnce(this.#built(mask));
      if (this.#kept.size >= masksKept) this.#kept.delete(this.#kept.keys().next().value!);
      this.#kept.set(mask, bits);
    }
    return { kind: 'bits', words: bits.words, size: bits.size };
  }

  /** What the mask sees, with the viewer's own added and removed documents. */
  seen(sight: Sight): DocumentSet {
    const bits = this.seenBy(sight.audience);
    const removed = sight.removed?.size ? sight.removed : null;
    const added = sight.added?.size ? sight.added : null;
    if (removed === null && added === null) return bits;
    const words = grown(bits.words.slice(), wordsFor(this.#documents.span));
    for (const id of added ?? []) {
      const doc = this.#documents.find(id);
      if (doc >= 0) setBit(words, doc);
    }
    for (const id of removed ?? []) {
      const doc = this.#documents.find(id);
      if (doc >= 0 && hasBit(words, doc)) clearBit(words, doc);
    }
    return setOfBits(words);
  }

  /** Masks that questions have used. */
  get masks(): number[] {
    return [...this.#kept.keys()];
  }

  /** Makes what these see, in slices; nothing may change until it is done. */
  *prepare(masks: readonly number[]): Generator<void> {
    for (const mask of masks) this.#kept.set(mask, yield* this.#built(mask));
  }

  leaving(doc: number): void {
    for (const bits of this.#kept.values()) {
      if (!hasBit(bits.words, doc)) continue;
      clearBit(bits.words, doc);
      bits.size -= 1;
    }
  }

  joined(doc: number): void {
    const audience = this.#documents.audienceOf(doc);
    for (const [mask, bits] of this.#kept) {
      bits.words = grown(bits.words, wordsFor(doc + 1));
      if ((audience & mask) === 0) continue;
      setBit(bits.words, doc);
      bits.size += 1;
    }
  }

  *#built(mask: number): Generator<void, Seen> {
    const { span } = this.#documents;
    const words = new Int32Array(wordsFor(span));
    let size = 0;
    for (let from = 0; from < span; from += documentsOfSlice) {
      const to = Math.min(span, from + documentsOfSlice);
      for (let doc = from; doc < to; doc++) {
        if ((this.#documents.audienceOf(doc) & mask) === 0) continue;
        setBit(words, doc);
        size += 1;
      }
      if (to < span) yield;
    }
    return { words, size };
  }
}

function atOnce<Result>(slices: Generator<void, Result>): Result {
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}
