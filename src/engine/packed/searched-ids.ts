// Ids in stretches that ascend, each as what it is above the least of its block: ids are random, so
// that a block of millions of them spans little, and five bytes do where a number takes eight.
import type { CellsKind } from '../growth.ts';
import { cellsOf, type Packed, type Packing } from './arrays.ts';

type High = Uint8Array | Uint16Array | Uint32Array;

/** Ids that share a block: a power of two. Each stretch starts one. */
const blockBits = 5;
const idsOfBlock = 2 ** blockBits;
const lowSpan = 2 ** 32;
// Some milliseconds.
const packedAtOnce = 2 ** 17;

/** Ids by number, from the start of the first stretch to the end of the last. */
export class SearchedIds {
  readonly #stretches: Int32Array;
  readonly #bases: Float64Array;
  readonly #low: Uint32Array;
  // Empty where all lie within 32 bits of their base.
  readonly #high: High;
  // By stretch: the first of its blocks.
  readonly #blocks: Int32Array;

  /** `stretches`: where each starts, and where the last one ends. */
  constructor(packed: Packed, name: string, stretches: Int32Array) {
    this.#stretches = stretches;
    this.#bases = cellsOf(packed, `${name}.bases`, Float64Array);
    this.#low = cellsOf(packed, `${name}.low`, Uint32Array);
    this.#high = packed.arrays[`${name}.high`] as High;
    this.#blocks = blocksOf(stretches);
  }

  at(number: number): number {
    const stretches = this.#stretches;
    let stretch = 0;
    while (number >= stretches[stretch + 1]!) stretch += 1;
    const block = this.#blocks[stretch]! + ((number - stretches[stretch]!) >>> blockBits);
    const place = number - stretches[0]!;
    const high = this.#high.length === 0 ? 0 : this.#high[place]!;
    return this.#bases[block]! + this.#low[place]! + high * lowSpan;
  }
}

/** Packs the ids, which ascend within each stretch, in slices. */
export function* packSearchedIds(
  packing: Packing,
  name: string,
  ids: Float64Array,
  stretches: Int32Array,
): Generator<void> {
  const blocks = blocksOf(stretches);
  const bases = packing.add(`${name}.bases`, Float64Array, blocks.at(-1) ?? 0);
  let widest = 0;
  yield* eachBlock(stretches, (from, to, stretch) => {
    const block = blocks[stretch]! + ((from - stretches[stretch]!) >>> blockBits);
    bases[block] = ids[from]!;
    widest = Math.max(widest, ids[to - 1]! - ids[from]!);
  });
  const first = stretches[0] ?? 0;
  const size = (stretches.at(-1) ?? 0) - first;
  const low = packing.add(`${name}.low`, Uint32Array, size);
  const kind = widest < 2 ** 40 ? Uint8Array : widest < 2 ** 48 ? Uint16Array : Uint32Array;
  const isWide = widest >= lowSpan;
  const high = packing.add<High>(`${name}.high`, kind as CellsKind<High>, isWide ? size : 0);
  yield* eachBlock(stretches, (from, to) => {
    const base = ids[from]!;
    for (let number = from; number < to; number++) {
      const above = ids[number]! - base;
      low[number - first] = above % lowSpan;
      if (isWide) high[number - first] = Math.floor(above / lowSpan);
    }
  });
}

function* eachBlock(
  stretches: Int32Array,
  take: (from: number, to: number, stretch: number) => void,
): Generator<void> {
  let since = 0;
  for (let stretch = 0; stretch + 1 < stretches.length; stretch++) {
    const end = stretches[stretch + 1]!;
    for (let from = stretches[stretch]!; from < end; from += idsOfBlock) {
      take(from, Math.min(end, from + idsOfBlock), stretch);
      since += idsOfBlock;
      if (since < packedAtOnce) continue;
      since = 0;
      yield;
    }
  }
}

// How many blocks come before each stretch, and in all.
function blocksOf(stretches: Int32Array): Int32Array {
  const blocks = new Int32Array(stretches.length);
  for (let stretch = 0; stretch + 1 < stretches.length; stretch++) {
    const size = stretches[stretch + 1]! - stretches[stretch]!;
    blocks[stretch + 1] = blocks[stretch]! + Math.ceil(size / idsOfBlock);
  }
  return blocks;
}
