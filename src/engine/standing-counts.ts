// How many documents an audience sees under each canonical, over the whole archive: what facets
// over nearly everything start from, so that a filter on half the archive costs what it leaves out.
import type { Audiences } from './audiences.ts';
import type { Closures } from './closures.ts';
import { addCounts } from './counting.ts';
import { countShared } from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import { grown } from './growth.ts';
import type { Taxonomy } from './taxonomy.ts';

// Four bytes a term for each mask: only masks that filters really use are kept.
const masksKept = 8;

/** Counts of whole audiences by canonical, kept for questions that narrow nothing. */
export class StandingCounts implements Follower {
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #audiences: Audiences;
  readonly #kept = new Map<number, Int32Array>();

  constructor(documents: Documents, taxonomy: Taxonomy, audiences: Audiences) {
    this.#documents = documents;
    this.#taxonomy = taxonomy;
    this.#audiences = audiences;
  }

  /** By canonical; a copy is for changing, this is not. Good until the next change. */
  countsFor(mask: number): Int32Array {
    mask |= 0;
    let counts = this.#kept.get(mask);
    if (counts === undefined) {
      counts = new Int32Array(this.#taxonomy.size);
      const seen = this.#audiences.seenBy(mask);
      addCounts(counts, seen, this.#documents.terms, this.#taxonomy.canonicalOf, 1);
      if (this.#kept.size >= masksKept) this.#kept.delete(this.#kept.keys().next().value!);
      this.#kept.set(mask, counts);
    }
    return counts;
  }

  leaving(doc: number): void {
    this.#change(doc, -1);
  }

  joined(doc: number): void {
    this.#change(doc, 1);
  }

  /** Counts anew under canonicals whose synonyms have changed. */
  recount(canonicals: ReadonlySet<number>, closures: Closures): void {
    for (const [mask, counts] of this.#kept) {
      const longer = grown(counts, this.#taxonomy.size);
      this.#kept.set(mask, longer);
      const seen = this.#audiences.seenBy(mask);
      for (const canonical of canonicals) {
        // What has become a synonym has no members and counts nothing.
        const members = this.#taxonomy.membersOf(canonical);
        longer[canonical] = countShared(closures.unionOf(members), seen);
      }
    }
  }

  #change(doc: number, step: number): void {
    const audience = this.#documents.audiences[doc]!;
    for (const [mask, counts] of this.#kept) {
      if ((audience & mask) === 0) continue;
      const longer = grown(counts, this.#taxonomy.size);
      this.#kept.set(mask, longer);
      const one = { kind: 'list', docs: Int32Array.of(doc), size: 1 } as const;
      addCounts(longer, one, this.#documents.terms, this.#taxonomy.canonicalOf, step);
    }
  }
}
