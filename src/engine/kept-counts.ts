// How many documents an audience finds by a term: counted once, then kept right through every
// change, so that pages of many tags cost a look-up for each.
import type { Audiences } from './audiences.ts';
import type { Closures } from './closures.ts';
import { passing } from './cost.ts';
import { countShared } from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import type { Taxonomy } from './taxonomy.ts';

// Some 40 bytes each. What is beyond is counted each time.
const keptMost = 100_000;
const masksKept = 16;

/** Counts by audience mask and canonical; at most 16 masks of 100,000 each are kept. */
export class KeptCounts implements Follower {
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #audiences: Audiences;
  readonly #closures: Closures;
  readonly #kept = new Map<number, Map<number, number>>();

  constructor(documents: Documents, taxonomy: Taxonomy, audiences: Audiences, closures: Closures) {
    this.#documents = documents;
    this.#taxonomy = taxonomy;
    this.#audiences = audiences;
    this.#closures = closures;
  }

  /** How many documents the mask sees under the term's canonical; 0 for an id nothing has named. */
  of(id: number, mask: number): number {
    const canonical = this.#canonicalOf(id);
    if (canonical < 0) return 0;
    const counts = this.#countsFor(mask | 0);
    const known = counts.get(canonical);
    if (known !== undefined) return known;
    const count = countShared(this.#closures.setOf(canonical), this.#audiences.seenBy(mask));
    if (counts.size < keptMost) counts.set(canonical, count);
    return count;
  }

  /** What `of` costs for all of these, as `Engine.cost` says it; what is kept costs nothing. */
  costOf(ids: readonly number[], mask: number): number {
    const counts = this.#kept.get(mask | 0);
    let touched = 0;
    for (const id of ids) {
      const canonical = this.#canonicalOf(id);
      if (canonical < 0 || counts?.has(canonical)) continue;
      touched += this.#closures.estimate(canonical);
    }
    return touched * passing;
  }

  /** The ids of canonicals that find the document: of its own terms, and all above. */
  findersOf(documentId: number): number[] {
    const doc = this.#documents.find(documentId);
    if (doc < 0) return [];
    return Array.from(this.#above(doc), (canonical) => this.#taxonomy.idOf(canonical));
  }

  #above(doc: number): Set<number> {
    const found = new Set<number>();
    for (const term of this.#documents.termsOf(doc)) {
      for (const each of this.#taxonomy.above(this.#taxonomy.canonicalOf(term))) found.add(each);
    }
    return found;
  }

  /** What the canonicals find has changed. */
  forget(canonicals: Iterable<number>): void {
    for (const canonical of canonicals) {
      for (const counts of this.#kept.values()) counts.delete(canonical);
    }
  }

  leaving(doc: number): void {
    this.#add(doc, -1);
  }

  joined(doc: number): void {
    this.#add(doc, 1);
  }

  #add(doc: number, by: number): void {
    const audience = this.#documents.audienceOf(doc);
    const seeing = [...this.#kept].filter(([mask]) => (audience & mask) !== 0);
    if (seeing.length === 0) return;
    for (const canonical of this.#above(doc)) {
      for (const [, counts] of seeing) {
        const count = counts.get(canonical);
        if (count !== undefined) counts.set(canonical, count + by);
      }
    }
  }

  #canonicalOf(id: number): number {
    const term = this.#taxonomy.numberOf(id);
    return term < 0 ? -1 : this.#taxonomy.canonicalOf(term);
  }

  #countsFor(mask: number): Map<number, number> {
    let counts = this.#kept.get(mask);
    if (counts === undefined) {
      counts = new Map();
      if (this.#kept.size >= masksKept) this.#kept.delete(this.#kept.keys().next().value!);
      this.#kept.set(mask, counts);
    }
    return counts;
  }
}
