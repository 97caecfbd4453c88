// Edges between tags, walked from either end: sorted pairs of places, with what has changed since
// beside them. Some 16 bytes an edge.

/** Edges between places below 2^26: a pair of them is one number that sorts as the pair does. */
const second = 2 ** 26;

// So many changes, and an eighth of the edges, wait before all is sorted anew.
const changesMax = 1024;

/** Edges from what stands above to what stands below. */
export class EdgeSet {
  readonly #up = new Side();
  readonly #down = new Side();
  #version = 0;

  /** Another number after each change. */
  get version(): number {
    return this.#version;
  }

  /** Replaces everything: the edges at the same index of the two lists. */
  load(above: readonly number[], below: readonly number[]): void {
    this.#version += 1;
    this.#up.load(below, above);
    this.#down.load(above, below);
  }

  /** All edges as they are now, as `restore` takes them. */
  saved(): { readonly up: Float64Array; readonly down: Float64Array } {
    return { up: this.#up.settled(), down: this.#down.settled() };
  }

  restore(up: Float64Array, down: Float64Array): void {
    this.#version += 1;
    this.#up.restore(up);
    this.#down.restore(down);
  }

  add(above: number, below: number): void {
    this.#version += 1;
    this.#up.add(below, above);
    this.#down.add(above, below);
  }

  /** What stands directly above. */
  above(place: number): number[] {
    return this.#up.of(place);
  }

  /** What stands directly below. */
  below(place: number): number[] {
    return this.#down.of(place);
  }

  /** Forgets what stands above the place. */
  clearAbove(place: number): void {
    for (const above of this.above(place)) this.#remove(above, place);
  }

  /** Gives the edges of one place to another. */
  move(from: number, to: number): void {
    const [above, below] = [this.above(from), this.below(from)];
    for (const each of above) {
      this.#remove(each, from);
      this.add(each, to);
    }
    for (const each of below) {
      this.#remove(from, each);
      this.add(to, each);
    }
  }

  #remove(above: number, below: number): void {
    this.#version += 1;
    this.#up.remove(below, above);
    this.#down.remove(above, below);
  }
}

/** Pairs by their first. */
class Side {
  // Another array after each change.
  #pairs = new Float64Array();
  readonly #added = new Map<number, Set<number>>();
  readonly #removed = new Map<number, Set<number>>();
  #changes = 0;

  load(firsts: readonly number[], seconds: readonly number[]): void {
    this.#added.clear();
    this.#removed.clear();
    this.#settleWith(firsts.map((first, at) => first * second + seconds[at]!));
  }

  /** Every pair, sorted. */
  settled(): Float64Array {
    if (this.#changes > 0) this.#settle();
    return this.#pairs;
  }

  restore(pairs: Float64Array): void {
    this.#pairs = pairs as Float64Array<ArrayBuffer>;
  }

  of(first: number): number[] {
    const removed = this.#removed.get(first);
    const found: number[] = [];
    for (let at = this.#from(first * second); at < this.#pairs.length; at++) {
      const other = this.#pairs[at]! - first * second;
      if (other >= second) break;
      if (removed === undefined || !removed.has(other)) found.push(other);
    }
    for (const other of this.#added.get(first) ?? []) found.push(other);
    return found;
  }

  add(first: number, other: number): void {
    if (this.#removed.get(first)?.delete(other)) return;
    if (!this.#isSettled(first, other)) this.#note(this.#added, first, other);
  }

  remove(first: number, other: number): void {
    if (this.#added.get(first)?.delete(other)) return;
    if (this.#isSettled(first, other)) this.#note(this.#removed, first, other);
  }

  #isSettled(first: number, other: number): boolean {
    const pair = first * second + other;
    return this.#pairs[this.#from(pair)] === pair;
  }

  #note(changes: Map<number, Set<number>>, first: number, other: number): void {
    const own = changes.get(first);
    if (own === undefined) changes.set(first, new Set([other]));
    else own.add(other);
    this.#changes += 1;
    if (this.#changes > changesMax + this.#pairs.length / 8) this.#settle();
  }

  #settle(): void {
    const kept = Array.from(this.#pairs).filter((pair) => {
      const other = pair % second;
      return this.#removed.get((pair - other) / second)?.has(other) !== true;
    });
    for (const [first, others] of this.#added) {
      for (const other of others) kept.push(first * second + other);
    }
    this.#added.clear();
    this.#removed.clear();
    this.#settleWith(kept);
  }

  #settleWith(pairs: readonly number[]): void {
    const sorted = Float64Array.from(pairs).sort();
    this.#pairs = sorted.filter((pair, at) => at === 0 || pair !== sorted[at - 1]);
    this.#changes = 0;
  }

  /** Where the pair stands, or would. */
  #from(pair: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#pairs[middle]! < pair) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
