// Counts of few terms out of many: open addressing over typed arrays, used again for each question.

/** Counts by term; a term that was never added counts 0. */
export class TermCounts {
  // Each term plus one; 0 is an empty cell.
  #keys = new Int32Array(1024);
  #counts = new Int32Array(1024);
  #size = 0;

  add(term: number): void {
    if ((this.#size + 1) * 2 > this.#keys.length) this.#double();
    const cell = this.#cellOf(term);
    if (this.#keys[cell] === 0) {
      this.#keys[cell] = term + 1;
      this.#size += 1;
    }
    this.#counts[cell]! += 1;
  }

  of(term: number): number {
    return this.#size === 0 ? 0 : this.#counts[this.#cellOf(term)]!;
  }

  each(take: (term: number, count: number) => void): void {
    if (this.#size === 0) return;
    for (let cell = 0; cell < this.#keys.length; cell++) {
      if (this.#keys[cell] !== 0) take(this.#keys[cell]! - 1, this.#counts[cell]!);
    }
  }

  clear(): void {
    if (this.#size === 0) return;
    this.#size = 0;
    // What one large question took is given back.
    if (this.#keys.length > 2 ** 18) {
      this.#keys = new Int32Array(1024);
      this.#counts = new Int32Array(1024);
    }
    this.#keys.fill(0);
    this.#counts.fill(0);
  }

  #cellOf(term: number): number {
    const mask = this.#keys.length - 1;
    let cell = (Math.imul(term + 1, 0x9e3779b1) >>> 7) & mask;
    while (this.#keys[cell] !== 0 && this.#keys[cell] !== term + 1) cell = (cell + 1) & mask;
    return cell;
  }

  #double(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Int32Array(keys.length * 2);
    this.#counts = new Int32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] === 0) continue;
      const cell = this.#cellOf(keys[at]! - 1);
      this.#keys[cell] = keys[at]!;
      this.#counts[cell] = counts[at]!;
    }
  }
}
