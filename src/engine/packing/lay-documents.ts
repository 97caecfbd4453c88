// New numbers for documents, near to those they share a term with, and the lists of what each
// counts under.
import type { Packing } from '../packed/arrays.ts';
import { packIds } from '../packed/ids.ts';
import { type PackedLists, packLists } from '../packed/lists.ts';
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
  const counted = new Counted(source, terms);
  const order = yield* placed(source, terms, counted);
  const size = source.size;
  packing.numbers['documents'] = size;
  const lengths = [new Int32Array(size), new Int32Array(size), new Int32Array(size)] as const;
  for (let doc = 0; doc < size; doc++) {
    if ((doc & 4095) === 0) yield;
    counted.read(order[doc]!);
    lengths[0][doc] = counted.heavy;
    lengths[1][doc] = counted.size - counted.heavy;
    lengths[2][doc] = counted.synonyms;
  }
  const heavy = packLists(packing, 'heavy', Uint16Array, lengths[0]);
  const light = packLists(packing, 'light', Int32Array, lengths[1]);
  const borne = packLists(packing, 'borne', Int32Array, lengths[2]);
  yield* filled(order, counted, heavy, light, borne);
  yield* packOwn(source, packing, order);
  return order;
}

function* filled(
  order: Int32Array,
  counted: Counted,
  heavy: PackedLists<Uint16Array>,
  light: PackedLists<Int32Array>,
  borne: PackedLists<Int32Array>,
): Generator<void> {
  let [toHeavy, toLight, toBorne] = [0, 0, 0];
  for (let doc = 0; doc < order.length; doc++) {
    if ((doc & 4095) === 0) yield;
    counted.read(order[doc]!);
    const { canonicals } = counted;
    for (let at = 0; at < counted.heavy; at++) heavy.cells[toHeavy++] = canonicals[at]!;
    for (let at = counted.heavy; at < counted.size; at++) light.cells[toLight++] = canonicals[at]!;
    for (let at = 0; at < counted.synonyms; at++) borne.cells[toBorne++] = counted.borne[at]!;
  }
}

function* placed(
  source: Source,
  terms: TermNumbers,
  counted: Counted,
): Generator<void, Int32Array> {
  const common = source.size * commonShare;
  const first = new Uint32Array(source.size).fill(0xffffffff);
  const second = new Uint32Array(source.size).fill(0xffffffff);
  const order = new Int32Array(source.size);
  for (let place = 0; place < source.size; place++) {
    if ((place & 4095) === 0) yield;
    order[place] = place;
    counted.read(place);
    let at = 0;
    while (at < counted.size && terms.uses[counted.canonicals[at]!]! > common) at += 1;
    if (at < counted.size) first[place] = counted.canonicals[at]!;
    if (at + 1 < counted.size) second[place] = counted.canonicals[at + 1]!;
  }
  radixSort(order, second);
  yield;
  radixSort(order, first);
  return order;
}

function* packOwn(source: Source, packing: Packing, order: Int32Array): Generator<void> {
  const ids = packing.add('documents.ids', Float64Array, source.size);
  const masks = new Int32Array(source.size);
  let widest = 0;
  for (let doc = 0; doc < source.size; doc++) {
    ids[doc] = source.idAt(order[doc]!);
    masks[doc] = source.audienceAt(order[doc]!);
    widest = Math.max(widest, masks[doc]! >>> 0);
  }
  yield;
  packIds(packing, 'documents', source.size, []);
  const kind = widest < 256 ? Uint8Array : Int32Array;
  packing.add<Uint8Array | Int32Array>('documents.audiences', kind, source.size).set(masks);
}

/** What a document counts under, in new numbers, one document at a time. */
class Counted {
  /** Ascending: the heavy ones first. */
  canonicals = new Int32Array(64);
  size = 0;
  heavy = 0;
  /** Its own synonyms, ascending, each doubled, plus one if the canonical stands beside it. */
  borne = new Int32Array(64);
  synonyms = 0;
  readonly #source: Source;
  readonly #terms: TermNumbers;

  constructor(source: Source, terms: TermNumbers) {
    this.#source = source;
    this.#terms = terms;
  }

  read(place: number): void {
    const { canonicalOf, numberOf, heavy } = this.#terms;
    const own = this.#source.termsAt(place);
    if (own.length > this.canonicals.length) {
      this.canonicals = new Int32Array(own.length * 2);
      this.borne = new Int32Array(own.length * 2);
    }
    this.size = 0;
    this.synonyms = 0;
    for (let at = 0; at < own.length; at++) {
      const term = own[at]!;
      const canonical = canonicalOf[term]!;
      if (canonical !== term) {
        const beside = own.includes(canonical) ? 1 : 0;
        insert(this.borne, this.synonyms++, numberOf[term]! * 2 + beside);
        if (isRepeat(own, at, canonical, canonicalOf)) continue;
      }
      insert(this.canonicals, this.size++, numberOf[canonical]!);
    }
    this.heavy = 0;
    while (this.heavy < this.size && this.canonicals[this.heavy]! < heavy) this.heavy += 1;
  }
}

function insert(cells: Int32Array, size: number, value: number): void {
  let at = size;
  for (; at > 0 && cells[at - 1]! > value; at--) cells[at] = cells[at - 1]!;
  cells[at] = value;
}
