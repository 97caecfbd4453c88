// One numeric column as a builder takes it: a run of documents at a time is kept in cells as narrow
// as hold it exactly.
import { Pieces } from './pieces.ts';

// Documents in a run: 8 bytes each until it is closed.
const runLength = 2 ** 14;

type Narrow = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type Kept = {
  readonly pieces: Pieces<Narrow>;
  readonly start: number;
  readonly offset: number;
  readonly scale: number;
  /** The cell that stands for null; NaN does in cells of any number. */
  readonly none: number;
};

/** Numbers in the order they come; NaN for null. */
export class GatheredColumn {
  #open = new Float64Array(64);
  #openSize = 0;
  readonly #runs: Kept[] = [];
  readonly #byWidth = {
    1: new Pieces<Narrow>(Uint8Array),
    2: new Pieces<Narrow>(Uint16Array),
    4: new Pieces<Narrow>(Uint32Array),
    8: new Pieces<Narrow>(Float64Array),
  };

  push(value: number): void {
    if (this.#openSize === this.#open.length) this.#widen();
    this.#open[this.#openSize++] = value;
  }

  at(place: number): number {
    const run = Math.floor(place / runLength);
    if (run >= this.#runs.length) return this.#open[place % runLength]!;
    const { pieces, start, offset, scale, none } = this.#runs[run]!;
    const cell = pieces.pieceOf(start)[pieces.placeOf(start) + (place % runLength)]!;
    if (Number.isNaN(none)) return cell;
    return cell === none ? Number.NaN : offset + cell * scale;
  }

  *free(): Generator<void> {
    for (const cells of Object.values(this.#byWidth)) yield* cells.free();
    this.#runs.length = 0;
  }

  #widen(): void {
    if (this.#openSize === runLength) {
      this.#runs.push(this.#narrowed());
      this.#openSize = 0;
      return;
    }
    const wider = new Float64Array(this.#open.length * 2);
    wider.set(this.#open);
    this.#open = wider;
  }

  #narrowed(): Kept {
    const open = this.#open;
    const { offset, scale, most } = spreadOf(open);
    const width = most < 255 ? 1 : most < 65_535 ? 2 : most < 4_294_967_295 ? 4 : 8;
    const pieces = this.#byWidth[width];
    const start = pieces.room(runLength);
    pieces.length += runLength;
    const from = pieces.placeOf(start);
    const cells = pieces.pieceOf(start);
    const none = width === 8 ? Number.NaN : 2 ** (8 * width) - 1;
    for (let at = 0; at < runLength; at++) {
      const value = open[at]!;
      if (width === 8) cells[from + at] = value;
      else cells[from + at] = Number.isNaN(value) ? none : (value - offset) / scale;
    }
    return { pieces, start, offset, scale, none };
  }
}

// Steps that times often are apart, in milliseconds: days, seconds.
const steps = [86_400_000, 1000, 1];

/** The least value and a step that all are away from it by. */
function spreadOf(values: Float64Array): { offset: number; scale: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let isWhole = true;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (Number.isNaN(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) isWhole = false;
  }
  if (least > most) return { offset: 0, scale: 1, most: 0 };
  if (!isWhole || !Number.isSafeInteger(most - least)) {
    return { offset: 0, scale: 1, most: Number.POSITIVE_INFINITY };
  }
  const isStep = (step: number) =>
    values.every((value) => Number.isNaN(value) || (value - least) % step === 0);
  const scale = steps.find(isStep)!;
  return { offset: least, scale, most: (most - least) / scale };
}
