// Sort keys in words: the different ones in order, each as what it does not share with the one
// before, in blocks that start anew; and for each packed document the place of its own.

import { grown, release } from '../growth.ts';
import { cellsOf, numberOf, type Packed, type Packing } from './arrays.ts';
import { PackedNumbers } from './numbers.ts';
import { putNumber } from './postings.ts';

/** Texts that share a block. */
const textsOfBlock = 16;

/** The texts of one name, by place in their order. */
export class PackedTexts {
  /** How many different texts there are. */
  readonly size: number;
  // By document: one more than the place of its text; 0 where it has none.
  readonly #ranks: PackedNumbers;
  readonly #blocks: Uint32Array;
  readonly #bytes: Uint8Array;
  #text = new Uint8Array(64);
  #length = 0;

  constructor(packed: Packed, name: string) {
    this.#ranks = new PackedNumbers(packed, `text.${name}.ranks`);
    this.size = numberOf(packed, `text.${name}.size`);
    this.#blocks = cellsOf(packed, `text.${name}.blocks`, Uint32Array);
    this.#bytes = cellsOf(packed, `text.${name}.bytes`, Uint8Array);
  }

  /** The place of the document's text; -1 where it has none. */
  rankOf(doc: number): number {
    return this.#ranks.at(doc) - 1;
  }

  /** The text at a place. */
  textAt(rank: number): string {
    let at = this.#blocks[Math.floor(rank / textsOfBlock)]!;
    for (let place = 0; place <= rank % textsOfBlock; place++) at = this.#read(at);
    return decoded(this.#text.subarray(0, this.#length));
  }

  /** Every text in order, as bytes that are good until the next. */
  *all(): Generator<Uint8Array> {
    let at = 0;
    for (let rank = 0; rank < this.size; rank++) {
      at = this.#read(at);
      yield this.#text.subarray(0, this.#length);
    }
  }

  /** The place of the text, or half below the place of the first that comes after it. */
  placeOf(text: string): number {
    const wanted = encoded(text);
    let from = 0;
    let to = this.#blocks.length;
    // The last block that starts at or before it.
    while (from < to) {
      const middle = (from + to) >>> 1;
      this.#read(this.#blocks[middle]!);
      if (this.#compare(wanted) > 0) to = middle;
      else from = middle + 1;
    }
    if (from === 0) return -0.5;
    let rank = (from - 1) * textsOfBlock;
    const end = Math.min(this.size, rank + textsOfBlock);
    for (let at = this.#blocks[from - 1]!; rank < end; rank++) {
      at = this.#read(at);
      const order = this.#compare(wanted);
      if (order === 0) return rank;
      if (order > 0) break;
    }
    return rank - 0.5;
  }

  // Reads the text that starts at a byte, over the one before it; says where the next starts.
  #read(at: number): number {
    const bytes = this.#bytes;
    const numbers = [0, 0];
    for (let which = 0; which < 2; which++) {
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]!;
        numbers[which]! |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    const [shared, rest] = numbers as [number, number];
    this.#length = shared + rest;
    this.#text = grown(this.#text, this.#length);
    for (let place = shared; place < this.#length; place++) this.#text[place] = bytes[at++]!;
    return at;
  }

  #compare(wanted: Uint8Array): number {
    return compareBytes(this.#text.subarray(0, this.#length), wanted);
  }
}

// Bytes written before they are set aside, until all are put together.
const chunkBytes = 2 ** 22;
const copiedAtOnce = 2 ** 22;

/** Packs texts one after the other, in order, each once. */
export class TextWriter {
  size = 0;
  readonly #chunks: Uint8Array[] = [];
  // Of all chunks.
  #written = 0;
  #bytes: Uint8Array = new Uint8Array(1024);
  #used = 0;
  #blocks = new Uint32Array(64);
  #before = new Uint8Array(64);
  #beforeLength = 0;

  /** The text as `encoded` has it. */
  add(text: Uint8Array): void {
    if (this.#used + text.length > chunkBytes) this.#setAside();
    this.#bytes = grown(this.#bytes, this.#used + text.length + 10);
    let shared = 0;
    if (this.size % textsOfBlock === 0) {
      this.#blocks = grown(this.#blocks, this.size / textsOfBlock + 1);
      this.#blocks[this.size / textsOfBlock] = this.#written + this.#used;
    } else {
      const most = Math.min(this.#beforeLength, text.length);
      while (shared < most && this.#before[shared] === text[shared]) shared += 1;
    }
    this.#used = putNumber(this.#bytes, this.#used, shared);
    this.#used = putNumber(this.#bytes, this.#used, text.length - shared);
    this.#bytes.set(text.subarray(shared), this.#used);
    this.#used += text.length - shared;
    this.#before = grown(this.#before, text.length);
    this.#before.set(text);
    this.#beforeLength = text.length;
    this.size += 1;
  }

  /** Packs the bytes, and where each block starts, in slices. Nothing is left here. */
  *finish(packing: Packing, name: string): Generator<void> {
    this.#setAside();
    const blocks = this.#blocks.subarray(0, Math.ceil(this.size / textsOfBlock));
    packing.add(`${name}.blocks`, Uint32Array, blocks.length).set(blocks);
    const bytes = packing.add(`${name}.bytes`, Uint8Array, this.#written);
    let start = 0;
    for (const chunk of this.#chunks.splice(0)) {
      for (let from = 0; from < chunk.length; from += copiedAtOnce) {
        bytes.set(chunk.subarray(from, from + copiedAtOnce), start + from);
        yield;
      }
      start += chunk.length;
      release(chunk);
    }
    release(this.#blocks);
  }

  #setAside(): void {
    this.#chunks.push(this.#bytes.subarray(0, this.#used));
    this.#written += this.#used;
    this.#used = 0;
    this.#bytes = new Uint8Array(0);
  }
}

/** Below 0 if the first comes before the second. */
export function compareBytes(first: Uint8Array, second: Uint8Array): number {
  const most = Math.min(first.length, second.length);
  for (let at = 0; at < most; at++) {
    const order = first[at]! - second[at]!;
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

/** Each UTF-16 code unit in one to three bytes, in the same order; halves of pairs survive. */
export function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.subarray(0, encodedInto(bytes, text));
}

/** The same, into bytes that are three times as long as the text; says how many they are. */
export function encodedInto(bytes: Uint8Array, text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[size++] = unit;
    } else if (unit < 0x800) {
      bytes[size++] = 0xc0 | (unit >>> 6);
      bytes[size++] = 0x80 | (unit & 63);
    } else {
      bytes[size++] = 0xe0 | (unit >>> 12);
      bytes[size++] = 0x80 | ((unit >>> 6) & 63);
      bytes[size++] = 0x80 | (unit & 63);
    }
  }
  return size;
}

function decoded(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at++]!;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte < 0xe0) text += String.fromCharCode(((byte & 31) << 6) | (bytes[at++]! & 63));
    else {
      const high = ((byte & 15) << 12) | ((bytes[at++]! & 63) << 6);
      text += String.fromCharCode(high | (bytes[at++]! & 63));
    }
  }
  return text;
}
