// Cells that come one after the other, in pieces: to grow copies little, and what is let go goes
// back at once. Pieces are so large that the system takes each back by itself.
import { type Cells, type CellsKind, grown, release } from '../growth.ts';

// Of bytes. Allocators keep freed pieces below 32 MB for themselves.
const pieceBytes = 2 ** 26;

/** Cells of one kind; each number below `length` has one. */
export class Pieces<Kind extends Cells> {
  length = 0;
  readonly #kind: CellsKind<Kind>;
  readonly #shift: number;
  readonly #mask: number;
  #pieces: Kind[];

  constructor(kind: CellsKind<Kind>) {
    this.#kind = kind;
    this.#shift = Math.log2(pieceBytes / kind.BYTES_PER_ELEMENT);
    this.#mask = 2 ** this.#shift - 1;
    this.#pieces = [new kind(0)];
  }

  /** Makes room for so many more that lie in one piece; says where the first of them goes. */
  room(more: number): number {
    if (more > this.#mask + 1) throw new RangeError('too much for one piece');
    let start = this.length & this.#mask;
    if (start + more > this.#mask + 1) {
      this.length += this.#mask + 1 - start;
      start = 0;
    }
    const which = this.length >>> this.#shift;
    // The first piece starts small: most archives are.
    if (which > 0 && this.#pieces[which] === undefined) {
      this.#pieces[which] = new this.#kind(this.#mask + 1);
    }
    const piece = this.#pieces[which]!;
    if (start + more > piece.length) this.#pieces[which] = this.#longer(piece, start + more);
    return this.length;
  }

  /** The piece that a number lies in, and where. */
  pieceOf(number: number): Kind {
    return this.#pieces[number >>> this.#shift]!;
  }

  placeOf(number: number): number {
    return number & this.#mask;
  }

  /** Where the next one goes, made room for and counted. */
  next(): number {
    const number = this.room(1);
    this.length = number + 1;
    return number;
  }

  /** In slices: a piece takes the system some milliseconds. */
  *free(): Generator<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.length = 0;
    for (const piece of pieces) {
      release(piece);
      yield;
    }
  }

  #longer(piece: Kind, needed: number): Kind {
    if (needed * 2 <= this.#mask) return grown(piece, needed);
    const whole = new this.#kind(this.#mask + 1);
    whole.set(piece);
    return whole;
  }
}

// One function for each kind, so that each is compiled for that kind alone.

/** The cell of a number. */
export function doubleAt(cells: Pieces<Float64Array>, number: number): number {
  return cells.pieceOf(number)[cells.placeOf(number)]!;
}

/** The cell of a number. */
export function byteAt(cells: Pieces<Uint8Array>, number: number): number {
  return cells.pieceOf(number)[cells.placeOf(number)]!;
}

/** The cell of a number. */
export function integerAt(cells: Pieces<Int32Array>, number: number): number {
  return cells.pieceOf(number)[cells.placeOf(number)]!;
}

/** The cell of a number. */
export function naturalAt(cells: Pieces<Uint32Array>, number: number): number {
  return cells.pieceOf(number)[cells.placeOf(number)]!;
}

/** Puts a value behind all others. */
export function pushDouble(cells: Pieces<Float64Array>, value: number): void {
  const number = cells.next();
  cells.pieceOf(number)[cells.placeOf(number)] = value;
}

/** Puts a value behind all others. */
export function pushByte(cells: Pieces<Uint8Array>, value: number): void {
  const number = cells.next();
  cells.pieceOf(number)[cells.placeOf(number)] = value;
}

/** Puts a value behind all others. */
export function pushInteger(cells: Pieces<Int32Array>, value: number): void {
  const number = cells.next();
  cells.pieceOf(number)[cells.placeOf(number)] = value;
}

/** Puts a value behind all others. */
export function pushNatural(cells: Pieces<Uint32Array>, value: number): void {
  const number = cells.next();
  cells.pieceOf(number)[cells.placeOf(number)] = value;
}
