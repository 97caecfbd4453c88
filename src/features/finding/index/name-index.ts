// Names of tags as people look for them: by the whole name, by how it or any word in it begins,
// and by what nearly so begins. Keys are look keys: accents and letter case do not matter.
import type { TagId } from '../../../shared/ids.ts';
import { slipsAllowed, slipsBetween, slipsToBeginning } from './typos.ts';
import { beginningOf, beginsSo, indexedWords, isUnspaced, wordUnitsMax } from './word-places.ts';
import { type WordRange, WordSegment } from './word-segment.ts';

export { beginsSo } from './word-places.ts';

/** Takes the place of a tag. */
export type Visit = (place: number) => void;

// New tags wait unsorted up to this many: each question looks at all of them.
const waitingMax = 512;

// Each word may be the one that is mistyped.
const nearWordsMax = 6;

// Segments that are larger stay as they are: to build one of so many takes some 0.3 s.
const mergedMax = 200_000;

// To look a word up in a name that is known costs as much as so many places of a list.
const listedPerNameRead = 24;

// Words mistyped in one question come in several ways of slipping; each is sought once.
const foundRangesMax = 64;

// To visit the names of a word that stands in more of them takes longer than it tells.
const tellingMax = 10_000;

/** Where the index finds names: at places from 0 to `end`. */
export type Names = {
  readonly end: number;
  /** The same for ever, also when no tag is there any more; `''` where there never was one. */
  keyAt(place: number): string;
  idAt(place: number): TagId;
  /** -1: there is no tag at the place. */
  typeAt(place: number): number;
};

/** How a word that was typed may stand in a name. */
export type Fit = {
  readonly word: string;
  readonly slips: number;
  /** What was typed is the beginning of a word; else the whole of it. */
  readonly isBeginning: boolean;
};

export class NameIndex {
  readonly #names: Names;
  readonly #segments: WordSegment[] = [];
  /** A set of places, empty but while words are brought together. */
  #marks = new Uint32Array();
  /** By what was sought; forgotten when there are other segments. */
  readonly #found = new Map<string, Found>();

  /** Names that come to `names` are found from then on. */
  constructor(names: Names) {
    this.#names = names;
  }

