// A question about works, as people ask it: what to include and exclude, ranges, words, order. The
// form, the API, feeds and links all come down to this one shape.
import type { Clause, Sort } from '../../engine/index.ts';
import type { PseudId, TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { words } from '../../text/index.ts';
import type { TagType } from '../tags/index.ts';
import type { Column } from './index/shape.ts';
import type { WordIndex } from './index/word-index.ts';
import type { WorksIndex } from './index/works-index.ts';
import { leadsSomewhere } from './sight.ts';

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

/** Type null: a tag of any type was meant. */
export type UnknownTag = { readonly type: TagType | null; readonly name: string };

export type WorksFilter = {
  /**
   * Each group is wanted; of a group that lists several tags, any will do. Media find their
   * fandoms' works. A number that is no tag finds nothing.
   */
  readonly include: readonly (readonly TagId[])[];
  /** None of these. */
  readonly exclude: readonly TagId[];
  /** Names that no tag bears which the asker may know: wanted ones find nothing. */
  readonly unknown: {
    readonly include: readonly UnknownTag[];
    readonly exclude: readonly UnknownTag[];
  };
  /** Names of creators, each wanted: log-in names or pseuds. Anonymous works are by nobody. */
  readonly creators: readonly string[];
  /** Words that must all be there. */
  readonly text: string;
  /** Words that must all be in the title. */
  readonly title: string;
  /** BCP 47; empty: any. */
  readonly language: string;
  /** Both ends are within. */
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

/** Everything, the newest update first. */
export const emptyFilter: WorksFilter = {
  include: [],
  exclude: [],
  unknown: { include: [], exclude: [] },
  creators: [],
  text: '',
  title: '',
  language: '',
  ranges: {},
  complete: null,
  crossover: null,
  oneRelationship: null,
  sort: 'updated',
  reversed: false,
  seed: 1,
};

/** What all works of a list have in common, whatever is filtered besides. */
export type ListScope = {
  /** The tag that the list is of; its synonyms and subtags count. */
  readonly tag?: TagId;
  /** The works of any of these pseuds, without those that are anonymous to the viewer. */
  readonly creators?: readonly PseudId[];
  /** The viewer has asked for what their own tastes keep out; absent: no. */
  readonly liftTastes?: boolean;
};

const nothing: Clause = { kind: 'documents', ids: new Set() };

/** Scope and filter as the engine takes them for this viewer. */
export function clauseOf(
  filter: WorksFilter,
  scope: ListScope,
  index: WorksIndex,
  viewer: Viewer,
): Clause {
  const anyOf = (tags: readonly TagId[]) => includeClause(tags, index, viewer);
  const of: Clause[] = [
    ...scopeClauses(scope, index, viewer),
    ...filter.include.map(anyOf),
    ...filter.exclude.map((tag): Clause => ({ kind: 'not', of: anyOf([tag]) })),
    ...filter.creators.map((name): Clause => {
      return { kind: 'anyTerm', terms: index.creators.named(name) };
    }),
  ];
  if (filter.unknown.include.length > 0) of.push(nothing);
  if (filter.language !== '') {
    const term = index.languageTerm(filter.language);
    of.push(term === null ? nothing : { kind: 'term', term });
  }
  for (const [column, range] of Object.entries(filter.ranges)) {
    of.push({ kind: 'range', column, ...range });
  }
  pushFlag(of, filter.complete, { kind: 'range', column: 'complete', min: 1 });
  pushFlag(of, filter.crossover, { kind: 'crossover', group: 'fandom' });
  pushFlag(of, filter.oneRelationship, { kind: 'otp', group: 'relationship' });
  pushWords(of, filter.text, index.words);
  pushWords(of, filter.title, index.titles);
  return of.length === 0 ? { kind: 'everything' } : { kind: 'all', of };
}

function scopeClauses({ tag, creators }: ListScope, index: WorksIndex, viewer: Viewer): Clause[] {
  const of: Clause[] = tag === undefined ? [] : [includeClause([tag], index, viewer)];
  if (creators !== undefined) of.push(byPseuds(creators, index, viewer));
  return of;
}

/** People find their own anonymous works among their own. */
function byPseuds(pseuds: readonly PseudId[], index: WorksIndex, viewer: Viewer): Clause {
  const signed: Clause = { kind: 'anyTerm', terms: pseuds };
  if (viewer.kind === 'guest') return signed;
  const wanted = new Set<number>(pseuds);
  const own = [...index.creators.worksOf(viewer.userId)].filter((id) =>
    index.creators
      .of(id)
      .some(({ pseudId, userId }) => userId === viewer.userId && wanted.has(pseudId)),
  );
  if (own.length === 0) return signed;
  return { kind: 'any', of: [signed, { kind: 'documents', ids: new Set(own) }] };
}

function pushFlag(clauses: Clause[], wanted: boolean | null, clause: Clause): void {
  if (wanted === null) return;
  clauses.push(wanted ? clause : { kind: 'not', of: clause });
}

// Whole words: “tea” is not “team”. What is unfinished finds more once words have their stems.
function pushWords(clauses: Clause[], typed: string, index: WordIndex): void {
  const wanted = words(typed, 'en');
  if (wanted.length > 0) clauses.push({ kind: 'documents', ids: index.find(wanted) });
  // Signs alone hold no word; a search for them finds nothing rather than everything.
  else if (typed.trim() !== '') clauses.push(nothing);
}

/** What the tags mean to the viewer, any of them. */
export function includeClause(ids: readonly TagId[], index: WorksIndex, viewer: Viewer): Clause {
  const terms = ids.flatMap((id) => {
    const tag = index.tags.get(id);
    // A number tried out must not tell that there is such a tag, nor what it is a synonym of.
    if (tag === undefined || !leadsSomewhere(viewer, tag, index)) return [];
    return tag.type === 'media' ? [...(index.children.get(id) ?? [])] : [id];
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
