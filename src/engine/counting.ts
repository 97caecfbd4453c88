// The loop that facet counting lives in: over documents, over each one's own terms, one count under
// the canonical of each, once for a document however many of its terms mean it.
import { type DocumentSet, documentsOf } from './document-set.ts';
import type { Runs } from './runs.ts';

/** Adds `step` under each canonical that each document counts under. */
export function addCounts(
  counts: Int32Array,
  found: DocumentSet,
  terms: Runs,
  canonicalOf: Int32Array,
  step: number,
): void {
  const { cells, starts, lengths } = terms;
  const docs = documentsOf(found);
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at]!;
    const start = starts[doc]!;
    const end = start + lengths[doc]!;
    for (let place = start; place < end; place++) {
      const term = cells[place]!;
      const canonical = canonicalOf[term]!;
      if (canonical !== term && isRepeat(cells, start, place, canonical, end, canonicalOf))
        continue;
      counts[canonical]! += step;
    }
  }
}

/**
 * The same, adding 1 and noting in `touched` each canonical whose count was 0; returns how many.
 * For few documents, where walking every count afterwards would cost more than the noting.
 */
export function countTouched(
  counts: Int32Array,
  touched: Int32Array,
  found: DocumentSet,
  terms: Runs,
  canonicalOf: Int32Array,
): number {
  const { cells, starts, lengths } = terms;
  const docs = documentsOf(found);
  let size = 0;
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at]!;
    const start = starts[doc]!;
    const end = start + lengths[doc]!;
    for (let place = start; place < end; place++) {
      const term = cells[place]!;
      const canonical = canonicalOf[term]!;
      if (canonical !== term && isRepeat(cells, start, place, canonical, end, canonicalOf))
        continue;
      const count = counts[canonical]!;
      if (count === 0) touched[size++] = canonical;
      counts[canonical] = count + 1;
    }
  }
  return size;
}

// A synonym counts unless the canonical itself stands on the document (that one counts) or an
// earlier synonym of the same canonical does. Only synonyms pay for the question.
function isRepeat(
  cells: Int32Array,
  start: number,
  place: number,
  canonical: number,
  end: number,
  canonicalOf: Int32Array,
): boolean {
  for (let at = start; at < end; at++) {
    if (cells[at] === canonical) return true;
    if (at < place && canonicalOf[cells[at]!] === canonical) return true;
  }
  return false;
}
