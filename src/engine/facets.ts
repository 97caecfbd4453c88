// How many documents of an answer count under each canonical, and the highest of each group.
// A document counts once under the canonical of each of its own terms.
import type { Audiences } from './audiences.ts';
import { addCounts, countTouched } from './counting.ts';
import { type DocumentBits, type DocumentSet, subtract } from './document-set.ts';
import type { Documents } from './documents.ts';
import { grown } from './growth.ts';
import type { FacetEntry } from './query.ts';
import type { StandingCounts } from './standing-counts.ts';
import type { Taxonomy } from './taxonomy.ts';

type Asked = { readonly groups: readonly string[]; readonly top: number };

/** Counts, for the documents of an answer, how many stand under each canonical. Exact. */
export class Facets {
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #audiences: Audiences;
  readonly #standing: StandingCounts;
  // All zero between questions; `#touched` names what to wipe.
  #scratch = new Int32Array(64);
  #touched = new Int32Array(64);

  constructor(
    documents: Documents,
    taxonomy: Taxonomy,
    audiences: Audiences,
    standing: StandingCounts,
  ) {
    this.#documents = documents;
    this.#taxonomy = taxonomy;
    this.#audiences = audiences;
    this.#standing = standing;
  }

  /** The top of each group over the documents. Refuses unknown groups and a top below 0. */
  of(found: DocumentSet, mask: number, asked: Asked): Record<string, readonly FacetEntry[]> {
    if (!Number.isSafeInteger(asked.top) || asked.top < 0) {
      throw new RangeError(`${asked.top} is not a number of facets`);
    }
    const tops = asked.groups.map((group) => ({
      group,
      number: this.#taxonomy.groupNumber(group),
      best: new Best(asked.top, this.#taxonomy.ids),
    }));
    const bestOf: (Best | undefined)[] = [];
    for (const { number, best } of tops) bestOf[number] = best;
    if (asked.top > 0) this.#count(found, mask, bestOf);
    return Object.fromEntries(tops.map(({ group, number }) => [group, bestOf[number]!.entries()]));
  }

  #count(found: DocumentSet, mask: number, bestOf: readonly (Best | undefined)[]): void {
    const seen = this.#audiences.seenBy(mask);
    if (found.kind === 'bits' && found.size * 2 > seen.size) {
      const counts = this.#countedByDifference(found, seen, mask);
      for (let term = 0; term < counts.length; term++) {
        if (counts[term]! > 0) this.#offer(term, counts[term]!, bestOf);
      }
      return;
    }
    this.#scratch = grown(this.#scratch, this.#taxonomy.size);
    this.#touched = grown(this.#touched, this.#taxonomy.size);
    const { terms } = this.#documents;
    const { canonicalOf } = this.#taxonomy;
    const touched = countTouched(this.#scratch, this.#touched, found, terms, canonicalOf);
    for (let at = 0; at < touched; at++) {
      const term = this.#touched[at]!;
      this.#offer(term, this.#scratch[term]!, bestOf);
      this.#scratch[term] = 0;
    }
  }

  #countedByDifference(found: DocumentBits, seen: DocumentBits, mask: number): Int32Array {
    const counts = this.#standing.countsFor(mask).slice();
    const { terms } = this.#documents;
    const { canonicalOf } = this.#taxonomy;
    addCounts(counts, subtract(found, seen), terms, canonicalOf, 1);
    addCounts(counts, subtract(seen, found), terms, canonicalOf, -1);
    return counts;
  }

  #offer(term: number, count: number, bestOf: readonly (Best | undefined)[]): void {
    const best = bestOf[this.#taxonomy.groupOf[term]!];
    if (best === undefined || count < best.least) return;
    if (this.#taxonomy.isCounted(term)) best.offer(term, count);
  }
}

/** The best few of a group: highest count first, ties by lowest id. */
class Best {
  readonly #top: number;
  readonly #ids: Float64Array;
  readonly #terms: number[] = [];
  readonly #counts: number[] = [];

  constructor(top: number, ids: Float64Array) {
    this.#top = top;
    this.#ids = ids;
  }

  /** A lower count than this cannot enter. */
  get least(): number {
    return this.#counts.length < this.#top ? 1 : this.#counts[this.#top - 1]!;
  }

  offer(term: number, count: number): void {
    let place = this.#counts.length;
    while (place > 0 && this.#isBefore(term, count, place - 1)) place -= 1;
    if (place >= this.#top) return;
    this.#terms.splice(place, 0, term);
    this.#counts.splice(place, 0, count);
    if (this.#terms.length <= this.#top) return;
    this.#terms.pop();
    this.#counts.pop();
  }

  entries(): FacetEntry[] {
    return this.#terms.map((term, at) => ({ id: this.#ids[term]!, count: this.#counts[at]! }));
  }

  #isBefore(term: number, count: number, place: number): boolean {
    const other = this.#counts[place]!;
    return count > other || (count === other && this.#ids[term]! < this.#ids[this.#terms[place]!]!);
  }
}
