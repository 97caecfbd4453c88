// Why a document is not in an answer. Works from the document upwards (its terms, what stands above
// them), where execution works from the clause downwards: two ways to one truth.
import type { Archive } from './plan.ts';
import type { Absence, Clause, Question } from './query.ts';

/** Null if the question finds the document. */
export function absenceOf(question: Question, id: number, archive: Archive): Absence | null {
  const { documents } = archive;
  const doc = documents.find(id);
  if (doc < 0) return { because: 'unknown' };
  if (question.removed?.has(id)) return { because: 'removed' };
  const seen = (documents.audienceOf(doc) & question.audience) !== 0;
  if (!seen && !question.added?.has(id)) return { because: 'audience' };
  return failing(question.where, [], doc, archive);
}

function failing(
  clause: Clause,
  path: readonly number[],
  doc: number,
  archive: Archive,
): Absence | null {
  if (holds(clause, doc, archive)) return null;
  if (clause.kind === 'all') {
    for (const [at, part] of clause.of.entries()) {
      const absence = failing(part, [...path, at], doc, archive);
      if (absence !== null) return absence;
    }
  }
  return { because: 'clause', clause, path };
}

function holds(clause: Clause, doc: number, archive: Archive): boolean {
  const { taxonomy, documents, derived } = archive;
  switch (clause.kind) {
    case 'everything':
      return true;
    case 'term':
      return isMeantBy([clause.term], doc, archive);
    case 'anyTerm':
      return isMeantBy(clause.terms, doc, archive);
    case 'bears':
      return documents.termsOf(doc).includes(taxonomy.numberOf(clause.term));
    case 'all':
      return clause.of.every((part) => holds(part, doc, archive));
    case 'any':
      return clause.of.some((part) => holds(part, doc, archive));
    case 'not':
      return !holds(clause.of, doc, archive);
    case 'range': {
      const value = archive.columnOf(clause.column).at(doc);
      return value >= (clause.min ?? -Infinity) && value <= (clause.max ?? Infinity);
    }
    case 'documents':
      return hasId(clause.ids, documents.idOf(doc));
    case 'crossover':
    case 'otp':
      return derived.holds(clause.kind, taxonomy.groupNumber(clause.group), doc);
  }
}

function isMeantBy(ids: readonly number[], doc: number, archive: Archive): boolean {
  const { taxonomy, documents } = archive;
  const wanted = new Set<number>();
  for (const id of ids) {
    const term = taxonomy.numberOf(id);
    if (term >= 0) wanted.add(taxonomy.canonicalOf(term));
  }
  return documents
    .termsOf(doc)
    .some((term) => taxonomy.above(taxonomy.canonicalOf(term)).some((up) => wanted.has(up)));
}

function hasId(ids: ReadonlySet<number> | readonly number[] | Float64Array, id: number): boolean {
  return 'has' in ids ? ids.has(id) : ids.includes(id);
}
