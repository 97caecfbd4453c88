// Which of few documents bear nothing that any of several canonicals finds, told from what each of
// them bears: no union over the canonicals is made.
import { withoutMarked } from './counting.ts';
import {
  type DocumentSet,
  documentsOf,
  listOf,
  setBit,
  subtract,
  wordsFor,
} from './document-set.ts';
import type { Archive, Plan } from './plan.ts';
import { firstNotBelow } from './runs.ts';

/** A filter by one canonical. */
export type ClosurePlan = Extract<Plan, { kind: 'closure' }>;

/** The documents of `within` that none of the filters finds. */
export function withoutBearers(
  within: DocumentSet,
  filters: readonly ClosurePlan[],
  archive: Archive,
): DocumentSet {
  const { closures, documents, taxonomy } = archive;
  const { heavy, bundles, packed } = documents;
  const found = new Set<number>();
  for (const { canonical } of filters) {
    for (const term of taxonomy.closureOf(canonical)) found.add(term);
  }
  const marks = new Int32Array(wordsFor(bundles.cells));
  const unmarked: number[] = [];
  for (const term of found) {
    // Whoever bears a member has the canonical in the list, and all members of it are found.
    const canonical = taxonomy.packedUnder(term);
    if (canonical >= 0 && canonical < bundles.first) setBit(marks, canonical);
    else unmarked.push(term);
  }
  bundles.mark(marks);
  const docs = documentsOf(within);
  const stays = listOf(withoutMarked(docs, heavy, packed, marks));
  const later = docs
    .subarray(firstNotBelow(docs, packed, 0, docs.length))
    .filter((doc) => !documents.termsOf(doc).some((term) => found.has(term)));
  const left = subtract(stays, closures.unionOf(unmarked));
  if (later.length === 0) return left;
  const both = new Int32Array(left.size + later.length);
  both.set(documentsOf(left));
  both.set(later, left.size);
  return listOf(both);
}
