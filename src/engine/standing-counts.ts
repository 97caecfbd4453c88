// How many packed documents that an audience sees count under each heavy canonical, in all and of
// those that a much used canonical finds: what counting over nearly all of them starts from, so
// that an answer costs what it leaves out.
import type { Audiences } from './audiences.ts';
import type { Closures } from './closures.ts';
import { addHeavy } from './counting.ts';
import { type DocumentSet, intersect, listOf, subtract } from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import type { Taxonomy } from './taxonomy.ts';

// A quarter of a megabyte each: so many, and one more for each so many documents up to the most.
const keptLeast = 8;
const documentsEach = 50_000;
const keptMost = 64;
// A canonical on fewer than one document in so many is counted each time.
const countedShare = 64;

/** Counts over documents by the cells of their heavy lists. Not for writing to. */
export type Standing = { readonly of: DocumentSet; readonly counts: Int32Array };

type Kept = {
  readonly mask: number;
  readonly anchor: number | null;
  /** What it took to count them. */
  readonly size: number;
  readonly counts: Int32Array;
};

/** Counts that are kept from question to question, right through every change. */
export class StandingCounts implements Follower {
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #audiences: Audiences;
  readonly #closures: Closures;
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;

  constructor(documents: Documents, taxonomy: Taxonomy, audiences: Audiences, closures: Closures) {
    this.#documents = documents;
    this.#taxonomy = taxonomy;
    this.#audiences = audiences;
    this.#closures = closures;
    this.#most = Math.min(keptMost, keptLeast + Math.floor(documents.packed / documentsEach));
  }

  /**
   * Counts over what the mask finds by the anchor, or all that it sees, if the documents are more
   * than half of that; null if counting them is cheaper. Good until the next change.
   */
  near(found: DocumentSet, mask: number, anchor: number | null): Standing | null {
    if (found.size * countedShare < this.#documents.packed) return null;
    const seen = this.#audiences.seenBy(mask);
    if (anchor !== null) {
      const of = intersect(seen, this.#closures.setOf(anchor));
      if (found.size * 2 > of.size) {
        return { of, counts: this.#countsOf(mask, anchor, of) };
      }
    }
    if (found.size * 2 <= seen.size) return null;
    return { of: seen, counts: this.#countsOf(mask, null, seen) };
  }

  /** What a filter by these finds has changed. */
  forget(reaches: ReadonlySet<number>): void {
    for (const [key, { anchor }] of this.#kept) {
      if (anchor !== null && reaches.has(anchor)) this.#kept.delete(key);
    }
  }

  leaving(doc: number): void {
    const { heavy, packed } = this.#documents;
    if (doc >= packed || this.#kept.size === 0) return;
    const audience = this.#documents.audienceOf(doc);
    const reaches = this.#taxonomy.reachesOf(this.#documents.termsOf(doc));
    const one = listOf(Int32Array.of(doc));
    for (const { mask, anchor, counts } of this.#kept.values()) {
      if ((audience & mask) === 0 || (anchor !== null && !reaches.has(anchor))) continue;
      addHeavy(counts, one, heavy, packed, -1);
    }
  }

  joined(): void {
    // Only packed documents are counted here.
  }

  #countsOf(mask: number, anchor: number | null, of: DocumentSet): Int32Array {
    const key = `${mask | 0} ${anchor}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept.counts;
    const { heavy, packed, bundles } = this.#documents;
    const counts = new Int32Array(bundles.cells);
    const seen = this.#audiences.seenBy(mask);
    if (anchor !== null && of.size * 2 > seen.size) {
      counts.set(this.#countsOf(mask, null, seen));
      addHeavy(counts, subtract(seen, of), heavy, packed, -1);
    } else {
      addHeavy(counts, of, heavy, packed, 1);
    }
    this.#keep(key, { mask: mask | 0, anchor, size: of.size, counts });
    return counts;
  }

  // What is quickest to count again goes first, so that many small ones do not drive out the large.
  #keep(key: string, kept: Kept): void {
    if (this.#kept.size >= this.#most) {
      let [least, size] = ['', kept.size];
      for (const [other, each] of this.#kept) {
        if (each.size < size) [least, size] = [other, each.size];
      }
      if (least === '') return;
      this.#kept.delete(least);
    }
    this.#kept.set(key, kept);
  }
}
