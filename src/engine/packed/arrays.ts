// The packed part of an engine: all that it held when it was last packed, as arrays by name and a
// few numbers. Never written to afterwards, but for the cells of numeric columns. Lies in shared
// memory, so that threads read one copy; is saved as it lies.
import { type Cells, type CellsKind, sharedCells } from '../growth.ts';

/** Arrays over shared memory by name, and numbers that say how to read them. */
export type Packed = {
  readonly numbers: Readonly<Record<string, number>>;
  readonly arrays: Readonly<Record<string, Cells>>;
};

/** Gathers what a packed part is made of. */
export class Packing {
  readonly numbers: Record<string, number> = {};
  readonly arrays: Record<string, Cells> = {};

  /** Adds an array of zeros in shared memory, to be filled. */
  add<Kind extends Cells>(name: string, kind: CellsKind<Kind>, length: number): Kind {
    const cells = sharedCells(kind, length);
    this.arrays[name] = cells;
    return cells;
  }
}

/** The array of the name. A wrong kind or a missing name is a fault of whoever packed. */
export function cellsOf<Kind extends Cells>(
  packed: Packed,
  name: string,
  kind: CellsKind<Kind>,
): Kind {
  const cells = packed.arrays[name];
  if (cells === undefined || cells.constructor !== kind) throw new Error(`no ${name} is packed`);
  return cells as Kind;
}

/** The number of the name; see `cellsOf`. */
export function numberOf(packed: Packed, name: string): number {
  const number = packed.numbers[name];
  if (number === undefined) throw new Error(`no ${name} is packed`);
  return number;
}
