// New numbers for terms: canonicals by falling use, so that what is counted most lies together;
// then synonyms. Terms of equal use go by id, so that ids can be searched.
import type { Packing } from '../packed/arrays.ts';
import { bundlesMost } from '../packed/bundles.ts';
import { inBlocks, listedBlock, plainBlock, scatteredBlock } from './blocks.ts';
import { packLight, packMeanings, packStretches } from './meanings.ts';
import { radixSort, radixSortWhole } from './radix.ts';
import type { Source } from './source.ts';

// Canonicals that are counted without a thought: two bytes number them and the bundles.
const heavyMost = 2 ** 16 - bundlesMost;

/** What packing knows of terms; what it needs no more is emptied on the way. */
export type TermNumbers = {
  /** By old number: the canonical, and the new number of each. */
  readonly canonicalOf: Int32Array;
  readonly numberOf: Int32Array;
  /** Canonicals have the numbers below. */
  readonly canonicals: number;
  readonly heavy: number;
  /** By new number: on how many documents the canonical counts, and the term itself stands. */
  readonly uses: Int32Array;
  readonly borne: Int32Array;
};

/** Numbers the terms and packs what they mean. */
export function* numberTerms(source: Source, packing: Packing): Generator<void, TermNumbers> {
  const { taxonomy } = source;
  const size = taxonomy.size;
  const canonicalOf = new Int32Array(size);
  yield* inBlocks(size, plainBlock, (from, to) => {
    for (let term = from; term < to; term++) canonicalOf[term] = taxonomy.canonicalOf(term);
  });
  const counts = { uses: new Int32Array(size), borne: new Int32Array(size) };
  yield* inBlocks(source.size, listedBlock, (from, to) => {
    countUses(source, canonicalOf, counts, from, to);
  });
  const order = yield* ordered(source, canonicalOf, counts.uses);
  yield;
  const numberOf = new Int32Array(size);
  const terms: TermNumbers = {
    canonicalOf,
    numberOf,
    canonicals: canonicalsAmong(order, canonicalOf),
    heavy: 0,
    uses: new Int32Array(size),
    borne: new Int32Array(size),
  };
  yield* inBlocks(size, scatteredBlock, (from, to) => {
    for (let number = from; number < to; number++) {
      const term = order[number]!;
      numberOf[term] = number;
      terms.uses[number] = counts.uses[term]!;
      terms.borne[number] = counts.borne[term]!;
    }
  });
  const numbered = { ...terms, heavy: Math.min(heavyMost, terms.canonicals) };
  packing.numbers['terms'] = size;
  packing.numbers['heavy'] = numbered.heavy;
  const ids = yield* packMeanings(source, packing, order, numbered);
  yield* packStretches(packing, ids, numbered);
  yield* packLight(packing, numbered);
  return numbered;
}

/** Whether the canonical of the synonym at a place counts for the document already. */
export function isRepeat(
  terms: Int32Array,
  size: number,
  at: number,
  canonical: number,
  canonicalOf: Int32Array,
): boolean {
  for (let other = 0; other < size; other++) {
    if (terms[other] === canonical) return true;
    if (other < at && canonicalOf[terms[other]!] === canonical) return true;
  }
  return false;
}

function countUses(
  source: Source,
  canonicalOf: Int32Array,
  { uses, borne }: { readonly uses: Int32Array; readonly borne: Int32Array },
  from: number,
  to: number,
): void {
  for (let place = from; place < to; place++) {
    const size = source.readTerms(place);
    const terms = source.terms;
    for (let at = 0; at < size; at++) {
      const term = terms[at]!;
      borne[term]! += 1;
      const canonical = canonicalOf[term]!;
      if (canonical === term || !isRepeat(terms, size, at, canonical, canonicalOf)) {
        uses[canonical]! += 1;
      }
    }
  }
}

// Old numbers by new number.
function* ordered(
  { taxonomy }: Source,
  canonicalOf: Int32Array,
  uses: Int32Array,
): Generator<void, Int32Array> {
  const size = uses.length;
  const order = new Int32Array(size);
  const ids = new Float64Array(size);
  yield* inBlocks(size, scatteredBlock, (from, to) => {
    for (let term = from; term < to; term++) {
      order[term] = term;
      ids[term] = taxonomy.idOf(term);
    }
  });
  yield* radixSortWhole(order, ids, size);
  const keys = new Uint32Array(size);
  yield* inBlocks(size, plainBlock, (from, to) => {
    for (let term = from; term < to; term++) {
      keys[term] = canonicalOf[term] === term ? 0xfffffffe - uses[term]! : 0xffffffff;
    }
  });
  yield* radixSort(order, keys);
  return order;
}

function canonicalsAmong(order: Int32Array, canonicalOf: Int32Array): number {
  let from = 0;
  let to = order.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (canonicalOf[order[middle]!] === order[middle]) from = middle + 1;
    else to = middle;
  }
  return from;
}
