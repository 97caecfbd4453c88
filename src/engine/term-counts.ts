// Counts of few terms out of many: open addressing over typed arrays, used again for each question.

const fewest = 1024;
// What one large question took is given back.
const keptMost = 2 ** 18;

/** Counts by term; a term that was never added counts 0. */
export class TermCounts {
  // Each term plus one; 0 is an empty cell.
  #keys = new Int32Array(fewest);
  #counts = new Int32Array(fewest);
  // The cells that are taken, so that nobody looks at the others.
  #taken = new Int32Array(fewest / 2);
  #size = 0;

  add(term: number): void {
    if (this.#size === this.#taken.length) this.#double();
    const cell = this.#cellOf(term);
    if (this.#keys[cell] === 0) {
      this.#keys[cell] = term + 1;
      this.#taken[this.#size++] = cell;
    }
    this.#counts[cell]! += 1;
  }

  of(term: number): number {
    return this.#size === 0 ? 0 : this.#counts[this.#cellOf(term)]!;
  }

  /** In the order in which they were first added. */
  each(take: (term: number, count: number) => void): void {
    for (let at = 0; at < this.#size; at++) {
      const cell = this.#taken[at]!;
      take(this.#keys[cell]! - 1, this.#counts[cell]!);
    }
  }

  clear(): void {
    if (this.#keys.length > keptMost) {
      this.#keys = new Int32Array(fewest);
      this.#counts = new Int32Array(fewest);
      this.#taken = new Int32Array(fewest / 2);
    } else {
      for (let at = 0; at < this.#size; at++) {
        const cell = this.#taken[at]!;
        this.#keys[cell] = 0;
        this.#counts[cell] = 0;
      }
    }
    this.#size = 0;
  }

  #cellOf(term: number): number {
    const mask = this.#keys.length - 1;
    let cell = (Math.imul(term + 1, 0x9e3779b1) >>> 7) & mask;
    while (this.#keys[cell] !== 0 && this.#keys[cell] !== term + 1) cell = (cell + 1) & mask;
    return cell;
  }

  #double(): void {
    const [keys, counts, taken] = [this.#keys, this.#counts, this.#taken];
    this.#keys = new Int32Array(keys.length * 2);
    this.#counts = new Int32Array(keys.length * 2);
    this.#taken = new Int32Array(keys.length);
    for (let at = 0; at < this.#size; at++) {
      const before = taken[at]!;
      const cell = this.#cellOf(keys[before]! - 1);
      this.#keys[cell] = keys[before]!;
      this.#counts[cell] = counts[before]!;
      this.#taken[at] = cell;
    }
  }
}
