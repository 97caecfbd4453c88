// The highest counts of each group, as they are offered.
import type { FacetEntry } from './query.ts';
import type { Taxonomy } from './taxonomy.ts';

/** The best few of a group: highest count first, ties by lowest id. */
export class BestFacets {
  /** A lower count than this cannot enter. */
  least = 1;
  readonly #top: number;
  readonly #taxonomy: Taxonomy;
  readonly #ids: number[] = [];
  readonly #counts: number[] = [];

  constructor(top: number, taxonomy: Taxonomy) {
    this.#top = top;
    this.#taxonomy = taxonomy;
  }

  /** Each term once. */
  offer(term: number, count: number): void {
    const [ids, counts] = [this.#ids, this.#counts];
    let place = counts.length;
    const isFull = place === this.#top;
    if (isFull && count < counts[place - 1]!) return;
    // Read from memory far away, so once, and only here.
    const id = this.#taxonomy.idOf(term);
    if (isFull) {
      place -= 1;
      if (count === counts[place] && id > ids[place]!) return;
    }
    for (; place > 0; place--) {
      const before = counts[place - 1]!;
      if (before > count || (before === count && ids[place - 1]! < id)) break;
      ids[place] = ids[place - 1]!;
      counts[place] = before;
    }
    ids[place] = id;
    counts[place] = count;
    if (counts.length === this.#top) this.least = counts[this.#top - 1]!;
  }

  entries(): FacetEntry[] {
    return this.#ids.map((id, at) => ({ id, count: this.#counts[at]! }));
  }
}
