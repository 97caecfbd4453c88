// The numbers that documents are ranged and sorted by. Packed ones lie in cells as narrow as hold
// them exactly: value = offset + cell * scale. They are the one thing packed that changes in place.
import { type DocumentSet, filtered } from './document-set.ts';
import { grown } from './growth.ts';
import { cellsOf, numberOf, type Packed } from './packed/arrays.ts';

/** Cells of a packed column; in whole cells the highest two values stand for what follows. */
export type ColumnCells = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** What is below the highest value of a cell by 0: null; by 1: kept beside the cells. */
export const beside = 1;

/** One column by document; null is NaN, so only finite numbers are taken. */
export class Column {
  readonly name: string;
  readonly #packed: number;
  readonly #cells: ColumnCells;
  // What is above the sixteen bits of cells of three bytes; empty where they are of others.
  readonly #high: Uint8Array;
  readonly #offset: number;
  readonly #scale: number;
  // Of whole cells the value that stands for null; infinite where cells hold any number.
  readonly #none: number;
  readonly #beside = new Map<number, number>();
  #fresh = new Float64Array(0);

  constructor(packed: Packed, name: string) {
    this.name = name;
    this.#packed = numberOf(packed, 'documents');
    this.#cells = packed.arrays[`column.${name}`] as ColumnCells;
    this.#offset = numberOf(packed, `column.${name}.offset`);
    this.#scale = numberOf(packed, `column.${name}.scale`);
    this.#high = cellsOf(packed, `column.${name}.high`, Uint8Array);
    this.#none = noneOf(this.#cells, this.#high);
  }

  /** NaN for null. */
  at(doc: number): number {
    if (doc >= this.#packed) return this.#fresh[doc - this.#packed]!;
    const cell = this.#cellAt(doc);
    if (this.#none === Number.POSITIVE_INFINITY) return cell;
    if (cell < this.#none - beside) return this.#offset + cell * this.#scale;
    return cell === this.#none ? Number.NaN : this.#beside.get(doc)!;
  }

  /** Sets the number of a document that is not packed. */
  setFresh(doc: number, value: number): void {
    const at = doc - this.#packed;
    const before = this.#fresh.length;
    this.#fresh = grown(this.#fresh, at + 1);
    this.#fresh.fill(Number.NaN, before);
    this.#fresh[at] = value;
  }

  /**
   * Sets the number of a packed document. `writes` is false where another thread writes the cells
   * and is told of the change first.
   */
  setPacked(doc: number, value: number, writes: boolean): void {
    this.#beside.delete(doc);
    let cell = value;
    if (this.#none !== Number.POSITIVE_INFINITY) {
      const steps = (value - this.#offset) / this.#scale;
      const fits = Number.isInteger(steps) && steps >= 0 && steps < this.#none - beside;
      if (Number.isNaN(value)) cell = this.#none;
      else if (fits && this.#offset + steps * this.#scale === value) cell = steps;
      else {
        this.#beside.set(doc, value);
        cell = this.#none - beside;
      }
    }
    if (!writes) return;
    this.#cells[doc] = cell;
    if (this.#high.length > 0) this.#high[doc] = cell >>> 16;
  }

  #cellAt(doc: number): number {
    const cell = this.#cells[doc]!;
    return this.#high.length === 0 ? cell : cell | (this.#high[doc]! << 16);
  }

  /** Packed documents whose number is kept beside the cells. */
  besides(): Iterable<number> {
    return this.#beside.keys();
  }

  /** The documents of `within` whose number lies between both ends, which are included. */
  inRange(within: DocumentSet, min: number, max: number): DocumentSet {
    const isWhole = this.#none !== Number.POSITIVE_INFINITY;
    // NaN, which stands for null, is within no bounds.
    const test = (doc: number): boolean => this.at(doc) >= min && this.at(doc) <= max;
    if (!isWhole) return filtered(within, test);
    const low = Math.ceil((min - this.#offset) / this.#scale);
    const most = this.#none - beside - 1;
    const high = Math.min(Math.floor((max - this.#offset) / this.#scale), most);
    const unsure = this.#beside.size > 0 ? most + 1 : Number.POSITIVE_INFINITY;
    const packed = this.#packed;
    return filtered(within, (doc) => {
      if (doc >= packed) return test(doc);
      const cell = this.#cellAt(doc);
      return (cell >= low && cell <= high) || (cell === unsure && test(doc));
    });
  }
}

/** The columns of an engine by name. */
export class Columns {
  readonly names: readonly string[];
  readonly #columns: ReadonlyMap<string, Column>;

  constructor(packed: Packed, names: readonly string[]) {
    this.names = [...names];
    this.#columns = new Map(names.map((name) => [name, new Column(packed, name)]));
  }

  /** Refuses a column not named at creation. */
  of(name: string): Column {
    const column = this.#columns.get(name);
    if (column === undefined) throw new RangeError(`there is no column "${name}"`);
    return column;
  }
}

/** Of cells of a kind, the value that stands for null; infinite where NaN does. */
export function noneOf(cells: ColumnCells, high: Uint8Array): number {
  if (cells instanceof Float64Array) return Number.POSITIVE_INFINITY;
  const bytes = cells.BYTES_PER_ELEMENT + (high.length > 0 ? 1 : 0);
  return 2 ** (8 * bytes) - 1;
}

/** Refuses what is neither null nor a finite number. */
export function requireValue(name: string, value: number | null): void {
  if (value !== null && !Number.isFinite(value)) {
    throw new RangeError(`column "${name}" cannot hold ${value}`);
  }
}
