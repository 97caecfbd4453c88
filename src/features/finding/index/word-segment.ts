// The words of names at a stretch of places: each word once, sorted, and where it stands. Built in
// one go and never changed; some 20 bytes a tag.
import { grown } from './growing.ts';
import { slipsBetween, slipsToBeginning } from './typos.ts';
import { indexedWords } from './word-places.ts';

/** Words from one number up to, not including, another. */
export type WordRange = { readonly from: number; readonly to: number };

export class WordSegment {
  readonly from: number;
  readonly to: number;
  readonly #keyAt: (place: number) => string;
  /** All words, one after the other, sorted by code unit, so many to a text. */
  #texts: string[] = [];
  #textStarts = new Uint32Array(1);
  /** By word: a bit for each letter that is in it. */
  #letters = new Uint32Array();
  /** Places as differences, seven bits to a byte, word after word. */
  #places = new Uint8Array();
  #placeStarts = new Uint32Array(1);
  /** Places by the first words of their keys, word after word. */
  #firsts = new Uint32Array();
  #firstStarts = new Uint32Array(1);
  /** Places by the hash of their whole keys. */
  #byKey = new Uint32Array();

  /** Of the places from one up to, not including, another; `''` where there is no name. */
  constructor(from: number, to: number, keyAt: (place: number) => string) {
    this.from = from;
    this.to = to;
    this.#keyAt = keyAt;
    const found = this.#read();
    const ranks = this.#writeWords(found);
    this.#writePlaces(found, ranks);
    this.#writeFirsts(found, ranks);
  }

  /** The words that begin so, or that are this. */
  wordsFrom(start: string, isWhole: boolean): WordRange {
    const from = this.#below(start);
    // No key holds the last sign of all, so whatever begins so is below it.
    if (!isWhole) return { from, to: this.#below(`${start}\uffff`) };
    return {
      from,
      to: from < this.#letters.length && this.#wordAt(from) === start ? from + 1 : from,
    };
  }

  /** The words that are as many slips as that from what was typed. */
  wordsNear(typed: string, slips: number, isBeginning: boolean): number[] {
    const letters = lettersIn(typed);
    const found: number[] = [];
    for (let word = 0; word < this.#letters.length; word++) {
      // Each slip brings in, at most, one letter that the word does not have.
      if (bitsOf(letters & ~this.#letters[word]!) > slips) continue;
      const length = this.#textStarts[word + 1]! - this.#textStarts[word]!;
      if (typed.length - length > slips) continue;
      const own = this.#wordAt(word);
      const apart = isBeginning
        ? slipsToBeginning(typed, own, slips)
        : slipsBetween(typed, own, slips);
      if (apart === slips) found.push(word);
    }
    return found;
  }

  /** Writes the places of the words from `end` on; one that has several of them, several times. */
  write({ from, to }: WordRange, into: Uint32Array, end: number): number {
    const places = this.#places;
    let at = this.#placeStarts[from]!;
    for (let word = from; word < to; word++) {
      let place = this.from;
      const wordEnd = this.#placeStarts[word + 1]!;
      while (at < wordEnd) {
        let byte = places[at++]!;
        let step = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = places[at++]!;
          step |= (byte & 127) << shift;
        }
        place += step;
        into[end++] = place;
      }
    }
    return end;
  }

  /** The places whose keys begin with one of the words. */
  firstAt({ from, to }: WordRange): Uint32Array {
    return this.#firsts.subarray(this.#firstStarts[from]!, this.#firstStarts[to]!);
  }

  /** About how many places the words have; never fewer than there are. */
  sizeOf({ from, to }: WordRange): number {
    return this.#placeStarts[to]! - this.#placeStarts[from]!;
  }

  /** The places whose whole key is this. */
  named(key: string): number[] {
    const hash = hashOf(key);
    let low = 0;
    let high = this.#byKey.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (hashOf(this.#keyAt(this.#byKey[middle]!)) < hash) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; low < this.#byKey.length; low++) {
      const own = this.#keyAt(this.#byKey[low]!);
      if (hashOf(own) !== hash) break;
      if (own === key) found.push(this.#byKey[low]!);
    }
    return found;
  }

  /** How many words are below the text. */
  #below(text: string): number {
    let low = 0;
    let high = this.#letters.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#wordAt(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #wordAt(word: number): string {
    const base = this.#textStarts[word & ~(wordsInText - 1)]!;
    const text = this.#texts[Math.floor(word / wordsInText)]!;
    return text.slice(this.#textStarts[word]! - base, this.#textStarts[word + 1]! - base);
  }

  /** Takes every key apart. */
  #read(): Found {
    const numbers = new Map<string, number>();
    const count = this.to - this.from;
    const hashes = new Float64Array(count);
    const ends = new Uint32Array(count);
    let uses = new Uint32Array(count * 3);
    let size = 0;
    for (let at = 0; at < count; at++) {
      const key = this.#keyAt(this.from + at);
      hashes[at] = hashOf(key) * placesMax + at;
      for (const word of key === '' ? [] : indexedWords(key)) {
        let number = numbers.get(word);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(word, number);
        }
        uses = grown(uses, size + 1);
        uses[size++] = number;
      }
      ends[at] = size;
    }
    hashes.sort();
    this.#byKey = Uint32Array.from(hashes, (hash) => this.from + (hash % placesMax));
    return { numbers, uses: uses.subarray(0, size), ends };
  }

