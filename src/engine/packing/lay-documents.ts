// New numbers for documents, near to those they share a term with, and the lists of what each
// counts under.
import { type Cells, release } from '../growth.ts';
import type { Packing } from '../packed/arrays.ts';
import { bundledTerms } from '../packed/bundles.ts';
import { packIds } from '../packed/ids.ts';
import { type PackedLists, packLists, putWideCell, widthFor } from '../packed/lists.ts';
import { inBlocks, listedBlock, plainBlock, scatteredBlock } from './blocks.ts';
import { chooseBundles, noBundle, savedBy } from './choose-bundles.ts';
import { radixSort } from './radix.ts';
import type { Source } from './source.ts';
import { isRepeat, type TermNumbers } from './term-numbers.ts';

// A term on more than one document in so many says nothing of where a document belongs.
const commonShare = 1 / 20;

/** By new number, the place that each document has in the source. */
export function* layDocuments(
  source: Source,
  terms: TermNumbers,
  packing: Packing,
): Generator<void, Int32Array> {
  packing.numbers['documents'] = source.size;
  const seen = new Seen(source, terms);
  yield* inBlocks(source.size, listedBlock, (from, to) => {
    for (let place = from; place < to; place++) seen.look(place);
  });
  const order = yield* placed(seen);
  release(seen.first);
  yield;
  release(seen.second);
  yield;
  const { lengths, bundles } = seen;
  yield* chooseBundles(bundles, packing);
  yield* shorten(lengths.heavy, bundles, packing.arrays['bundles']!);
  const width = widthFor(terms.canonicals);
  packing.numbers['light.width'] = width;
  const heavy = yield* packLists(packing, 'heavy', Uint16Array, lengths.heavy, order);
  const light = yield* packLists(packing, 'light', Uint8Array, lengths.light, order, width);
  const borne = yield* packLists(packing, 'borne', Int32Array, lengths.borne, order);
  for (const each of Object.values(lengths)) {
    release(each);
    yield;
  }
  const filling = new Filling(source, terms, { heavy, light, width, borne, bundles });
  yield* inBlocks(source.size, listedBlock / 2, (from, to) => {
    for (let doc = from; doc < to; doc++) filling.fill(order[doc]!);
  });
  release(bundles);
  yield* source.finished('terms');
  yield;
  yield* packOwn(source, packing, order);
  return order;
}

function* placed({ first, second }: Seen): Generator<void, Int32Array> {
  const order = new Int32Array(first.length);
  yield* inBlocks(order.length, plainBlock, (from, to) => {
    for (let place = from; place < to; place++) order[place] = place;
  });
  yield* radixSort(order, second);
  yield* radixSort(order, first);
  return order;
}

function* shorten(lengths: Int32Array, bundles: Uint32Array, masks: Cells): Generator<void> {
  const saved = Array.from(masks, savedBy);
  yield* inBlocks(lengths.length, plainBlock, (from, to) => {
    for (let place = from; place < to; place++) {
      if (bundles[place] !== noBundle) lengths[place]! -= saved[bundles[place]!]!;
    }
  });
}

function* packOwn(source: Source, packing: Packing, order: Int32Array): Generator<void> {
  const ids = new Float64Array(source.size);
  yield* inBlocks(source.size, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) ids[doc] = source.idAt(order[doc]!);
  });
  yield* packIds(packing, 'documents', ids, source.size, []);
  release(ids);
  yield;
  let widest = 0;
  yield* inBlocks(source.size, plainBlock, (from, to) => {
    for (let at = from; at < to; at++) widest = Math.max(widest, source.audienceAt(at) >>> 0);
  });
  const kind = widest < 256 ? Uint8Array : Int32Array;
  const masks = packing.add<Uint8Array | Int32Array>('documents.audiences', kind, source.size);
  yield* inBlocks(source.size, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) masks[doc] = source.audienceAt(order[doc]!);
  });
}

const none = 0xffffffff;

/** By place: how long its lists are, and the most used of its terms that are not common. */
class Seen {
  readonly lengths: {
    readonly heavy: Int32Array;
    readonly light: Int32Array;
    readonly borne: Int32Array;
  };
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Those of the most used canonicals that it counts under, as bits. */
  readonly bundles: Uint32Array;
  readonly #source: Source;
  readonly #terms: TermNumbers;
  // Terms are numbered by falling use: from here on none is common.
  readonly #uncommon: number;

