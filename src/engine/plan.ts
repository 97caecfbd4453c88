// From a clause to a plan: outside ids become inside numbers, what can be settled without a
// document is settled, and what removes most comes first. Nothing here touches a posting but its
// size.
import type { Closures } from './closures.ts';
import type { Column } from './columns.ts';
import type { Derived, DerivedKind } from './derived.ts';
import { type DocumentSet, setOfDocuments } from './document-set.ts';
import type { Documents } from './documents.ts';
import type { JointUnions } from './joint-unions.ts';
import type { Postings } from './postings.ts';
import type { Clause, Range } from './query.ts';
import type { Taxonomy } from './taxonomy.ts';

/** Estimates are of the documents found, at most; `Infinity` where nobody can tell. */
export type Plan = { readonly estimate: number } & (
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'closure'; readonly canonical: number }
  | { readonly kind: 'bearers'; readonly term: number }
  | { readonly kind: 'set'; readonly set: DocumentSet }
  | { readonly kind: 'range'; readonly column: string; readonly min: number; readonly max: number }
  | { readonly kind: 'derived'; readonly derived: DerivedKind; readonly group: number }
  | { readonly kind: 'not'; readonly of: Plan }
  | { readonly kind: 'all'; readonly of: readonly Plan[] }
  | { readonly kind: 'any'; readonly of: readonly Plan[] }
);

/** What planning and execution read. */
export type Archive = {
  readonly taxonomy: Taxonomy;
  readonly documents: Documents;
  readonly postings: Postings;
  readonly closures: Closures;
  readonly joint: JointUnions;
  readonly derived: Derived;
  columnOf(name: string): Column;
};

/** Clauses may be nested this deep; deeper ones are refused, because planning recurses. */
export const deepestClause = 100;

const everything: Plan = { kind: 'everything', estimate: Number.POSITIVE_INFINITY };
const nothing: Plan = { kind: 'nothing', estimate: 0 };

/** Refuses, with a RangeError, unknown columns and groups, bounds that are NaN, and depth. */
export function planOf(clause: Clause, archive: Archive, depth = 0): Plan {
  if (depth > deepestClause) throw new RangeError(`clauses nested over ${deepestClause} deep`);
  switch (clause.kind) {
    case 'everything':
      return everything;
    case 'term':
      return byMeaning([clause.term], archive);
    case 'anyTerm':
      return byMeaning(clause.terms, archive);
    case 'bears':
      return bearers(clause.term, archive);
    case 'all':
      return allOf(clause.of.map((each) => planOf(each, archive, depth + 1)));
    case 'any':
      return anyOf(clause.of.map((each) => planOf(each, archive, depth + 1)));
    case 'not':
      return notOf(planOf(clause.of, archive, depth + 1));
    case 'range':
      return within(clause, archive);
    case 'documents':
      return listed(clause.ids, archive.documents);
    case 'crossover':
    case 'otp': {
      const group = archive.taxonomy.groupNumber(clause.group);
      return {
        kind: 'derived',
        derived: clause.kind,
        group,
        estimate: Number.POSITIVE_INFINITY,
      };
    }
  }
}

function byMeaning(ids: readonly number[], { taxonomy, closures }: Archive): Plan {
  const canonicals = new Set<number>();
  for (const id of ids) {
    const term = taxonomy.numberOf(id);
    if (term >= 0) canonicals.add(taxonomy.canonicalOf(term));
  }
  return anyOf(
    [...canonicals].map((canonical) => {
      const estimate = closures.estimate(canonical);
      return estimate === 0 ? nothing : { kind: 'closure', canonical, estimate };
    }),
  );
}

function bearers(id: number, { taxonomy, postings }: Archive): Plan {
  const term = taxonomy.numberOf(id);
  const estimate = term < 0 ? 0 : postings.sizeOf(term);
  return estimate === 0 ? nothing : { kind: 'bearers', term, estimate };
}

function within(range: Range, archive: Archive): Plan {
  archive.columnOf(range.column);
  const min = range.min ?? Number.NEGATIVE_INFINITY;
  const max = range.max ?? Number.POSITIVE_INFINITY;
  if (Number.isNaN(min) || Number.isNaN(max)) throw new RangeError('a range ends at NaN');
  if (min > max) return nothing;
  return { kind: 'range', column: range.column, min, max, estimate: Number.POSITIVE_INFINITY };
}

function listed(
  ids: ReadonlySet<number> | readonly number[] | Float64Array,
  documents: Documents,
): Plan {
  const set = setOfDocuments(documents.findEach(packedIds(ids)), documents.span);
  return set.size === 0 ? nothing : { kind: 'set', set, estimate: set.size };
}

function packedIds(ids: ReadonlySet<number> | readonly number[] | Float64Array): Float64Array {
  if (ids instanceof Float64Array) return ids;
  const packed = new Float64Array('size' in ids ? ids.size : ids.length);
  let at = 0;
  for (const id of ids) packed[at++] = id;
  return packed;
}

function notOf(of: Plan): Plan {
  if (of.kind === 'everything') return nothing;
  if (of.kind === 'nothing') return everything;
  if (of.kind === 'not') return of.of;
  return { kind: 'not', of, estimate: Number.POSITIVE_INFINITY };
}

function anyOf(parts: readonly Plan[]): Plan {
  const of = parts
    .flatMap((part) => (part.kind === 'any' ? part.of : [part]))
    .filter((part) => part.kind !== 'nothing');
  if (of.some((part) => part.kind === 'everything')) return everything;
  if (of.length === 0) return nothing;
  if (of.length === 1) return of[0]!;
  return { kind: 'any', of, estimate: of.reduce((sum, part) => sum + part.estimate, 0) };
}

function allOf(parts: readonly Plan[]): Plan {
  const of = parts
    .flatMap((part) => (part.kind === 'all' ? part.of : [part]))
    .filter((part) => part.kind !== 'everything');
  if (of.some((part) => part.kind === 'nothing')) return nothing;
  if (of.length === 0) return everything;
  if (of.length === 1) return of[0]!;
  // Fewest first; then what takes away; then what must look at each document that is left.
  const ordered = of.toSorted((a, b) => rank(a) - rank(b) || smaller(a.estimate, b.estimate));
  return { kind: 'all', of: ordered, estimate: ordered[0]!.estimate };
}

/** A canonical whose documents hold all that the plan finds; null where none is named so. */
export function anchorOf(plan: Plan): number | null {
  if (plan.kind === 'closure') return plan.canonical;
  // The smallest comes first.
  const closure = plan.kind === 'all' && plan.of.find((part) => part.kind === 'closure');
  return closure ? closure.canonical : null;
}

function rank(plan: Plan): number {
  if (Number.isFinite(plan.estimate)) return 0;
  if (plan.kind === 'not') return 1;
  return plan.kind === 'range' ? 2 : 3;
}

// Not a subtraction: two infinite estimates are equal, not NaN.
function smaller(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
