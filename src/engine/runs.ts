// Many short runs of ascending numbers in one array: the terms of each document, the documents of
// each term. One array instead of one per owner, because most tags stand on a single work and a
// typed array of its own costs over 100 bytes.
import { grown } from './growth.ts';

// Room comes in steps of a quarter (1-8, 10, 12, 14, 16, 20 ...): at most 20 % of a run is spare.
const rooms = sizesOfRoom();

/** Runs by owner; owners are dense numbers, each without a run at first. */
export class Runs {
  #cells = new Int32Array(1024);
  #used = 0;
  #starts = new Int32Array(64);
  #lengths = new Int32Array(64);
  // The index into `rooms` plus one; 0 is no room at all.
  #roomOf = new Uint8Array(64);
  readonly #free: number[][] = Array.from(rooms, () => []);

  /** The cells of all runs. Stale after any change: take it anew for each reading loop. */
  get cells(): Int32Array {
    return this.#cells;
  }

  get starts(): Int32Array {
    return this.#starts;
  }

  get lengths(): Int32Array {
    return this.#lengths;
  }

  lengthOf(owner: number): number {
    return owner < this.#lengths.length ? this.#lengths[owner]! : 0;
  }

  /** A window on the run, good until the next change. */
  view(owner: number): Int32Array {
    if (owner >= this.#lengths.length) return this.#cells.subarray(0, 0);
    const start = this.#starts[owner]!;
    return this.#cells.subarray(start, start + this.#lengths[owner]!);
  }

  /** Puts the ascending values in the place of the run; an empty run gives its room back. */
  replace(owner: number, values: ArrayLike<number>): void {
    this.#reserve(owner, values.length, false);
    this.#cells.set(values, this.#starts[owner]!);
    this.#lengths[owner] = values.length;
  }

  /** Adds the value where it belongs; false if it was there. */
  insert(owner: number, value: number): boolean {
    const length = this.lengthOf(owner);
    const at = length === 0 ? 0 : this.#placeOf(owner, value);
    const found = at < length && this.#cells[this.#starts[owner]! + at] === value;
    if (found) return false;
    this.#reserve(owner, length + 1, true);
    const place = this.#starts[owner]! + at;
    this.#cells.copyWithin(place + 1, place, this.#starts[owner]! + length);
    this.#cells[place] = value;
    this.#lengths[owner] = length + 1;
    return true;
  }

  /** Takes the value out; false if it was not there. */
  remove(owner: number, value: number): boolean {
    const length = this.lengthOf(owner);
    if (length === 0) return false;
    const place = this.#starts[owner]! + this.#placeOf(owner, value);
    const end = this.#starts[owner]! + length;
    if (place >= end || this.#cells[place] !== value) return false;
    this.#cells.copyWithin(place, place + 1, end);
    this.#lengths[owner] = length - 1;
    if (length === 1) this.#reserve(owner, 0, false);
    return true;
  }

  #placeOf(owner: number, value: number): number {
    const start = this.#starts[owner]!;
    return firstNotBelow(this.#cells, value, start, start + this.#lengths[owner]!) - start;
  }

  #reserve(owner: number, length: number, keep: boolean): void {
    if (owner >= this.#lengths.length) {
      this.#starts = grown(this.#starts, owner + 1);
      this.#lengths = grown(this.#lengths, owner + 1);
      this.#roomOf = grown(this.#roomOf, owner + 1);
    }
    const had = this.#roomOf[owner]!;
    if (had > 0 && length > 0 && length <= rooms[had - 1]!) return;
    if (had === 0 && length === 0) return;
    const from = this.#starts[owner]!;
    const room = length === 0 ? 0 : firstNotBelow(rooms, length, 0, rooms.length) + 1;
    const to = room === 0 ? 0 : this.#take(room);
    if (keep) this.#cells.copyWithin(to, from, from + this.#lengths[owner]!);
    if (had > 0) this.#free[had - 1]!.push(from);
    this.#starts[owner] = to;
    this.#roomOf[owner] = room;
  }

  #take(room: number): number {
    const freed = this.#free[room - 1]!.pop();
    if (freed !== undefined) return freed;
    const start = this.#used;
    this.#used += rooms[room - 1]!;
    this.#cells = grown(this.#cells, this.#used);
    return start;
  }
}

/** The first place from `from` whose ascending value is not below `value`; `to` if all are. */
export function firstNotBelow(
  cells: ArrayLike<number>,
  value: number,
  from: number,
  to: number,
): number {
  // Documents mostly arrive in order, so the end is tried first.
  if (from < to && cells[to - 1]! < value) return to;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (cells[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sizesOfRoom(): Int32Array {
  const sizes: number[] = [1, 2, 3];
  for (let size = 4; size < 2 ** 30; size *= 2) {
    for (const quarters of [4, 5, 6, 7]) sizes.push((size * quarters) / 4);
  }
  return Int32Array.from(sizes);
}
