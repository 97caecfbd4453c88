// Unions over several canonicals, as a member's mutes ask for with every question: kept for the
// next one, patched when a document changes, dropped when one of the canonicals reaches otherwise.
import type { Closures } from './closures.ts';
import {
  bytesOf,
  type DocumentSet,
  documentsOf,
  emptySet,
  setOfBits,
  setOfDocuments,
  withDocument,
  wordsFor,
} from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import type { Taxonomy } from './taxonomy.ts';

// Fewer than one document in so many are put together each time.
const keptShare = 64;

type Kept = { readonly canonicals: ReadonlySet<number>; set: DocumentSet };

/** What a filter by any of several canonicals finds. */
export class JointUnions implements Follower {
  readonly #closures: Closures;
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #kept = new Map<string, Kept>();
  readonly #bytesKept: number;
  #bytes = 0;

  /** Unions beyond `bytesKept` are forgotten, the longest unused first. */
  constructor(closures: Closures, documents: Documents, taxonomy: Taxonomy, bytesKept: number) {
    this.#closures = closures;
    this.#documents = documents;
    this.#taxonomy = taxonomy;
    this.#bytesKept = bytesKept;
  }

  /** The documents that a filter by one of them finds, seen or not; good until the next change. */
  of(canonicals: readonly number[]): DocumentSet {
    if (canonicals.length === 0) return emptySet;
    if (canonicals.length === 1) return this.#closures.setOf(canonicals[0]!);
    const key = keyOf(canonicals);
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.set;
    }
    const most = this.#mostOf(canonicals);
    if (most * keptShare < this.#documents.span) return this.#lists(canonicals);
    const set = this.#poured(canonicals);
    this.#keep(key, { canonicals: new Set(canonicals), set });
    return set;
  }

  /** Whether their union need not be put together. */
  isKept(canonicals: readonly number[]): boolean {
    return this.#kept.has(keyOf(canonicals));
  }

  /** What a filter by these finds has changed. */
  forget(reaches: ReadonlySet<number>): void {
    for (const [key, { canonicals }] of this.#kept) {
      if (!canonicals.isDisjointFrom(reaches)) this.#drop(key);
    }
  }

  leaving(): void {
    // Whoever may not be seen is left out by the bits of their audience.
  }

  joined(doc: number): void {
    if (this.#kept.size === 0) return;
    const found = this.#taxonomy.reachesOf(this.#documents.termsOf(doc));
    for (const kept of this.#kept.values()) {
      if (kept.canonicals.isDisjointFrom(found)) continue;
      this.#bytes -= bytesOf(kept.set);
      kept.set = withDocument(kept.set, doc);
      this.#bytes += bytesOf(kept.set);
    }
  }

  #mostOf(canonicals: readonly number[]): number {
    let most = 0;
    for (const canonical of canonicals) most += this.#closures.estimate(canonical);
    return most;
  }

  #lists(canonicals: readonly number[]): DocumentSet {
    const lists = canonicals.map((canonical) => documentsOf(this.#closures.setOf(canonical)));
    const docs = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let size = 0;
    for (const list of lists) {
      docs.set(list, size);
      size += list.length;
    }
    return setOfDocuments(docs, this.#documents.span);
  }

  #poured(canonicals: readonly number[]): DocumentSet {
    const words = new Int32Array(wordsFor(this.#documents.span));
    for (const canonical of canonicals) this.#closures.pour(canonical, words);
    return setOfBits(words);
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#bytes += bytesOf(kept.set);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#bytesKept) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= bytesOf(this.#kept.get(key)!.set);
    this.#kept.delete(key);
  }
}

function keyOf(canonicals: readonly number[]): string {
  return canonicals.toSorted((a, b) => a - b).join();
}
