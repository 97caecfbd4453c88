// How many packed documents an audience sees under each heavy canonical: what counting over nearly
// everything starts from, so that a filter on half the archive costs what it leaves out.
import type { Audiences } from './audiences.ts';
import { addHeavy } from './counting.ts';
import { listOf } from './document-set.ts';
import type { Documents, Follower } from './documents.ts';

// A quarter of a megabyte each.
const masksKept = 16;

/** Counts of whole audiences, under what documents counted when they were packed. */
export class StandingCounts implements Follower {
  readonly #documents: Documents;
  readonly #audiences: Audiences;
  readonly #heavy: number;
  readonly #kept = new Map<number, Int32Array>();

  constructor(documents: Documents, audiences: Audiences, heavy: number) {
    this.#documents = documents;
    this.#audiences = audiences;
    this.#heavy = heavy;
  }

  /** By heavy canonical; a copy is for changing, this is not. Good until the next change. */
  countsFor(mask: number): Int32Array {
    mask |= 0;
    let counts = this.#kept.get(mask);
    if (counts === undefined) {
      counts = new Int32Array(this.#heavy);
      const { heavy, packed } = this.#documents;
      addHeavy(counts, this.#audiences.seenBy(mask), heavy, packed, 1);
      if (this.#kept.size >= masksKept) this.#kept.delete(this.#kept.keys().next().value!);
      this.#kept.set(mask, counts);
    }
    return counts;
  }

  leaving(doc: number): void {
    const { heavy, packed } = this.#documents;
    if (doc >= packed) return;
    const audience = this.#documents.audienceOf(doc);
    const one = listOf(Int32Array.of(doc));
    for (const [mask, counts] of this.#kept) {
      if ((audience & mask) !== 0) addHeavy(counts, one, heavy, packed, -1);
    }
  }

  joined(): void {
    // Only packed documents are counted here.
  }
}
