// A list of cells for each document, one after the other in one array: a length for each and a
// start for every eighth, where a start for each would take four times the memory.
import type { CellsKind } from '../growth.ts';
import { cellsOf, type Packed, type Packing } from './arrays.ts';

type ListCells = Uint8Array | Uint16Array | Int32Array;
type Lengths = Uint8Array | Uint16Array | Int32Array;

/** Documents that share a start. A power of two, and no more than 32. */
export const listsOfBlock = 8;
const narrowWidth = 3;
// Some milliseconds.
const laidAtOnce = 2 ** 16;

/** Lists by document. */
export class PackedLists<Kind extends ListCells> {
  readonly cells: Kind;
  readonly lengths: Lengths;
  /** Where the list of every eighth document starts. */
  readonly blocks: Uint32Array;

  constructor(packed: Packed, name: string, kind: CellsKind<Kind>) {
    this.cells = cellsOf(packed, `${name}.cells`, kind);
    this.lengths = packed.arrays[`${name}.lengths`] as Lengths;
    this.blocks = cellsOf(packed, `${name}.blocks`, Uint32Array);
  }

  startOf(doc: number): number {
    const { lengths } = this;
    let start = this.blocks[doc >>> 3]!;
    for (let at = doc & ~7; at < doc; at++) start += lengths[at]!;
    return start;
  }
}

/**
 * The cell at a place where each takes `width` bytes, three or four. Those of a document lie
 * together, as in two arrays side by side they would not.
 */
export function wideCell(bytes: Uint8Array, place: number, width: number): number {
  const at = place * width;
  const low = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  return width === narrowWidth ? low : low | (bytes[at + 3]! << 24);
}

/** Writes what `wideCell` reads. */
export function putWideCell(bytes: Uint8Array, place: number, width: number, cell: number): void {
  const at = place * width;
  bytes[at] = cell;
  bytes[at + 1] = cell >>> 8;
  bytes[at + 2] = cell >>> 16;
  if (width !== narrowWidth) bytes[at + 3] = cell >>> 24;
}

/** Bytes of each cell where all are below a bound. */
export function widthFor(bound: number): number {
  return bound <= 2 ** (8 * narrowWidth) ? narrowWidth : narrowWidth + 1;
}

/**
 * Room for lists, in slices: `given` are the lengths by place, `order` the places by document. Each
 * cell takes `width` of the array's.
 */
export function* packLists<Kind extends ListCells>(
  packing: Packing,
  name: string,
  kind: CellsKind<Kind>,
  given: Int32Array,
  order: Int32Array,
  width = 1,
): Generator<void, PackedLists<Kind>> {
  let longest = 0;
  for (let from = 0; from < given.length; from += laidAtOnce) {
    const to = Math.min(given.length, from + laidAtOnce);
    for (let place = from; place < to; place++) longest = Math.max(longest, given[place]!);
    yield;
  }
  const narrow = longest < 2 ** 8 ? Uint8Array : longest < 2 ** 16 ? Uint16Array : Int32Array;
  const lengths = packing.add<Lengths>(
    `${name}.lengths`,
    narrow as CellsKind<Lengths>,
    given.length,
  );
  const blocks = packing.add(`${name}.blocks`, Uint32Array, Math.ceil(given.length / listsOfBlock));
  let total = 0;
  for (let from = 0; from < given.length; from += laidAtOnce) {
    if (from > 0) yield;
    const to = Math.min(given.length, from + laidAtOnce);
    for (let doc = from; doc < to; doc++) {
      const length = given[order[doc]!]!;
      if ((doc & (listsOfBlock - 1)) === 0) blocks[doc >>> 3] = total;
      lengths[doc] = length;
      total += length;
    }
  }
  packing.add(`${name}.cells`, kind, total * width);
  return new PackedLists(packing, name, kind);
}
