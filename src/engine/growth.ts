// How the engine's arrays grow: by half, so that n additions copy O(n) cells in all.

type Cells = Int32Array | Uint8Array | Float64Array;

/** The same cells if there is room for `needed`, else a longer copy whose new cells are 0. */
export function grown<Kind extends Cells>(cells: Kind, needed: number): Kind {
  if (needed <= cells.length) return cells;
  const Longer = cells.constructor as new (length: number) => Kind;
  const longer = new Longer(Math.max(needed, 16, cells.length + (cells.length >>> 1)));
  longer.set(cells);
  return longer;
}