  /** Every tag of that look key, of any type. */
  named(key: string): TagId[] {
    this.#settle();
    const found = this.#segments.flatMap((segment) => segment.named(key));
    for (const place of this.#waiting()) if (this.#names.keyAt(place) === key) found.push(place);
    return found.filter((place) => this.#isThere(place)).map((place) => this.#names.idAt(place));
  }

  /** Tags of which the name begins so, or any part of it from a word on; each once. */
  beginning(start: string): Set<TagId> {
    const found = new Set<TagId>();
    if (start === '') return found;
    const fits = start.split(' ').map((word) => ({ word, slips: 0, isBeginning: true }));
    this.visit(fits, (place) => {
      if (fits.length === 1 || beginsSo(this.#names.keyAt(place), start)) {
        found.add(this.#names.idAt(place));
      }
    });
    return found;
  }

  /** Tags in whose names the words of the key stand side by side; `goesOn`: the last may go on. */
  containing(key: string, goesOn: boolean): ReadonlySet<TagId> {
    const found = new Set<TagId>();
    if (key === '') return found;
    const words = key.split(' ');
    const isPart = isUnspaced(key);
    const fits = words.map((word, at) => {
      return { word, slips: 0, isBeginning: isPart || (goesOn && at === words.length - 1) };
    });
    // A short word alone was compared whole.
    const isSure = !isPart && words.length === 1 && key.length <= wordUnitsMax;
    const side = goesOn ? '' : ' ';
    this.visit(fits, (place) => {
      const name = isSure ? '' : this.#names.keyAt(place);
      const isThere = isPart ? name.includes(key) : ` ${name} `.includes(` ${key}${side}`);
      if (isSure || isThere) found.add(this.#names.idAt(place));
    });
    return found;
  }

  /** Tags whose whole names begin so, no more than `most`; a space at the end ends a word. */
  startingWith(start: string, most: number): ReadonlySet<TagId> {
    const found = new Set<TagId>();
    const words = start.trimEnd().split(' ');
    if (words[0] === '') return found;
    const isPart = isUnspaced(start);
    const isOpen = !start.endsWith(' ');
    const fits = words.map((word, at) => {
      return { word, slips: 0, isBeginning: isPart || (isOpen && at === words.length - 1) };
    });
    this.#settle();
    for (const places of this.#startingSo(fits)) {
      for (let at = 0; at < places.length && found.size < most; at++) {
        const place = places[at]!;
        if (!this.#isThere(place) || !this.#names.keyAt(place).startsWith(start)) continue;
        found.add(this.#names.idAt(place));
      }
    }
    return found;
  }

  /** The fewest places that are known to hold all names of which the first words fit so. */
  *#startingSo(fits: readonly Fit[]): Generator<ArrayLike<number>> {
    const first = this.#find(fits[0]!);
    const firsts = this.#segments.flatMap((segment, at) =>
      first.ranges[at]!.map((range) => segment.firstAt(range)),
    );
    const least = Math.min(...fits.map((fit) => this.#find(fit).size));
    if (firsts.reduce((sum, { length }) => sum + length, 0) > least) yield this.fitting(fits);
    else {
      yield* firsts;
      yield [...this.#waiting()];
    }
  }

  /**
   * Tags whose names nearly have the words of the key, one of them mistyped or cut short: those
   * with the fewest slips; or `all` of them, words that stand in very many names aside.
   */
  near(key: string, all = false): ReadonlySet<TagId> {
    const typed = key.split(' ');
    const found = new Set<TagId>();
    if (key === '' || isUnspaced(key) || typed.length > nearWordsMax) return found;
    const words = all ? typed.filter((word) => this.#isTelling(word)) : typed;
    for (let slips = 0; slips <= 2 && (all || found.size === 0); slips++) {
      for (const [wrong, { length }] of words.entries()) {
        if (slips > slipsAllowed(length)) continue;
        const fits = words.map((word, at) => {
          return { word, slips: at === wrong ? slips : 0, isBeginning: at === wrong };
        });
        this.visit(fits, (place) => found.add(this.#names.idAt(place)));
      }
    }
    return found;
  }

  /** Visits the places of tags in whose names each of the words fits; see `fitting`. */
  visit(fits: readonly Fit[], visit: Visit): void {
    const places = this.fitting(fits);
    for (let at = 0; at < places.length; at++) {
      if (this.#isThere(places[at]!)) visit(places[at]!);
    }
  }

  /**
   * The places at which each of the words fits, also those that tags have left; of one word, a
   * place comes as often as it fits there.
   */
  fitting(fits: readonly Fit[]): Uint32Array {
    this.#settle();
    const telling = fits.filter((fit, at) => !isImplied(fit, at, fits));
    const found = telling.map((fit) => this.#find(fit)).sort((a, b) => a.size - b.size);
    const [first, ...others] = found;
    if (first === undefined) return new Uint32Array();
    return others.reduce((places, other) => this.#among(places, other), this.#placesOf(first));
  }

  /** Whether each of the words fits at a place. */
  fitsAt(place: number, fits: readonly Fit[]): boolean {
    return fits.every((fit) => this.#hasWord(place, fit));
  }

  #isTelling(word: string): boolean {
    return this.sizeOf({ word, slips: 0, isBeginning: false }) <= tellingMax;
  }

  /** About how many names the word fits in. */
  sizeOf(fit: Fit): number {
    this.#settle();
    return this.#find(fit).size;
  }

  #find(fit: Fit): Found {
    const name = `${fit.slips} ${fit.isBeginning} ${fit.word}`;
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const ranges = this.#segments.map((segment) => rangesOf(segment, fit));
    let size = 0;
    this.#segments.forEach((segment, at) => {
      for (const range of ranges[at]!) size += segment.sizeOf(range);
    });
    if (this.#found.size >= foundRangesMax) this.#found.clear();
    const found = { fit, ranges, size };
    this.#found.set(name, found);
    return found;
  }

  /** Where the word fits; a place may come several times. */
  #placesOf({ fit, ranges, size }: Found): Uint32Array {
    const waiting = this.#names.end - this.#settledEnd();
    const places = new Uint32Array(size + waiting);
    let end = 0;
    this.#segments.forEach((segment, at) => {
      for (const range of ranges[at]!) end = segment.write(range, places, end);
    });
    for (const place of this.#waiting()) {
      if (this.#hasWord(place, fit)) places[end++] = place;
    }
    const found = places.subarray(0, end);
    if (fit.slips > 0 || beginningOf(fit.word) === fit.word) return found;
    return found.filter((place) => beginsSo(this.#names.keyAt(place), fit.word));
  }

  /** Those of the places at which the other word fits, too, each once. */
  #among(places: Uint32Array, other: Found): Uint32Array {
    const isShort = places.length * listedPerNameRead < other.size;
    const fitting = isShort ? null : this.#placesOf(other);
    // Marks are taken away as they are met, so that no place comes twice.
    const size = Math.ceil(this.#names.end / 32);
    if (this.#marks.length < size) this.#marks = new Uint32Array(size + 64);
    const marks = this.#marks;
    const marked = isShort ? places : fitting!;
    for (let at = 0; at < marked.length; at++) marks[marked[at]! >>> 5]! |= 1 << (marked[at]! & 31);
    let end = 0;
    const both = new Uint32Array(places.length);
    for (let at = 0; at < places.length; at++) {
      const place = places[at]!;
      const bit = 1 << (place & 31);
      if ((marks[place >>> 5]! & bit) === 0) continue;
      marks[place >>> 5]! &= ~bit;
      if (!isShort || this.#hasWord(place, other.fit)) both[end++] = place;
    }
    for (let at = 0; at < marked.length; at++) marks[marked[at]! >>> 5] = 0;
    return both.subarray(0, end);
  }

  #hasWord(place: number, fit: Fit): boolean {
    const key = this.#names.keyAt(place);
    if (fit.slips === 0 && fit.isBeginning) return key !== '' && beginsSo(key, fit.word);
    if (key === '' || !indexedWords(key).some((word) => fits(fit, word))) return false;
    return fit.slips > 0 || beginningOf(fit.word) === fit.word || beginsSo(key, fit.word);
  }

  #isThere(place: number): boolean {
    return this.#names.typeAt(place) >= 0;
  }

  /** Places that no segment holds yet. */
  *#waiting(): Generator<number> {
    for (let place = this.#settledEnd(); place < this.#names.end; place++) {
      if (this.#isThere(place)) yield place;
    }
  }

  #settledEnd(): number {
    return this.#segments.at(-1)?.to ?? 0;
  }

  #settle(): void {
    let from = this.#settledEnd();
    const { end } = this.#names;
    if (end - from <= waitingMax) return;
    // Small segments grow together: each name is sorted a few times in its life.
    for (;;) {
      const last = this.#segments.at(-1);
      if (last === undefined || end - last.from > mergedMax) break;
      if (last.to - last.from > 4 * (end - from)) break;
      from = last.from;
      this.#segments.pop();
    }
    this.#found.clear();
    this.#segments.push(new WordSegment(from, end, (place) => this.#names.keyAt(place)));
  }
}

/** Whether another one fits only where this one does: whatever begins with `ma` begins with `m`. */
function isImplied({ word, slips, isBeginning }: Fit, at: number, all: readonly Fit[]): boolean {
  if (slips > 0 || !isBeginning) return false;
  return all.some((other, place) => {
    const isOther = other.slips === 0 && other.isBeginning && place !== at;
    if (!isOther || !other.word.startsWith(word)) return false;
    return other.word.length > word.length || place < at;
  });
}

/** Where a word stands: by segment, stretches of its words. */
type Found = {
  readonly fit: Fit;
  readonly ranges: readonly (readonly WordRange[])[];
  /** About how many places; never fewer than the segments have. */
  readonly size: number;
};

function rangesOf(segment: WordSegment, { word, slips, isBeginning }: Fit): WordRange[] {
  if (slips === 0) {
    const range = segment.wordsFrom(beginningOf(word), !isBeginning);
    return range.from < range.to ? [range] : [];
  }
  return segment.wordsNear(word, slips, isBeginning).map((at) => ({ from: at, to: at + 1 }));
}

/** Whether it fits a word as names are indexed by it: cut where it is long. */
function fits({ word, slips, isBeginning }: Fit, own: string): boolean {
  if (slips === 0) return own === beginningOf(word);
  const apart = isBeginning ? slipsToBeginning(word, own, slips) : slipsBetween(word, own, slips);
  return apart === slips;
}
