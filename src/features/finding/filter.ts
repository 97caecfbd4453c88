// A question about works, as people ask it: what to include and exclude, ranges, words, order. The
// form, the API, feeds and links all come down to this one shape.
import type { Clause, Sort } from '../../engine/index.ts';
import type { PseudId, TagId, WorkId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { TagType } from '../tags/index.ts';
import type { Column } from './index/shape.ts';
import type { WorksIndex } from './index/works-index.ts';
import { worksScoredByTags } from './limits.ts';
import { type LookUp, lookUpFor } from './look-up.ts';
import type { FoundBefore } from './query/found-before.ts';
import type { StateWord } from './query/own-words.ts';
import { ownClause } from './query/own-works.ts';
import { clauseOfNode, flagClause } from './query/query-clause.ts';
import { includeClause, tagsNaming } from './query/tags-clause.ts';
import { type FoundText, looksForWords, textLeavesOf, titleLeaf } from './query/text-leaves.ts';
import { parseWorksQuery } from './query/works-language.ts';
import { tagScore } from './text/leaf.ts';

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
  'bookmarked',
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
  /**
   * What the box says beyond the fields of the form, in the query language: canonical text, so
   * that filters that say the same are the same.
   */
  readonly text: string;
  /** Words that must all be in the title. */
  readonly title: string;
  /** BCP 47; empty: any. */
  readonly language: string;
  /** Both ends are within. */
  readonly ranges: Readonly<Partial<Record<Column, Range>>>;
  /** Null: both. */
  readonly complete: boolean | null;
  readonly series: boolean | null;
  readonly crossover: boolean | null;
  readonly oneRelationship: boolean | null;
  /** Where the viewer stands with a work: any of these; none: wherever. In the form’s order. */
  readonly states: readonly StateWord[];
  /** The list has an order of its own, its things as they were kept: the usual one there. */
  readonly ordered: boolean;
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
  series: null,
  crossover: null,
  oneRelationship: null,
  states: [],
  ordered: false,
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
  /** Only these works, as far as the viewer finds them; absent: any. */
  readonly works?: ReadonlySet<WorkId>;
  /** When each of them was put there, later ones first: the list’s own order. */
  readonly order?: ReadonlyMap<WorkId, number>;
  /** The viewer put them there: nothing is kept out of it. */
  readonly own?: boolean;
  /** The viewer has asked for what they have muted; absent: no. */
  readonly liftTastes?: boolean;
  /** The viewer has turned their default filter off; absent: no. */
  readonly liftFilter?: boolean;
};

const nothing: Clause = { kind: 'documents', ids: new Set() };

/** Scope and filter as the engine takes them for this viewer; `found`: see `FindBefore`. */
export function clauseOf(
  filter: WorksFilter,
  scope: ListScope,
  index: WorksIndex,
  viewer: Viewer,
  found: FoundBefore,
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
  pushFlag(of, filter.complete, flagClause('complete'));
  pushFlag(of, filter.series, flagClause('series'));
  pushFlag(of, filter.crossover, flagClause('crossover'));
  pushFlag(of, filter.oneRelationship, flagClause('otp'));
  if (filter.states.length > 0) of.push(ownClause('state', filter.states, found));
  if (filter.title !== '') {
    of.push({ kind: 'documents', ids: found.hitsOf(titleLeaf(filter.title)).ids });
  }
  if (filter.text !== '') {
    const lookUp = lookUpFor(viewer, index);
    const fandoms = fandomsAsked(filter, scope, lookUp);
    const { where } = parseWorksQuery(filter.text);
    of.push(clauseOfNode(where, { index, viewer, found, lookUp, fandoms }));
  }
  return of.length === 0 ? { kind: 'everything' } : { kind: 'all', of };
}

/** The fandoms that a list and its filter name: they tell tags of one name apart. */
export function fandomsAsked(
  { include }: Pick<WorksFilter, 'include'>,
  { tag }: ListScope,
  lookUp: Pick<LookUp, 'tag'>,
): TagId[] {
  const named = [...include.flat(), ...(tag === undefined ? [] : [tag])];
  return named.filter((id) => lookUp.tag(id)?.type === 'fandom');
}

function scopeClauses(
  { tag, creators, works }: ListScope,
  index: WorksIndex,
  viewer: Viewer,
): Clause[] {
  const of: Clause[] = tag === undefined ? [] : [includeClause([tag], index, viewer)];
  if (creators !== undefined) of.push(byPseuds(creators, index, viewer));
  if (works !== undefined) of.push({ kind: 'documents', ids: works });
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

/** What the best match is worth: the sums of what full text and names of tags give. */
export function scoresOf(
  filter: WorksFilter,
  index: WorksIndex,
  found: FoundText,
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  const add = (id: number, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  for (const { leaf, wanted } of textLeavesOf(filter)) {
    if (!wanted) continue;
    for (const [id, score] of found.hitsOf(leaf).scores) add(id, score);
    if (leaf.field !== 'any') continue;
    const named = new Set<number>();
    for (const tag of tagsNaming(leaf, index)) {
      if (named.size > worksScoredByTags) break;
      for (const id of index.engine.documentsWith(tag)) named.add(id);
    }
    for (const id of named) add(id, tagScore);
  }
  return scores;
}

/** The order where nobody asks for one: the best match first where words are looked for. */
export function usualSort(filter: Pick<WorksFilter, 'title' | 'text' | 'ordered'>): SortName {
  if (looksForWords(filter)) return 'relevance';
  return filter.ordered ? 'bookmarked' : 'updated';
}

/** The order as the engine takes it; `scores`: for relevance; `order`: the list’s own. */
export function sortOf(
  { sort, reversed, seed }: WorksFilter,
  scores: () => ReadonlyMap<number, number>,
  order?: ReadonlyMap<number, number>,
): Sort {
  if (sort === 'random') return { random: seed };
  if (sort === 'title' || sort === 'creator') {
    return { text: sort, direction: reversed ? 'descending' : 'ascending' };
  }
  if (sort === 'bookmarked' && order !== undefined) {
    return { scores: reversed ? new Map([...order].map(([id, at]) => [id, -at])) : order };
  }
  if (sort === 'relevance' && !reversed) {
    const found = scores();
    if (found.size > 0) return { scores: found };
  }
  // Where nothing is ranked, the best is what is newest.
  const column = sort === 'relevance' || sort === 'bookmarked' ? 'updated' : sort;
  return { column, direction: reversed ? 'ascending' : 'descending' };
}
