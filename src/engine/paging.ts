// One page of an answer, in order. Two ways, chosen by cost: walk the order of the whole archive
// and stop when the page is full (large answers), or pick the page out of the answer (small ones,
// and orders that nobody keeps).
import { type DocumentSet, documentsOf, hasBit, setBit, wordsFor } from './document-set.ts';
import type { Documents } from './documents.ts';
import type { SortedOrder } from './orders.ts';
import type { Page, PageKey } from './query.ts';
import { selectRange } from './selection.ts';
import { comparePlaces, type Ordering } from './sort.ts';

// Picking costs this many steps of walking for each document of the answer (measured: 6 to 10).
const pickCost = 8;

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

/** Where a document stands in the order. */
export function keyOf(doc: number, ordering: Ordering, documents: Documents): PageKey {
  return { value: ordering.valueOf(doc), id: documents.ids[doc]! };
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
  const reached = Math.min(to, found.size - from);
  if (!isWalkCheaper(found, reached, ordering, documents)) {
    const docs = selectRange(documentsOf(found), from, to, ordering, documents.ids);
    return { docs, more };
  }
  const order = ordering.whole!();
  const words = bitsOf(found, documents.span);
  if (to <= found.size - from) {
    return { docs: walk(order, ordering, words, 0, 1, from, to - from), more };
  }
  // Nearer to the end: the same walk backwards.
  const last = order.docs.length - 1;
  const docs = walk(order, ordering, words, last, -1, found.size - to, to - from);
  return { docs: docs.reverse(), more };
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
  const isAfter = (doc: number): boolean =>
    comparePlaces(key, keyOf(doc, ordering, documents), ordering.descending) < 0;
  let docs: number[];
  if (isWalkCheaper(found, wanted, ordering, documents)) {
    const order = ordering.whole!();
    const words = bitsOf(found, documents.span);
    const start = firstPlace(order, ordering.descending, isAfter);
    docs = walk(order, ordering, words, start, 1, 0, wanted);
  } else {
    const after = documentsOf(found).filter(isAfter);
    const to = Math.min(wanted, after.length);
    docs = selectRange(after, 0, to, ordering, documents.ids);
  }
  return { docs: docs.slice(0, size), more: docs.length > size };
}

function isWalkCheaper(
  found: DocumentSet,
  reached: number,
  ordering: Ordering,
  documents: Documents,
): boolean {
  if (ordering.whole === null || found.size === 0) return false;
  const steps = (documents.count / found.size) * Math.min(reached, found.size);
  return steps < found.size * pickCost;
}

function bitsOf(found: DocumentSet, span: number): Int32Array {
  if (found.kind === 'bits') return found.words;
  const words = new Int32Array(wordsFor(span));
  for (const doc of found.docs) setBit(words, doc);
  return words;
}

/** From a place on, forwards or backwards: passes over `skip` of the found, then takes `count`. */
function walk(
  order: SortedOrder,
  { descending }: Ordering,
  words: Int32Array,
  place: number,
  step: 1 | -1,
  skip: number,
  count: number,
): number[] {
  const taken: number[] = [];
  for (let at = place; at >= 0 && at < order.docs.length && taken.length < count; at += step) {
    const doc = documentAt(order, descending, at);
    if (!hasBit(words, doc)) continue;
    if (skip > 0) skip -= 1;
    else taken.push(doc);
  }
  return taken;
}

// Descending turns each of the two stretches round, so that documents without a value stay last.
function documentAt({ docs, valued }: SortedOrder, descending: boolean, at: number): number {
  if (!descending) return docs[at]!;
  return at < valued ? docs[valued - 1 - at]! : docs[docs.length - 1 - (at - valued)]!;
}

function firstPlace(
  order: SortedOrder,
  descending: boolean,
  isAfter: (doc: number) => boolean,
): number {
  let from = 0;
  let to = order.docs.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isAfter(documentAt(order, descending, middle))) to = middle;
    else from = middle + 1;
  }
  return from;
}

function requireWhole(value: number, least: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${value} is not a ${what}`);
  }
}
