// One page of an answer, in order. Two ways, chosen by cost: walk the order of the whole archive
// and stop when the page is full (large answers), or pick the page out of the answer (small ones,
// and orders that nobody keeps).
import { type DocumentSet, documentsOf, setBit, wordsFor } from './document-set.ts';
import type { Documents } from './documents.ts';
import type { WholeOrder } from './orders.ts';
import type { Page, PageKey } from './query.ts';
import { selectRange } from './selection.ts';
import { comparePlaces, type Ordering, placeOf, placeOfKey } from './sort.ts';

// Picking costs this many steps of walking for each document of the answer (measured: 3 to 6).
const pickCost = 4;

/** The documents of a page, in order, and whether more come after it. */
export type PageFound = { readonly docs: readonly number[]; readonly more: boolean };

/** Refuses page numbers below 1 and sizes below 0. */
export function pageOf(
  found: DocumentSet,
  page: Page,
  ordering: Ordering,
  documents: Documents,
): PageFound {
  requireWhole(page.size, 0, 'page size');
  if ('after' in page) {
    return page.after === null
      ? slice(found, 0, page.size, ordering, documents)
      : following(found, page.after, page.size, ordering, documents);
  }
  requireWhole(page.number, 1, 'page number');
  return slice(found, (page.number - 1) * page.size, page.size, ordering, documents);
}

/** Where a page ends that ends with the document. */
export function keyOf(doc: number, ordering: Ordering, documents: Documents): PageKey {
  return { value: ordering.valueOf(doc), id: documents.idOf(doc) };
}

function slice(
  found: DocumentSet,
  from: number,
  size: number,
  ordering: Ordering,
  documents: Documents,
): PageFound {
  const to = Math.min(from + size, found.size);
  if (from >= to) return { docs: [], more: from < found.size };
  const more = to < found.size;
  const order = cheaperOrder(found, Math.min(to, found.size - from), ordering, documents);
  if (order === null) {
    return { docs: selectRange(documentsOf(found), from, to, ordering, documents), more };
  }
  const words = bitsOf(found, documents.span);
  const { descending } = ordering;
  if (to <= found.size - from) {
    const way = { descending, fromEnd: false, after: null };
    return { docs: order.walk(words, way, from, to - from), more };
  }
  // Nearer to the end: the same walk backwards.
  const way = { descending, fromEnd: true, after: null };
  return { docs: order.walk(words, way, found.size - to, to - from).reverse(), more };
}

function following(
  found: DocumentSet,
  key: PageKey,
  size: number,
  ordering: Ordering,
  documents: Documents,
): PageFound {
  // One more than the page tells whether anything follows it.
  const wanted = size + 1;
  const after = placeOfKey(key, ordering);
  const { descending } = ordering;
  const order = cheaperOrder(found, wanted, ordering, documents);
  let docs: number[];
  if (order !== null) {
    const words = bitsOf(found, documents.span);
    docs = order.walk(words, { descending, fromEnd: false, after }, 0, wanted);
  } else {
    const left = documentsOf(found).filter(
      (doc) => comparePlaces(after, placeOf(doc, ordering, documents), descending) < 0,
    );
    docs = selectRange(left, 0, Math.min(wanted, left.length), ordering, documents);
  }
  return { docs: docs.slice(0, size), more: docs.length > size };
}

function cheaperOrder(
  found: DocumentSet,
  reached: number,
  ordering: Ordering,
  documents: Documents,
): WholeOrder | null {
  if (ordering.whole === null || found.size === 0) return null;
  const steps = (documents.span / found.size) * Math.min(reached, found.size);
  return steps < found.size * pickCost ? ordering.whole() : null;
}

function bitsOf(found: DocumentSet, span: number): Int32Array {
  if (found.kind === 'bits') return found.words;
  const words = new Int32Array(wordsFor(span));
  for (const doc of found.docs) setBit(words, doc);
  return words;
}

function requireWhole(value: number, least: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${value} is not a ${what}`);
  }
}
