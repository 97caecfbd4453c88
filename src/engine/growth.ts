// How the engine's arrays grow, by half, so that n additions copy O(n) cells in all; and arrays in
// memory that threads can share.

/** The kinds of array that the engine keeps anything in. */
export type Cells = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** What makes such an array. */
export type CellsKind<Kind extends Cells = Cells> = {
  new (length: number): Kind;
  new (buffer: ArrayBufferLike, from?: number, length?: number): Kind;
  readonly BYTES_PER_ELEMENT: number;
};

/** The same cells if there is room for `needed`, else a longer copy whose new cells are 0. */
export function grown<Kind extends Cells>(cells: Kind, needed: number): Kind {
  if (needed <= cells.length) return cells;
  const Longer = cells.constructor as CellsKind<Kind>;
  const longer = new Longer(Math.max(needed, 16, cells.length + (cells.length >>> 1)));
  longer.set(cells);
  return longer;
}

/** Cells in memory that threads share, all 0. */
export function sharedCells<Kind extends Cells>(Kind: CellsKind<Kind>, length: number): Kind {
  return new Kind(new SharedArrayBuffer(length * Kind.BYTES_PER_ELEMENT), 0, length);
}

/** A copy of the cells in memory that threads share. */
export function sharedCopy<Kind extends Cells>(cells: Kind): Kind {
  const copy = sharedCells(cells.constructor as CellsKind<Kind>, cells.length);
  copy.set(cells);
  return copy;
}

/** Gives the memory back now, not when it is next collected. */
export function release(cells: Cells): void {
  if (cells.buffer instanceof ArrayBuffer && cells.length > 0) cells.buffer.transfer(0);
}
