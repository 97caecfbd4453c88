// Cells that come one after the other, in pieces: to grow copies little, and what is let go goes
// back at once. Pieces are so large that the system takes each back by itself.
import { type Cells, type CellsKind, grown } from '../growth.ts';

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

  at(number: number): number {
    return this.#pieces[number >>> this.#shift]![number & this.#mask]!;
  }

  set(number: number, value: number): void {
    this.#pieces[number >>> this.#shift]![number & this.#mask] = value;
  }

  push(value: number): void {
    this.room(1);
    this.set(this.length++, value);
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

  free(): void {
    for (const piece of this.#pieces) release(piece);
    this.#pieces = [];
    this.length = 0;
  }

  #longer(piece: Kind, needed: number): Kind {
    if (needed * 2 <= this.#mask) return grown(piece, needed);
    const whole = new this.#kind(this.#mask + 1);
    whole.set(piece);
    return whole;
  }
}

/** Gives the memory back now, not when it is next collected. */
export function release(cells: Cells): void {
  if (cells.buffer instanceof ArrayBuffer) cells.buffer.transfer(0);
}
