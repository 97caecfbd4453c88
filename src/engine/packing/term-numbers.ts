// New numbers for terms: canonicals by falling use, so that what is counted most lies together;
// then synonyms. Terms of equal use go by id, so that ids can be searched.
import type { Packing } from '../packed/arrays.ts';
import { packEdges } from '../packed/edges.ts';
import { packIds } from '../packed/ids.ts';
import { radixSort, radixSortWhole } from './radix.ts';
import type { Source } from './source.ts';

/** Canonicals that are counted without a thought: those that two bytes can number. */
export const heavyMost = 2 ** 16;
// Terms on more documents than this are found by a table, others among those of equal use.
const searchedUse = 2;

/** By old number: the canonical, and the new number of each. */
export type TermNumbers = {
  readonly canonicalOf: Int32Array;
  readonly numberOf: Int32Array;
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
  for (let term = 0; term < size; term++) canonicalOf[term] = taxonomy.canonicalOf(term);
  const oldUses = new Int32Array(size);
  const oldBorne = new Int32Array(size);
  for (let place = 0; place < source.size; place++) {
    if ((place & 4095) === 0) yield;
    const terms = source.termsAt(place);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!;
      oldBorne[term]! += 1;
      const canonical = canonicalOf[term]!;
      if (canonical === term || !isRepeat(terms, at, canonical, canonicalOf)) {
        oldUses[canonical]! += 1;
      }
    }
  }
  const order = Int32Array.from({ length: size }, (_, term) => term);
  const ids = Float64Array.from(order, (term) => taxonomy.idOf(term));
  radixSortWhole(order, ids, size);
  yield;
  const keys = Uint32Array.from(order.keys(), (term) =>
    canonicalOf[term] === term ? 0xfffffffe - oldUses[term]! : 0xffffffff,
  );
  radixSort(order, keys);
  yield;
  const numberOf = new Int32Array(size);
  for (let number = 0; number < size; number++) numberOf[order[number]!] = number;
  const uses = Int32Array.from(order, (term) => oldUses[term]!);
  const borne = Int32Array.from(order, (term) => oldBorne[term]!);
  let canonicals = 0;
  while (canonicals < size && canonicalOf[order[canonicals]!] === order[canonicals])
    canonicals += 1;
  const heavy = Math.min(heavyMost, canonicals);
  packMeanings(source, packing, order, numberOf, canonicalOf, canonicals);
  packStretches(packing, uses, canonicals, size);
  packLight(source, packing, order, uses, heavy, canonicals);
  packing.numbers['terms'] = size;
  packing.numbers['heavy'] = heavy;
  return { canonicalOf, numberOf, canonicals, heavy, uses, borne };
}

/** Whether the canonical of the synonym at a place counts for the document already. */
export function isRepeat(
  terms: Int32Array,
  at: number,
  canonical: number,
  canonicalOf: Int32Array,
): boolean {
  for (let other = 0; other < terms.length; other++) {
    if (terms[other] === canonical) return true;
    if (other < at && canonicalOf[terms[other]!] === canonical) return true;
  }
  return false;
}

function packMeanings(
  { taxonomy }: Source,
  packing: Packing,
  order: Int32Array,
  numberOf: Int32Array,
  canonicalOf: Int32Array,
  canonicals: number,
): void {
  const size = order.length;
  const ids = packing.add('terms.ids', Float64Array, size);
  const groups = packing.add('terms.groups', Uint8Array, size);
  const hidden: number[] = [];
  const froms: number[] = [];
  const ends: number[] = [];
  const tiers: number[] = [];
  const metatags: number[] = [];
  for (let number = 0; number < size; number++) {
    const term = order[number]!;
    ids[number] = taxonomy.idOf(term);
    groups[number] = taxonomy.groupOf(term);
    if (taxonomy.isHidden(term)) hidden.push(number);
    const target = taxonomy.targetOf(term);
    if (target >= 0) {
      froms.push(number);
      ends.push(numberOf[target]!);
    }
    for (const metatag of taxonomy.metatagsOf(term)) {
      tiers.push(number);
      metatags.push(numberOf[metatag]!);
    }
  }
  packing.add('terms.hidden', Int32Array, hidden.length).set(hidden);
  packEdges(packing, 'targets', froms, ends);
  packEdges(packing, 'metatags', tiers, metatags);
  const synonyms = packing.add('synonyms.canonical', Int32Array, size - canonicals);
  for (let number = canonicals; number < size; number++) {
    synonyms[number - canonicals] = numberOf[canonicalOf[order[number]!]!]!;
  }
}

function packStretches(packing: Packing, uses: Int32Array, canonicals: number, size: number): void {
  const stretches: number[] = [];
  let number = 0;
  for (let use = searchedUse; use >= 0; use--) {
    while (number < canonicals && uses[number]! > use) number += 1;
    stretches.push(number);
  }
  stretches.push(canonicals, size);
  packIds(packing, 'terms', stretches[0]!, stretches);
}

// How many canonicals count on at least so many documents, and the most that a light one of a
// group does.
function packLight(
  { taxonomy }: Source,
  packing: Packing,
  order: Int32Array,
  uses: Int32Array,
  heavy: number,
  canonicals: number,
): void {
  const most = heavy < canonicals ? uses[heavy]! : 0;
  const reach = packing.add('light.reach', Int32Array, most + 2);
  let number = canonicals;
  for (let use = 0; use < reach.length; use++) {
    while (number > 0 && uses[number - 1]! < use) number -= 1;
    reach[use] = number;
  }
  const ofGroup = packing.add('light.most', Int32Array, 256);
  for (let light = heavy; light < canonicals; light++) {
    const group = taxonomy.groupOf(order[light]!);
    if (uses[light]! > ofGroup[group]!) ofGroup[group] = uses[light]!;
  }
}
