// Columns of numbers that grow: typed arrays with room to spare.

/** What a column's array is made by. */
type Made<Column> = { new (length: number): Column };

type Numbers = Uint8Array | Uint32Array | Float64Array;

/** The column, or a longer copy of it once it holds fewer than `size` numbers. */
export function grown<Column extends Numbers>(column: Column, size: number): Column {
  if (column.length >= size) return column;
  return resized(column, Math.max(size, Math.ceil(column.length * 1.25), 64));
}

/** A copy of that very length: longer with zeros, or cut. */
export function resized<Column extends Numbers>(column: Column, length: number): Column {
  const longer = new (column.constructor as Made<Column>)(length);
  longer.set(column.subarray(0, Math.min(length, column.length)) as never);
  return longer;
}
