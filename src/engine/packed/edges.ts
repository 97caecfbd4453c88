// Edges between terms, of which few terms have any: the terms that have, ascending, and their ends.
import { hasBit, setBit, wordsFor } from '../document-set.ts';
import { firstNotBelow } from '../runs.ts';
import { cellsOf, type Packed, type Packing } from './arrays.ts';

// A millisecond or so.
const edgesAtOnce = 2 ** 17;

/** From a term to the terms at the other ends. */
export class PackedEdges {
  readonly #keys: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  // Most terms have no edge, and most questions are about those.
  readonly #bits: Int32Array;

  constructor(packed: Packed, name: string) {
    this.#keys = cellsOf(packed, `${name}.keys`, Int32Array);
    this.#starts = cellsOf(packed, `${name}.starts`, Int32Array);
    this.#ends = cellsOf(packed, `${name}.ends`, Int32Array);
    this.#bits = cellsOf(packed, `${name}.bits`, Int32Array);
  }

  has(term: number): boolean {
    return hasBit(this.#bits, term);
  }

  of(term: number): Int32Array {
    if (!this.has(term)) return this.#ends.subarray(0, 0);
    const at = firstNotBelow(this.#keys, term, 0, this.#keys.length);
    return this.#ends.subarray(this.#starts[at]!, this.#starts[at + 1]!);
  }
}

/** Packs pairs of a term and an end, in slices: in ascending order of terms, ends as they come. */
export function* packEdges(
  packing: Packing,
  name: string,
  froms: Int32Array,
  ends: Int32Array,
): Generator<void> {
  let keys = 0;
  for (let at = 0; at < froms.length; at++) {
    if (at === 0 || froms[at] !== froms[at - 1]) keys += 1;
    if (at % edgesAtOnce === edgesAtOnce - 1) yield;
  }
  const packedKeys = packing.add(`${name}.keys`, Int32Array, keys);
  const starts = packing.add(`${name}.starts`, Int32Array, keys + 1);
  const packedEnds = packing.add(`${name}.ends`, Int32Array, froms.length);
  let key = 0;
  for (let at = 0; at < froms.length; at++) {
    packedEnds[at] = ends[at]!;
    if (at % edgesAtOnce === edgesAtOnce - 1) yield;
    if (at > 0 && froms[at] === froms[at - 1]) continue;
    packedKeys[key] = froms[at]!;
    starts[key++] = at;
  }
  starts[keys] = froms.length;
  const bits = packing.add(
    `${name}.bits`,
    Int32Array,
    keys === 0 ? 0 : wordsFor(packedKeys[keys - 1]! + 1),
  );
  for (let at = 0; at < keys; at++) {
    setBit(bits, packedKeys[at]!);
    if (at % edgesAtOnce === edgesAtOnce - 1) yield;
  }
}
