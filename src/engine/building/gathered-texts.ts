// The texts of one name as a builder takes them: each different one once, as bytes; sorted when all
// are there.
import { grown, release } from '../growth.ts';
import { putNumber } from '../packed/postings.ts';
import { encodedInto } from '../packed/texts.ts';
import { inBlocks, scatteredBlock } from '../packing/blocks.ts';
import { noText, type SourceTexts } from '../packing/source.ts';
import { NumberTable } from './number-table.ts';
import { integerAt, naturalAt, Pieces, pushInteger, pushNatural } from './pieces.ts';
import { sortTexts } from './sort-texts.ts';

const none = -1;
// Of a length before its text.
const lengthBytes = 5;

/** Texts by document in the order they come. */
export class GatheredTexts {
  // A length and the bytes of each.
  readonly #bytes = new Pieces(Uint8Array);
  readonly #starts = new Pieces(Uint32Array);
  readonly #numbers = new Pieces(Int32Array);
  #sought = new Uint8Array(256);
  #soughtSize = 0;
  #table: NumberTable = new NumberTable(
    (number) => this.#isSought(number),
    (number) => this.#hashAt(number),
  );

  push(text: string | null): void {
    pushInteger(this.#numbers, text === null ? none : this.#numberFor(text));
  }

  /** All in order, in slices, by place in `by`; to be freed when they have been read. */
  *sorted(by: Int32Array): Generator<void, SourceTexts> {
    this.#table = new NumberTable(
      () => false,
      () => 0,
    );
    const order = yield* sortTexts(this.#starts, this.#bytes);
    const rankOf = new Int32Array(order.length);
    yield* inBlocks(order.length, scatteredBlock, (from, to) => {
      for (let rank = from; rank < to; rank++) rankOf[order[rank]!] = rank;
    });
    const ranks = new Uint32Array(by.length);
    yield* inBlocks(ranks.length, scatteredBlock, (from, to) => {
      for (let doc = from; doc < to; doc++) {
        const number = integerAt(this.#numbers, by[doc]!);
        ranks[doc] = number === none ? noText : rankOf[number]!;
      }
    });
    yield* this.#numbers.free();
    release(rankOf);
    return { ranks, texts: this.#inOrder(order) };
  }

  *#inOrder(order: Int32Array): Generator<Uint8Array> {
    for (let at = 0; at < order.length; at++) yield this.#textAt(order[at]!);
    release(order);
  }

  /** Nothing is asked any more. */
  *free(): Generator<void> {
    yield* this.#bytes.free();
    yield* this.#starts.free();
  }

  #textAt(number: number): Uint8Array {
    const start = naturalAt(this.#starts, number);
    const piece = this.#bytes.pieceOf(start);
    let at = this.#bytes.placeOf(start);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = piece[at++]!;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return piece.subarray(at, at + length);
  }

  #numberFor(text: string): number {
    this.#sought = grown(this.#sought, text.length * 3);
    this.#soughtSize = encodedInto(this.#sought, text);
    const size = this.#soughtSize;
    const hash = hashOf(this.#sought, 0, size);
    const known = this.#table.find(hash);
    if (known >= 0) return known;
    const number = this.#starts.length;
    this.#table.add(hash, number);
    const start = this.#bytes.room(size + lengthBytes);
    const piece = this.#bytes.pieceOf(start);
    const place = this.#bytes.placeOf(start);
    const from = putNumber(piece, place, size);
    for (let at = 0; at < size; at++) piece[from + at] = this.#sought[at]!;
    this.#bytes.length += from + size - place;
    // More than four gigabytes of different texts would not fit a start.
    if (start >= 2 ** 32) throw new RangeError('too many different texts');
    pushNatural(this.#starts, start);
    return number;
  }

  #isSought(number: number): boolean {
    const start = naturalAt(this.#starts, number);
    const piece = this.#bytes.pieceOf(start);
    let at = this.#bytes.placeOf(start);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = piece[at++]!;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (length !== this.#soughtSize) return false;
    for (let place = 0; place < length; place++) {
      if (piece[at + place] !== this.#sought[place]) return false;
    }
    return true;
  }

  #hashAt(number: number): number {
    const text = this.#textAt(number);
    return hashOf(text, 0, text.length);
  }
}

// FNV-1a, mixed at the end.
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
