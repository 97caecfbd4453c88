// What follows from a document's terms together: crossover and one true pairing. Answers are kept
// as bits, patched when a document changes and dropped when the taxonomy moves in their group.
import { clearBit, type DocumentSet, documentsOf, setBit, wordsFor } from './document-set.ts';
import type { Documents, Follower } from './documents.ts';
import { grown } from './growth.ts';
import type { Taxonomy } from './taxonomy.ts';

/** The clauses of the same names; see `Clause`. */
export type DerivedKind = 'crossover' | 'otp';

type Kept = { readonly kind: DerivedKind; readonly group: number; words: Int32Array };

/** Sets that follow from whole documents: crossovers and one true pairings, by group. */
export class Derived implements Follower {
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #kept = new Map<string, Kept>();

  constructor(documents: Documents, taxonomy: Taxonomy) {
    this.#documents = documents;
    this.#taxonomy = taxonomy;
  }

  /** Whether it holds for one document, from its terms alone. */
  holds(kind: DerivedKind, group: number, doc: number): boolean {
    const canonicals = this.#canonicalsOf(doc, group);
    if (kind === 'otp') return canonicals.length === 1;
    return canonicals.length > 1 && !this.#someIsKinToAll(canonicals);
  }

  /** The bits of all documents for which it holds; good until the next change. */
  bitsOf(kind: DerivedKind, group: number): Int32Array {
    const name = `${kind} ${group}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept.words;
    const words = new Int32Array(wordsFor(this.#documents.span));
    for (let doc = 0; doc < this.#documents.span; doc++) {
      if (this.holds(kind, group, doc)) setBit(words, doc);
    }
    this.#kept.set(name, { kind, group, words });
    return words;
  }

  isKept(kind: DerivedKind, group: number): boolean {
    return this.#kept.has(`${kind} ${group}`);
  }

  /** Asks anew of documents for which it may have changed, or of all where those are many. */
  changed(docs: DocumentSet): void {
    if (docs.size * 4 > this.#documents.count) this.#kept.clear();
    for (const { kind, group, words } of this.#kept.values()) {
      for (const doc of documentsOf(docs)) {
        if (this.holds(kind, group, doc)) setBit(words, doc);
        else clearBit(words, doc);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  leaving(): void {
    // Whoever may not be seen is left out by the bits of their audience.
  }

  joined(doc: number): void {
    for (const kept of this.#kept.values()) {
      kept.words = grown(kept.words, wordsFor(doc + 1));
      if (this.holds(kept.kind, kept.group, doc)) setBit(kept.words, doc);
    }
  }

  #canonicalsOf(doc: number, group: number): number[] {
    const found: number[] = [];
    for (const term of this.#documents.termsOf(doc)) {
      const canonical = this.#taxonomy.canonicalOf(term);
      if (this.#taxonomy.groupOf(canonical) === group && !found.includes(canonical)) {
        found.push(canonical);
      }
    }
    return found;
  }

  #someIsKinToAll(canonicals: readonly number[]): boolean {
    const above = canonicals.map((canonical) => this.#taxonomy.above(canonical));
    return above.some((mine) =>
      above.every((other) => mine === other || other.some((each) => mine.includes(each))),
    );
  }
}