  constructor(source: Source, terms: TermNumbers) {
    const { size } = source;
    this.#source = source;
    this.#terms = terms;
    this.lengths = {
      heavy: new Int32Array(size),
      light: new Int32Array(size),
      borne: new Int32Array(size),
    };
    this.first = new Uint32Array(size);
    this.second = new Uint32Array(size);
    this.bundles = new Uint32Array(size);
    let uncommon = 0;
    while (uncommon < terms.canonicals && terms.uses[uncommon]! > size * commonShare) uncommon += 1;
    this.#uncommon = uncommon;
  }

  look(place: number): void {
    const { canonicalOf, numberOf, heavy: heavyMost } = this.#terms;
    const size = this.#source.readTerms(place);
    const own = this.#source.terms;
    let [heavy, borne, repeats, bundle] = [0, 0, 0, 0];
    let [first, second] = [none, none];
    for (let at = 0; at < size; at++) {
      const term = own[at]!;
      const canonical = canonicalOf[term]!;
      if (canonical !== term) {
        borne += 1;
        if (isRepeat(own, size, at, canonical, canonicalOf)) {
          repeats += 1;
          continue;
        }
      }
      const number = numberOf[canonical]!;
      if (number < heavyMost) heavy += 1;
      if (number < bundledTerms) bundle |= 1 << number;
      if (number < this.#uncommon || number >= second) continue;
      second = number < first ? first : number;
      if (number < first) first = number;
    }
    this.lengths.heavy[place] = heavy;
    this.lengths.light[place] = size - repeats - heavy;
    this.lengths.borne[place] = borne;
    this.bundles[place] = bundle;
    this.first[place] = first;
    this.second[place] = second;
  }
}

type Lists = {
  readonly heavy: PackedLists<Uint16Array>;
  readonly light: PackedLists<Uint8Array>;
  /** Bytes of each cell of `light`. */
  readonly width: number;
  readonly borne: PackedLists<Int32Array>;
  /** By place: the bundle that it counts under, or `noBundle`. */
  readonly bundles: Uint32Array;
};

/** Writes what documents count under, in new numbers, one document after the other. */
class Filling {
  readonly #source: Source;
  readonly #terms: TermNumbers;
  readonly #lists: Lists;
  #toHeavy = 0;
  #toLight = 0;
  #toBorne = 0;
  // Of one document.
  #canonicals = new Int32Array(64);
  #synonyms = new Int32Array(64);

  constructor(source: Source, terms: TermNumbers, lists: Lists) {
    this.#source = source;
    this.#terms = terms;
    this.#lists = lists;
  }

  /** Heavy and light canonicals ascend; synonyms too, doubled, plus one if theirs stands beside. */
  fill(place: number): void {
    const { canonicalOf, numberOf } = this.#terms;
    const size = this.#source.readTerms(place);
    const own = this.#source.terms;
    if (size > this.#canonicals.length) {
      this.#canonicals = new Int32Array(size * 2);
      this.#synonyms = new Int32Array(size * 2);
    }
    let [counted, synonyms] = [0, 0];
    for (let at = 0; at < size; at++) {
      const term = own[at]!;
      const canonical = canonicalOf[term]!;
      if (canonical !== term) {
        const beside = stands(own, size, canonical) ? 1 : 0;
        insert(this.#synonyms, synonyms++, numberOf[term]! * 2 + beside);
        if (isRepeat(own, size, at, canonical, canonicalOf)) continue;
      }
      insert(this.#canonicals, counted++, numberOf[canonical]!);
    }
    this.#write(counted, synonyms, this.#lists.bundles[place]!);
  }

  #write(counted: number, synonyms: number, bundle: number): void {
    const { width } = this.#lists;
    const heavy = this.#lists.heavy.cells;
    const light = this.#lists.light.cells;
    const borne = this.#lists.borne.cells;
    const heavyMost = this.#terms.heavy;
    const canonicals = this.#canonicals;
    let at = 0;
    if (bundle !== noBundle) {
      heavy[this.#toHeavy++] = heavyMost + bundle;
      while (at < counted && canonicals[at]! < bundledTerms) at += 1;
    }
    for (; at < counted && canonicals[at]! < heavyMost; at++) {
      heavy[this.#toHeavy++] = canonicals[at]!;
    }
    for (; at < counted; at++) putWideCell(light, this.#toLight++, width, canonicals[at]!);
    for (at = 0; at < synonyms; at++) borne[this.#toBorne++] = this.#synonyms[at]!;
  }
}

function stands(own: Int32Array, size: number, canonical: number): boolean {
  for (let at = 0; at < size; at++) if (own[at] === canonical) return true;
  return false;
}

// Puts a value where it belongs among the ascending ones.
function insert(cells: Int32Array, size: number, value: number): void {
  let at = size;
  for (; at > 0 && cells[at - 1]! > value; at--) cells[at] = cells[at - 1]!;
  cells[at] = value;
}
