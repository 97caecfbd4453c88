// Names of tags as people look for them: by the whole name, by how it or any word in it begins,
// and by what nearly so begins. Keys are look keys: accents and letter case do not matter.
import type { TagId } from '../../../shared/ids.ts';
import { slipsAllowed, slipsBetween, slipsToBeginning } from './typos.ts';
import { beginningOf, beginsSo, indexedWords, isUnspaced, wordUnitsMax } from './word-places.ts';
import { type Visit, type WordRange, WordSegment } from './word-segment.ts';

export { beginsSo } from './word-places.ts';
export type { Visit } from './word-segment.ts';

// New tags wait unsorted up to this many: each question looks at all of them.
const waitingMax = 512;

// Each word may be the one that is mistyped.
const nearWordsMax = 6;

// Segments that are larger stay as they are: to build one of so many takes some 0.3 s.
const mergedMax = 200_000;

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
  /** Two sets of places, used while words are brought together. */
  #marks: [Uint32Array, Uint32Array] = [new Uint32Array(), new Uint32Array()];

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
    this.visit(fits, (place) => {
      if (found.size >= most || !this.#names.keyAt(place).startsWith(start)) return;
      found.add(this.#names.idAt(place));
    });
    return found;
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

  /**
   * Visits the places of tags in whose names each of the words fits; of one word, a place is
   * visited as often as it fits there.
   */
  visit(fits: readonly Fit[], visit: Visit): void {
    this.#settle();
    const [first, ...others] = fits.toSorted((a, b) => b.word.length - a.word.length);
    if (first === undefined) return;
    if (others.length === 0) {
      this.#visitFit(first, visit);
      return;
    }
    let [all, both] = this.#emptyMarks();
    this.#visitFit(first, (place) => mark(all, place));
    const last = others.pop()!;
    for (const fit of others) {
      this.#visitFit(fit, (place) => {
        if (isMarked(all, place)) mark(both, place);
      });
      [all, both] = [both, all];
      both.fill(0);
    }
    this.#visitFit(last, (place) => {
      if (!isMarked(all, place)) return;
      unmark(all, place);
      visit(place);
    });
  }

  #isTelling(word: string): boolean {
    return this.sizeOf({ word, slips: 0, isBeginning: false }) <= tellingMax;
  }

  /** About how many names the word fits in. */
  sizeOf(fit: Fit): number {
    this.#settle();
    let size = 0;
    for (const segment of this.#segments) {
      for (const range of rangesOf(segment, fit)) size += segment.sizeOf(range);
    }
    return size;
  }

  #visitFit(fit: Fit, visit: Visit): void {
    const there = (place: number) => {
      if (this.#isThere(place)) visit(place);
    };
    const isCut = fit.slips === 0 && beginningOf(fit.word) !== fit.word;
    const checked = isCut
      ? (place: number) => {
          if (beginsSo(this.#names.keyAt(place), fit.word)) there(place);
        }
      : there;
    for (const segment of this.#segments) {
      for (const range of rangesOf(segment, fit)) segment.visit(range, checked);
    }
    for (const place of this.#waiting()) {
      const key = this.#names.keyAt(place);
      if (key !== '' && indexedWords(key).some((word) => fits(fit, word))) checked(place);
    }
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
    this.#segments.push(new WordSegment(from, end, (place) => this.#names.keyAt(place)));
  }

  #emptyMarks(): [Uint32Array, Uint32Array] {
    const size = Math.ceil(this.#names.end / 32);
    if (this.#marks[0].length < size) {
      this.#marks = [new Uint32Array(size + 64), new Uint32Array(size + 64)];
    } else for (const marks of this.#marks) marks.fill(0);
    return [...this.#marks];
  }
}

function rangesOf(segment: WordSegment, { word, slips, isBeginning }: Fit): WordRange[] {
  if (slips === 0) {
    const range = segment.wordsFrom(beginningOf(word), !isBeginning);
    return range.from < range.to ? [range] : [];
  }
  return segment.wordsNear(word, slips, isBeginning).map((at) => ({ from: at, to: at + 1 }));
}

function fits({ word, slips, isBeginning }: Fit, own: string): boolean {
  if (slips === 0) return isBeginning ? own.startsWith(beginningOf(word)) : own === word;
  const apart = isBeginning ? slipsToBeginning(word, own, slips) : slipsBetween(word, own, slips);
  return apart === slips;
}

function mark(marks: Uint32Array, place: number): void {
  marks[place >>> 5]! |= 1 << (place & 31);
}

function unmark(marks: Uint32Array, place: number): void {
  marks[place >>> 5]! &= ~(1 << (place & 31));
}

function isMarked(marks: Uint32Array, place: number): boolean {
  return (marks[place >>> 5]! & (1 << (place & 31))) !== 0;
}
