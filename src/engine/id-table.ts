// From an outside id (up to 53 bits) to a dense inside number. Open addressing over two typed
// arrays: 12 bytes a cell at a load of at most 2/3, where a Map of heap numbers takes over 50.

const empty = -1;

/** Refuses, with a RangeError that names `what`, all but whole numbers from 0 to 2^53 - 1. */
export function requireId(id: number, what: string): void {
  if (!Number.isSafeInteger(id) || id < 0) throw new RangeError(`${what} ${id} is not an id`);
}

/** A table of ids. Ids must have passed `requireId`; numbers are 0 or more. */
export class IdTable {
  #keys = new Float64Array(16);
  #numbers = new Int32Array(16).fill(empty);
  #size = 0;

  /** The number kept for the id, or -1. */
  find(id: number): number {
    return this.#numbers[this.#cellOf(id)]!;
  }

  /** The number kept for the id; if there is none, keeps `number` for it. */
  findOrAdd(id: number, number: number): number {
    let cell = this.#cellOf(id);
    if (this.#numbers[cell] !== empty) return this.#numbers[cell]!;
    if ((this.#size + 1) * 3 > this.#keys.length * 2) {
      this.#double();
      cell = this.#cellOf(id);
    }
    this.#size += 1;
    this.#keys[cell] = id;
    this.#numbers[cell] = number;
    return number;
  }

  delete(id: number): void {
    const mask = this.#keys.length - 1;
    let hole = this.#cellOf(id);
    if (this.#numbers[hole] === empty) return;
    this.#size -= 1;
    // Later keys of the same chain move into the hole, so no tombstones pile up.
    for (let cell = (hole + 1) & mask; this.#numbers[cell] !== empty; cell = (cell + 1) & mask) {
      const home = hashOf(this.#keys[cell]!) & mask;
      if (((cell - home) & mask) < ((cell - hole) & mask)) continue;
      this.#keys[hole] = this.#keys[cell]!;
      this.#numbers[hole] = this.#numbers[cell]!;
      hole = cell;
    }
    this.#numbers[hole] = empty;
  }

  #cellOf(id: number): number {
    const keys = this.#keys;
    const numbers = this.#numbers;
    const mask = keys.length - 1;
    let cell = hashOf(id) & mask;
    while (numbers[cell] !== empty && keys[cell] !== id) cell = (cell + 1) & mask;
    return cell;
  }

  #double(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    this.#keys = new Float64Array(keys.length * 2);
    this.#numbers = new Int32Array(keys.length * 2).fill(empty);
    for (let at = 0; at < keys.length; at++) {
      if (numbers[at] === empty) continue;
      const cell = this.#cellOf(keys[at]!);
      this.#keys[cell] = keys[at]!;
      this.#numbers[cell] = numbers[at]!;
    }
  }
}

/** Thirty-two well-mixed bits of an id and a seed: the murmur3 finaliser over both halves. */
export function hashOf(id: number, seed = 0): number {
  let hash = mixed((id | 0) ^ mixed(seed ^ 0x9e3779b9));
  hash ^= (id / 4294967296) | 0;
  return mixed(hash);
}

function mixed(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
