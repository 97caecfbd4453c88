// The whole archive in the order of a column or text: made at first use; documents that change are
// noted and moved, all in one pass, before the next use.
import type { Columns, Texts } from './columns.ts';
import { hasBit, setBit, wordsFor } from './document-set.ts';
import type { Documents } from './documents.ts';

/** Ascending by (value, id): first those with a value, then those without, by id. */
export type SortedOrder = { readonly docs: Int32Array; readonly valued: number };

type Compare = (left: number, right: number) => number;
type Kept = {
  order: SortedOrder;
  readonly stale: Set<number>;
  readonly compare: () => Compare;
  readonly isValued: (doc: number) => boolean;
};

// Beyond this share of stale documents, sorting anew is taken to be cheaper than moving them.
const staleShare = 1 / 4;

/** The documents in the order of a column or text, kept between questions and mended lazily. */
export class Orders {
  readonly #documents: Documents;
  readonly #columns: Columns;
  readonly #texts: Texts;
  readonly #byColumn = new Map<string, Kept>();
  readonly #byText = new Map<string, Kept>();

  constructor(documents: Documents, columns: Columns, texts: Texts) {
    this.#documents = documents;
    this.#columns = columns;
    this.#texts = texts;
  }

  byColumn(name: string): SortedOrder {
    return this.#fresh(this.#byColumn, name, () => ({
      order: { docs: new Int32Array(0), valued: 0 },
      stale: new Set(),
      compare: () => byNumber(this.#columns.valuesOf(name), this.#documents.ids),
      isValued: (doc) => !Number.isNaN(this.#columns.valuesOf(name)[doc]!),
    }));
  }

  byText(name: string): SortedOrder {
    return this.#fresh(this.#byText, name, () => ({
      order: { docs: new Int32Array(0), valued: 0 },
      stale: new Set(),
      compare: () => byText(this.#texts.valuesOf(name), this.#documents.ids),
      isValued: (doc) => this.#texts.valuesOf(name)[doc] !== null,
    }));
  }

  columnChanged(name: string, doc: number): void {
    this.#byColumn.get(name)?.stale.add(doc);
  }

  textChanged(name: string, doc: number): void {
    this.#byText.get(name)?.stale.add(doc);
  }

  /** The document has come, gone, or been replaced by another under its number. */
  documentChanged(doc: number): void {
    for (const kept of this.#byColumn.values()) kept.stale.add(doc);
    for (const kept of this.#byText.values()) kept.stale.add(doc);
  }

  #fresh(kepts: Map<string, Kept>, name: string, make: () => Kept): SortedOrder {
    let kept = kepts.get(name);
    if (kept === undefined) {
      kept = make();
      kept.order = this.#sorted(kept);
      kepts.set(name, kept);
    } else if (kept.stale.size > 0) {
      const moves = kept.stale.size <= this.#documents.count * staleShare;
      kept.order = moves ? this.#moved(kept) : this.#sorted(kept);
      kept.stale.clear();
    }
    return kept.order;
  }

  #sorted(kept: Kept): SortedOrder {
    const docs = new Int32Array(this.#documents.count);
    let size = 0;
    for (let doc = 0; doc < this.#documents.span; doc++) {
      if (this.#documents.exists(doc)) docs[size++] = doc;
    }
    return this.#split(docs.sort(kept.compare()), kept);
  }

  #moved(kept: Kept): SortedOrder {
    const compare = kept.compare();
    const arrived = [...kept.stale].filter((doc) => this.#documents.exists(doc)).sort(compare);
    const docs = new Int32Array(this.#documents.count);
    const stale = new Int32Array(wordsFor(this.#documents.span));
    for (const doc of kept.stale) setBit(stale, doc);
    let size = 0;
    let next = 0;
    for (const doc of kept.order.docs) {
      if (hasBit(stale, doc)) continue;
      while (next < arrived.length && compare(arrived[next]!, doc) < 0) {
        docs[size++] = arrived[next++]!;
      }
      docs[size++] = doc;
    }
    while (next < arrived.length) docs[size++] = arrived[next++]!;
    return this.#split(docs, kept);
  }

  #split(docs: Int32Array, kept: Kept): SortedOrder {
    let from = 0;
    let to = docs.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (kept.isValued(docs[middle]!)) from = middle + 1;
      else to = middle;
    }
    return { docs, valued: from };
  }
}

function byNumber(values: Float64Array, ids: Float64Array): Compare {
  return (left, right) => {
    const [first, second] = [values[left]!, values[right]!];
    if (first !== second) {
      if (first < second) return -1;
      if (first > second) return 1;
      // One of the two is NaN, or both are.
      if (!Number.isNaN(first)) return -1;
      if (!Number.isNaN(second)) return 1;
    }
    return ids[left]! - ids[right]!;
  };
}

function byText(values: readonly (string | null)[], ids: Float64Array): Compare {
  return (left, right) => {
    const [first, second] = [values[left] ?? null, values[right] ?? null];
    if (first === second) return ids[left]! - ids[right]!;
    if (first === null) return 1;
    if (second === null) return -1;
    return first < second ? -1 : 1;
  };
}
