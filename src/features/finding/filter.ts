// A question about works, as people ask it: what to include and exclude, ranges, words, order. The
// form, the API, feeds and links all come down to this one shape.
import type { Clause, Sort } from '../../engine/index.ts';
import type { PseudId, TagId } from '../../shared/ids.ts';
import { words } from '../../text/index.ts';
import type { Column } from './index/shape.ts';
import type { WorksIndex } from './index/works-index.ts';

export type Range = { readonly min?: number; readonly max?: number };

export const sortNames = [
  'relevance',
  'updated',
  'posted',
  'words',
  'kudos',
  'hits',
  'comments',
  'bookmarks',
  'title',
  'creator',
  'random',
] as const;
export type SortName = (typeof sortNames)[number];

export type WorksFilter = {
  /** Each is wanted; of one that lists several, any will do. Media find their fandoms' works. */
  readonly include: readonly (readonly TagId[])[];
  /** None of these. */
  readonly exclude: readonly TagId[];
  /** Works by any of these, unless anonymous. */
  readonly creators: readonly PseudId[];
  /** Words that must all be there. */
  readonly text: string;
  /** BCP 47; empty: any. */
  readonly language: string;
  readonly ranges: Readonly<Partial<Record<Column, Range>>>;
  /** Null: both. */
  readonly complete: boolean | null;
  readonly crossover: boolean | null;
  readonly oneRelationship: boolean | null;
  readonly sort: SortName;
  /** Against the sort's own direction: newest, most, A to Z. */
  readonly reversed: boolean;
  /** For `random`. */
  readonly seed: number;
};

export const emptyFilter: WorksFilter = {
  include: [],
  exclude: [],
  creators: [],
  text: '',
  language: '',
  ranges: {},
  complete: null,
  crossover: null,
  oneRelationship: null,
  sort: 'updated',
  reversed: false,
  seed: 1,
};

/** The filter as the engine takes it. */
export function clauseOf(filter: WorksFilter, index: WorksIndex): Clause {
  const of: Clause[] = [
    ...filter.include.map((tags) => includeClause(tags, index)),
    ...filter.exclude.map((tag): Clause => ({ kind: 'not', of: includeClause([tag], index) })),
  ];
  if (filter.creators.length > 0) of.push({ kind: 'anyTerm', terms: filter.creators });
  if (filter.language !== '') {
    of.push({ kind: 'term', term: index.languageTerm(filter.language) });
  }
  for (const [column, range] of Object.entries(filter.ranges)) {
    of.push({ kind: 'range', column, ...range });
  }
  pushFlag(of, filter.complete, { kind: 'range', column: 'complete', min: 1 });
  pushFlag(of, filter.crossover, { kind: 'crossover', group: 'fandom' });
  pushFlag(of, filter.oneRelationship, { kind: 'otp', group: 'relationship' });
  const wanted = words(filter.text, 'en');
  if (wanted.length > 0) of.push({ kind: 'documents', ids: index.words.find(wanted) });
  // Signs alone hold no word; a search for them finds nothing rather than everything.
  else if (filter.text.trim() !== '') of.push({ kind: 'documents', ids: new Set() });
  return of.length === 0 ? { kind: 'everything' } : { kind: 'all', of };
}

function pushFlag(clauses: Clause[], wanted: boolean | null, clause: Clause): void {
  if (wanted === null) return;
  clauses.push(wanted ? clause : { kind: 'not', of: clause });
}

function includeClause(tags: readonly TagId[], index: WorksIndex): Clause {
  const terms = tags.flatMap((tag) => {
    if (index.tags.get(tag)?.type !== 'media') return [tag];
    return [...(index.children.get(tag) ?? [])];
  });
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return { kind: 'term', term: only };
  return { kind: 'anyTerm', terms };
}

/** The order as the engine takes it. */
export function sortOf(filter: WorksFilter): Sort {
  const { sort, reversed } = filter;
  if (sort === 'random') return { random: filter.seed };
  if (sort === 'title' || sort === 'creator') {
    return { text: sort, direction: reversed ? 'descending' : 'ascending' };
  }
  // Without ranks of its own yet, relevance is what is newest.
  const column = sort === 'relevance' ? 'updated' : sort;
  return { column, direction: reversed ? 'ascending' : 'descending' };
}
