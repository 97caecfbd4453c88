// What terms mean, packed under their new numbers: ids, groups, edges; and the reach of light ones.
import { setBit, wordsFor } from '../document-set.ts';
import { grown, release } from '../growth.ts';
import { cellsOf, type Packing } from '../packed/arrays.ts';
import { packEdges } from '../packed/edges.ts';
import { packIds } from '../packed/ids.ts';
import { inBlocks, listedBlock, plainBlock, scatteredBlock } from './blocks.ts';
import { radixSort } from './radix.ts';
import type { Source } from './source.ts';
import type { TermNumbers } from './term-numbers.ts';

// Terms on more documents than this are found by a table, others among those of equal use.
const searchedUse = 2;

/**
 * Packs what each term means; `order` is the old number by the new one. Ids come back by the new
 * one, to be packed by `packStretches`.
 */
export function* packMeanings(
  { taxonomy }: Source,
  packing: Packing,
  order: Int32Array,
  { numberOf, canonicalOf, canonicals }: TermNumbers,
): Generator<void, Float64Array> {
  const size = order.length;
  const ids = new Float64Array(size);
  const groups = packing.add('terms.groups', Uint8Array, size);
  const hidden = packing.add('terms.hidden', Int32Array, wordsFor(size));
  const synonyms = packing.add('synonyms.canonical', Int32Array, size - canonicals);
  const targets = new Pairs();
  const pointing = new Pairs();
  const metatags = new Pairs();
  yield* inBlocks(size, listedBlock, (from, to) => {
    for (let number = from; number < to; number++) {
      const term = order[number]!;
      ids[number] = taxonomy.idOf(term);
      groups[number] = taxonomy.groupOf(term);
      if (taxonomy.isHidden(term)) setBit(hidden, number);
      if (number >= canonicals) synonyms[number - canonicals] = numberOf[canonicalOf[term]!]!;
      const target = taxonomy.targetOf(term);
      if (target >= 0) {
        pointing.add(number, numberOf[target]!);
        // A synonym's canonical is its target unless that is a synonym too.
        if (number < canonicals || canonicalOf[term] !== target) {
          targets.add(number, numberOf[target]!);
        }
      }
      for (const metatag of taxonomy.metatagsOf(term)) metatags.add(number, numberOf[metatag]!);
    }
  });
  yield;
  yield* packEdges(packing, 'targets', targets.froms, targets.ends);
  yield;
  yield* packEdges(packing, 'metatags', metatags.froms, metatags.ends);
  yield* packReversed(packing, 'synonyms', pointing);
  yield* packReversed(packing, 'subtags', metatags);
  return ids;
}

/** Packs the ids, where terms of equal use start, and the table of those that are used more. */
export function* packStretches(
  packing: Packing,
  ids: Float64Array,
  { uses, canonicals }: TermNumbers,
): Generator<void> {
  const stretches: number[] = [];
  for (let use = searchedUse; use >= 0; use--) stretches.push(usedMoreThan(use, uses, canonicals));
  stretches.push(canonicals, uses.length);
  yield* packIds(packing, 'terms', ids, stretches[0]!, stretches);
  release(ids);
}

/**
 * How many canonicals count on at least so many documents, and the most that a light one of a
 * group does.
 */
export function* packLight(
  packing: Packing,
  { uses, heavy, canonicals }: TermNumbers,
): Generator<void> {
  const most = heavy < canonicals ? uses[heavy]! : 0;
  const reach = packing.add('light.reach', Int32Array, most + 2);
  for (let use = 0; use < reach.length; use++) {
    reach[use] = usedMoreThan(use - 1, uses, canonicals);
  }
  const groups = cellsOf(packing, 'terms.groups', Uint8Array);
  const ofGroup = packing.add('light.most', Int32Array, 256);
  yield* inBlocks(canonicals - heavy, plainBlock, (from, to) => {
    for (let light = heavy + from; light < heavy + to; light++) {
      const group = groups[light]!;
      if (uses[light]! > ofGroup[group]!) ofGroup[group] = uses[light]!;
    }
  });
}

// Canonicals stand by falling use.
function usedMoreThan(use: number, uses: Int32Array, canonicals: number): number {
  let from = 0;
  let to = canonicals;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (uses[middle]! > use) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Edges as they are found. */
class Pairs {
  #size = 0;
  #froms = new Int32Array(64);
  #ends = new Int32Array(64);

  add(from: number, end: number): void {
    this.#froms = grown(this.#froms, this.#size + 1);
    this.#ends = grown(this.#ends, this.#size + 1);
    this.#froms[this.#size] = from;
    this.#ends[this.#size++] = end;
  }

  get froms(): Int32Array {
    return this.#froms.subarray(0, this.#size);
  }

  get ends(): Int32Array {
    return this.#ends.subarray(0, this.#size);
  }
}

// The same edges from their ends: those that start nearer to the front come first.
function* packReversed(packing: Packing, name: string, pairs: Pairs): Generator<void> {
  const former = { froms: pairs.froms, ends: pairs.ends };
  const order = new Int32Array(former.froms.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  yield* radixSort(order, former.ends);
  const froms = new Int32Array(order.length);
  const ends = new Int32Array(order.length);
  yield* inBlocks(order.length, scatteredBlock, (from, to) => {
    for (let at = from; at < to; at++) {
      froms[at] = former.ends[order[at]!]!;
      ends[at] = former.froms[order[at]!]!;
    }
  });
  yield;
  yield* packEdges(packing, name, froms, ends);
  yield;
}
