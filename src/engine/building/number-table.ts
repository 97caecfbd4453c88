// Finds numbers by the hash of what they stand for, without keys: whoever asks compares. In many
// small tables, so that none takes long to grow.

// By the high bits of the hash. A power of two.
const tables = 64;
const restBits = 26;
const restMask = 2 ** restBits - 1;
const least = 16;
// A cell is a number plus one in so many bits, and the lowest of its hash above them: what is
// sought is looked at only where it is likely to be.
const numberBits = 27;
const numberMask = 2 ** numberBits - 1;

/** Numbers from 0 by hashes of 32 bits. */
export class NumberTable {
  // 0 is empty.
  readonly #tables: Int32Array[] = [];
  readonly #sizes = new Int32Array(tables);
  readonly #is: (number: number) => boolean;
  readonly #hashOf: (number: number) => number;

  /** `is` says whether a number stands for what is sought; `hashOf` is asked when a table grows. */
  constructor(is: (number: number) => boolean, hashOf: (number: number) => number) {
    this.#is = is;
    this.#hashOf = hashOf;
  }

  /** The number that `is` holds for, or -1. */
  find(hash: number): number {
    const table = this.#tables[hash >>> restBits];
    if (table === undefined) return -1;
    for (let cell = cellOf(hash, table.length); ; ) {
      const held = table[cell]!;
      if (held === 0) return -1;
      const isLikely = (held ^ (hash << numberBits)) >>> numberBits === 0;
      if (isLikely && this.#is((held & numberMask) - 1)) return (held & numberMask) - 1;
      cell = cell + 1 === table.length ? 0 : cell + 1;
    }
  }

  /** Adds a number that is not there. */
  add(hash: number, number: number): void {
    if (number >= numberMask) throw new RangeError('too many to number');
    const which = hash >>> restBits;
    let table = this.#tables[which];
    if (table === undefined || (this.#sizes[which]! + 1) * 4 > table.length * 3) {
      table = this.#longer(which);
      this.#tables[which] = table;
    }
    this.#sizes[which]! += 1;
    put(table, hash, (hash << numberBits) | (number + 1));
  }

  #longer(which: number): Int32Array {
    const table = this.#tables[which];
    if (table === undefined) return new Int32Array(least);
    const longer = new Int32Array(table.length + (table.length >>> 1));
    for (const cell of table)
      if (cell !== 0) put(longer, this.#hashOf((cell & numberMask) - 1), cell);
    return longer;
  }
}

function put(table: Int32Array, hash: number, value: number): void {
  let cell = cellOf(hash, table.length);
  while (table[cell] !== 0) cell = cell + 1 === table.length ? 0 : cell + 1;
  table[cell] = value;
}

function cellOf(hash: number, cells: number): number {
  return Math.floor(((hash & restMask) / 2 ** restBits) * cells);
}
