// What a question costs, told before it is asked from the sizes of the sets that it goes through.
// In documents that are found, counted under their terms and sorted: some 100 nanoseconds each.
import type { Archive } from './plan.ts';
import type { Clause, Query, Question } from './query.ts';

/**
 * Of a clause: the documents that it finds at most; those that whoever narrows by it may have to
 * go through; and those that are gone through in any case, to know what it finds.
 */
type Cost = { readonly found: number; readonly through: number; readonly touched: number };

/** Of a document that is counted and sorted: one that is passed in a list or among bits. */
export const passing = 1 / 16;
// One that is only found; one that is named by its id, looked up and put in order.
const uncounted = 1 / 4;
const lookedUp = 1 / 2;
// Narrowing few documents by a large set takes so many steps a document, not the set.
const stepsMost = 8;
const all = Number.POSITIVE_INFINITY;

/** Looks at no document. What nothing narrows costs the whole archive. */
export function costOf(question: Question | Query, archive: Archive): number {
  const { count } = archive.documents;
  const { found, touched } = narrowing([costOfClause(question.where, archive)], count);
  const isCounted = 'facets' in question && question.facets !== undefined;
  return Math.min(found, count) * (isCounted ? 1 : uncounted) + touched * passing;
}

function costOfClause(clause: Clause, archive: Archive): Cost {
  const { documents, taxonomy, postings } = archive;
  switch (clause.kind) {
    case 'everything':
      return { found: all, through: 0, touched: 0 };
    case 'range':
    case 'crossover':
    case 'otp':
      return { found: all, through: all, touched: 0 };
    case 'term':
      return ofMeaning([clause.term], archive);
    case 'anyTerm':
      return ofMeaning(clause.terms, archive);
    case 'bears': {
      const term = taxonomy.numberOf(clause.term);
      const found = term < 0 ? 0 : postings.sizeOf(term);
      return { found, through: found, touched: 0 };
    }
    case 'documents': {
      const found = 'size' in clause.ids ? clause.ids.size : clause.ids.length;
      return { found, through: found, touched: (found * lookedUp) / passing };
    }
    case 'not':
      return { ...costOfClause(clause.of, archive), found: all };
    case 'any':
      return poured(clause.of.map((each) => costOfClause(each, archive)));
    case 'all':
      return narrowing(
        clause.of.map((each) => costOfClause(each, archive)),
        documents.count,
      );
  }
}

function ofMeaning(ids: readonly number[], { taxonomy, closures }: Archive): Cost {
  const canonicals = new Set<number>();
  for (const id of ids) {
    const term = taxonomy.numberOf(id);
    if (term >= 0) canonicals.add(taxonomy.canonicalOf(term));
  }
  return poured(
    Array.from(canonicals, (canonical): Cost => {
      const found = closures.estimate(canonical);
      // What stands together under one meaning is made once and kept, for a time.
      return { found, through: found, touched: taxonomy.standsAlone(canonical) ? 0 : found };
    }),
  );
}

function poured(parts: readonly Cost[]): Cost {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return {
    found: sumOf(parts, ({ found }) => found),
    through: sumOf(parts, ({ through }) => through),
    touched: sumOf(parts, ({ touched }) => touched),
  };
}

function narrowing(parts: readonly Cost[], count: number): Cost {
  const found = parts.reduce((least, part) => Math.min(least, part.found), all);
  const most = Math.min(found, count) * stepsMost;
  const touched = sumOf(parts, (part) => part.touched + Math.min(part.through, most));
  return { found, through: found, touched };
}

function sumOf(parts: readonly Cost[], of: (part: Cost) => number): number {
  return parts.reduce((sum, part) => sum + of(part), 0);
}