  /** Sorts the words; answers with the new number of each. */
  #writeWords({ numbers }: Found): Uint32Array {
    const words = [...numbers.keys()].sort();
    const ranks = new Uint32Array(words.length);
    this.#textStarts = new Uint32Array(words.length + 1);
    this.#letters = new Uint32Array(words.length);
    words.forEach((word, at) => {
      ranks[numbers.get(word)!] = at;
      this.#textStarts[at + 1] = this.#textStarts[at]! + word.length;
      this.#letters[at] = lettersIn(word);
    });
    // In pieces, so that a few words in wide letters do not make all the others wide.
    for (let at = 0; at < words.length; at += wordsInText) {
      this.#texts.push(words.slice(at, at + wordsInText).join(''));
    }
    return ranks;
  }

  /** Writes where each word stands, by counting. */
  #writePlaces({ uses, ends }: Found, ranks: Uint32Array): void {
    const starts = new Uint32Array(ranks.length + 1);
    for (const use of uses) starts[ranks[use]! + 1]! += 1;
    for (let word = 0; word < ranks.length; word++) starts[word + 1]! += starts[word]!;
    const next = starts.slice();
    const sorted = new Uint32Array(uses.length);
    for (let at = 0, use = 0; at < ends.length; at++) {
      for (; use < ends[at]!; use++) {
        const word = ranks[uses[use]!]!;
        sorted[next[word]!] = at;
        next[word]! += 1;
      }
    }
    this.#placeStarts = new Uint32Array(ranks.length + 1);
    let bytes = new Uint8Array(sorted.length * 2);
    let end = 0;
    for (let word = 0; word < ranks.length; word++) {
      let before = 0;
      for (let at = starts[word]!; at < starts[word + 1]!; at++) {
        bytes = grown(bytes, end + longestStep);
        let step = sorted[at]! - before;
        before = sorted[at]!;
        for (; step > 127; step >>>= 7) bytes[end++] = (step & 127) | 128;
        bytes[end++] = step;
      }
      this.#placeStarts[word + 1] = end;
    }
    this.#places = bytes.slice(0, end);
  }

  /** Writes the places that each word is the first of, by counting. */
  #writeFirsts({ uses, ends }: Found, ranks: Uint32Array): void {
    const starts = new Uint32Array(ranks.length + 1);
    // A place without a name has no words.
    const firstOf = (at: number) => {
      const use = at === 0 ? 0 : ends[at - 1]!;
      return use < ends[at]! ? ranks[uses[use]!]! : -1;
    };
    for (let at = 0; at < ends.length; at++) {
      const word = firstOf(at);
      if (word >= 0) starts[word + 1]! += 1;
    }
    for (let word = 0; word < ranks.length; word++) starts[word + 1]! += starts[word]!;
    this.#firsts = new Uint32Array(starts[ranks.length]!);
    const next = starts.slice();
    for (let at = 0; at < ends.length; at++) {
      const word = firstOf(at);
      if (word < 0) continue;
      this.#firsts[next[word]!] = this.from + at;
      next[word]! += 1;
    }
    this.#firstStarts = starts;
  }
}

type Found = {
  /** Words by their first appearance. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The words of all keys, and where those of each end. */
  readonly uses: Uint32Array;
  readonly ends: Uint32Array;
};

const wordsInText = 4096;
const longestStep = 5;
/** Two numbers of 26 bits fit one that sorts as a pair. */
const placesMax = 2 ** 26;

/** FNV-1a over code units, folded to 26 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 26)) & (placesMax - 1);
}

function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(letters: number): number {
  let bits = letters - ((letters >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
