// What can be asked: the words of a question and of its answer.
import type { Sight } from './audiences.ts';

/**
 * Which documents. Terms and documents are outside ids; an id that nothing has named finds nothing.
 * `term`: by meaning: the canonical, its synonyms and all below. `anyTerm`: any of several.
 * `bears`: the term itself stands on the document, whatever it means. `range`: both ends are
 * within; a document without a value is in no range. `crossover`: more than one term of the group
 * after synonyms, and none of them shares itself or a metatag with all the others. `otp`: exactly
 * one term of the group after synonyms.
 */
export type Clause =
  | { readonly kind: 'everything' }
  | { readonly kind: 'term'; readonly term: number }
  | { readonly kind: 'anyTerm'; readonly terms: readonly number[] }
  | { readonly kind: 'bears'; readonly term: number }
  | { readonly kind: 'all'; readonly of: readonly Clause[] }
  | { readonly kind: 'any'; readonly of: readonly Clause[] }
  | { readonly kind: 'not'; readonly of: Clause }
  | Range
  | {
      readonly kind: 'documents';
      readonly ids: ReadonlySet<number> | readonly number[] | Float64Array;
    }
  | { readonly kind: 'crossover'; readonly group: string }
  | { readonly kind: 'otp'; readonly group: string };

/** Documents whose number in the column lies between the ends, both included. */
export type Range = {
  readonly kind: 'range';
  readonly column: string;
  readonly min?: number;
  readonly max?: number;
};

/** The way a column or text is sorted. */
export type Direction = 'ascending' | 'descending';

/**
 * Documents without a value come last in either direction. Ties go by id, in the same direction
 * (ascending where there is none). `random`: a seed of 32 bits; the same seed, the same order.
 * `scores`: by outside id, the highest first.
 */
export type Sort =
  | { readonly column: string; readonly direction: Direction }
  | { readonly text: string; readonly direction: Direction }
  | { readonly random: number }
  | { readonly scores: ReadonlyMap<number, number> };

/** Where a page ended: the sort value and id of its last document. Plain data, fit for JSON. */
export type PageKey = { readonly value: number | string | null; readonly id: number };

/** By number from 1, or what comes after a key (null: the first page). `size` may be 0. */
export type Page =
  | { readonly number: number; readonly size: number }
  | { readonly after: PageKey | null; readonly size: number };

/** Which documents, seen with whose eyes. */
export type Question = Sight & { readonly where: Clause };

/** A question, and which page of its answer in which order. */
export type Query = Question & {
  readonly sort: Sort;
  readonly page: Page;
  /** For each group the `top` canonicals with the highest counts. */
  readonly facets?: { readonly groups: readonly string[]; readonly top: number };
};

/** A canonical and how many documents of the answer count under it. */
export type FacetEntry = { readonly id: number; readonly count: number };

/** What a query finds. */
export type Answer = {
  /** Exact. */
  readonly total: number;
  /** Outside ids, in order. */
  readonly ids: readonly number[];
  /** By group asked for: highest count first, ties by lowest id. Exact. */
  readonly facets: Readonly<Record<string, readonly FacetEntry[]>>;
  /** Null once nothing comes after this page. */
  readonly next: PageKey | null;
};

/**
 * Why a document is not in an answer: there is none of that id; the mask does not see it; the
 * viewer's own `removed` takes it away; or the innermost clause that fails, with the way to it from
 * `where` (the place in each `all` passed through).
 */
export type Absence =
  | { readonly because: 'unknown' }
  | { readonly because: 'audience' }
  | { readonly because: 'removed' }
  | { readonly because: 'clause'; readonly clause: Clause; readonly path: readonly number[] };
