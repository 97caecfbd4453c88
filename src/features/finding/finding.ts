// Answers questions about works for a viewer: which, how many, and what could narrow them.
import type { PageKey, Question } from '../../engine/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { TagId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member, Viewer } from '../../shared/viewer.ts';
import { lookKey, type SnippetPart } from '../../text/index.ts';
import { findTagsByIds, type Tag } from '../tags/index.ts';
import {
  type Blurb,
  type InLanguage,
  listBlurbs,
  listDraftTagIds,
  type OwnMark,
} from '../works/index.ts';
import { clauseOf, type ListScope, scoresOf, sortOf, type WorksFilter } from './filter.ts';
import { type FacetGroup, facetGroups } from './index/shape.ts';
import { createWorksIndex, type KnownTag, type WorksIndex } from './index/works-index.ts';
import { createFindBefore, type FindBefore } from './query/found-before.ts';
import type { OwnWorks } from './query/own-works.ts';
import { textLeavesOf } from './query/text-leaves.ts';
import { knowsTag, sightOf } from './sight.ts';
import { countTags, countTerms } from './tag-counts.ts';
import { KeptTastes, type Taste, type TastesOf, type Withheld } from './tastes.ts';
import { createSearchText } from './text/search.ts';
import { snippetsOf } from './text/snippets.ts';
import { createTextIndex } from './text/text-index.ts';

/** A canonical, and how many works of the answer count under it. */
export type FacetCount = { readonly tag: KnownTag; readonly count: number };

/** A language by its tag and its name, with the works that are in it. */
export type LanguageCount = InLanguage & { readonly name: string; readonly count: number };

export type FoundWorks = {
  /** Exact. */
  readonly total: number;
  readonly ids: readonly WorkId[];
  readonly facets: Readonly<Partial<Record<FacetGroup, readonly FacetCount[]>>>;
  /** What the next page comes after; null at the end. */
  readonly next: PageKey | null;
  /** What the viewer's own tastes keep out of this answer; null: nothing. */
  readonly withheld: Withheld | null;
  /** Names of shelves that were asked for and are none of the viewer's. */
  readonly missingShelves: readonly string[];
};

/** By number from 1, or what comes after a key (null: the beginning). */
export type PageWanted =
  | { readonly number: number; readonly size: number }
  | { readonly after: PageKey | null; readonly size: number };

export type FindOptions = {
  readonly page: PageWanted;
  /** How many of each facet; 0: none are counted. */
  readonly facets: number;
  /** What the list is of; absent: everything. */
  readonly scope?: ListScope;
};

export type Finding = {
  /** Works that the viewer may see in lists and the filter lets through. */
  find(viewer: Viewer, filter: WorksFilter, options: FindOptions): Promise<FoundWorks>;
  /** How many works of each tag's meaning the viewer finds, in the order given. */
  count(viewer: Viewer, tags: readonly TagId[]): Promise<number[]>;
  /** How many works of the list bear each tag's meaning besides what is filtered already. */
  countWithin(
    viewer: Viewer,
    filter: WorksFilter,
    scope: ListScope,
    tags: readonly TagId[],
  ): Promise<number[]>;
  /** The languages of works that the viewer finds, by the languages' own names. */
  languages(viewer: Viewer): Promise<LanguageCount[]>;
  /** Whether the viewer may meet the tag's name: in lists, or on a work of their own. */
  knows(viewer: Viewer, tag: Tag): Promise<boolean>;
  /** Tags of the viewer's own drafts, which the index does not hold. */
  draftTags(viewer: Viewer): Promise<KnownTag[]>;
  /** Why works that are shown all the same are usually kept out; only those that are. */
  reasons(
    viewer: Viewer,
    ids: readonly WorkId[],
    scope: ListScope,
  ): Promise<ReadonlyMap<WorkId, readonly Taste[]>>;
  /** Whether the viewer has mutes, or a default filter. */
  hasTastes(viewer: Viewer, of: Taste['of']): Promise<boolean>;
  /** Blurbs of works that were found, in their order, with what the viewer has marked them. */
  blurbs(viewer: Viewer, ids: readonly WorkId[]): Promise<Blurb[]>;
  /**
   * Where the filter's words stand in works that are shown: only what this viewer may read, and
   * nothing from behind the gate of an adult work unless they have agreed to see such.
   */
  snippets(
    viewer: Viewer,
    filter: WorksFilter,
    blurbs: readonly Blurb[],
    consents: boolean,
  ): Promise<ReadonlyMap<WorkId, readonly SnippetPart[]>>;
  /** The index itself, brought to the newest change. */
  index(): Promise<WorksIndex>;
  /** Loads the index before it is asked for. */
  warmUp(): Promise<void>;
  /** Saves the index where that is worth it; takes a new one that was asked for. A chore. */
  upkeep(): Promise<void>;
  /** Brings a share of the texts that are missing into full text. A chore. */
  indexTexts(): Promise<void>;
  /** Saves what is worth it, at the end. */
  close(): Promise<void>;
};

/** What features above know of a reader. */
export type KnownOfReaders = {
  readonly tastes?: readonly TastesOf[];
  readonly own?: readonly OwnWorks[];
  readonly marks?: MarksOf;
};

/** How a member stands with some works, as lists say it. */
export type MarksOf = (
  reader: Reader,
  member: Member,
  works: readonly Blurb[],
) => Promise<ReadonlyMap<WorkId, OwnMark>>;

/** Loads its index at the first question; one for each process. */
export function createFinding(parts: Parts, known: KnownOfReaders = {}): Finding {
  const index = createWorksIndex(parts);
  const { read } = parts.database;
  const texts = createTextIndex(parts.database);
  const searchText = createSearchText(parts.database, texts, () => index.languages());
  const now = () => parts.clock.now();
  const findBefore = createFindBefore(read, searchText, known.own ?? [], now);
  const tastes = new KeptTastes(parts, index, known.tastes ?? [], searchText, findBefore);

  const followed = async () => {
    await index.follow();
    return index;
  };

  return {
    index: followed,
    warmUp: () => index.life.warmUp(),
    upkeep: () => index.life.upkeep(),
    async indexTexts() {
      await texts.goOn();
    },
    async close() {
      await texts.close();
      await index.life.close();
    },
    find: (viewer, filter, options) =>
      findWorks({ index, tastes, findBefore }, viewer, filter, options),
    hasTastes: (viewer, of) => tastes.has(viewer, of),
    async reasons(viewer, ids, scope) {
      await followed();
      const kept = await tastes.of(viewer, { ...scope, liftTastes: false });
      return kept.reasons(ids, sightOf(viewer, index));
    },
    async count(viewer, tags) {
      await followed();
      return countTags(index, viewer, tags);
    },
    async languages(viewer) {
      await followed();
      return countLanguages(viewer, index);
    },
    async blurbs(viewer, ids) {
      await followed();
      const blurbs = await listBlurbs(read, viewer, ids, (id) => index.tags.get(id));
      return withMarks(read, viewer, blurbs, known.marks);
    },
    snippets(viewer, filter, blurbs, consents) {
      const asked = textLeavesOf(filter).filter(({ wanted }) => wanted);
      const leaves = asked.map(({ leaf }) => leaf);
      const adult = blurbs.filter(({ tags }) => tags.rating.some((rating) => rating.adult));
      const gated = new Set(consents ? [] : adult.map(({ id }) => id));
      const ids = blurbs.map(({ id }) => id);
      const mayRead = (id: WorkId) => !gated.has(id);
      return snippetsOf(read, viewer, ids, { leaves, mayRead });
    },
    async knows(viewer, tag) {
      await followed();
      if (knowsTag(viewer, tag, index)) return true;
      if (viewer.kind === 'guest') return false;
      return (await listDraftTagIds(read, viewer.userId)).includes(tag.id);
    },
    draftTags: (viewer) => listDraftTags(read, viewer),
    countWithin: (viewer, filter, scope, tags) =>
      countWithin({ index, tastes, findBefore }, viewer, filter, scope, tags),
  };
}

type Asking = {
  readonly index: WorksIndex;
  readonly tastes: KeptTastes;
  readonly findBefore: FindBefore;
};

async function findWorks(
  { index, tastes, findBefore }: Asking,
  viewer: Viewer,
  filter: WorksFilter,
  { page, facets, scope = {} }: FindOptions,
): Promise<FoundWorks> {
  await index.follow();
  const before = await findBefore(filter, viewer);
  const asked = clauseOf(filter, scope, index, viewer, before);
  const kept = await tastes.of(viewer, scope);
  const sight = sightOf(viewer, index);
  const answer = await index.life.query({
    ...sight,
    where: kept.letThrough(asked),
    sort: sortOf(filter, () => scoresOf(filter, index, before), scope.order),
    page,
    ...(facets > 0 ? { facets: { groups: facetGroups, top: facets } } : {}),
  });
  const { total, ids, next } = answer;
  const withheld = await kept.withheld(asked, total, sight);
  const facetsNamed = named(answer.facets, index);
  const { missing: missingShelves } = before;
  return { total, ids: ids as WorkId[], facets: facetsNamed, next, withheld, missingShelves };
}

/** Nobody's marks are shown to anybody else. */
async function withMarks(
  read: Reader,
  viewer: Viewer,
  blurbs: readonly Blurb[],
  marksOf: MarksOf | undefined,
): Promise<Blurb[]> {
  if (viewer.kind === 'guest' || marksOf === undefined || blurbs.length === 0) return [...blurbs];
  const marks = await marksOf(read, viewer, blurbs);
  return blurbs.map((blurb) => {
    const ownMark = marks.get(blurb.id);
    return ownMark === undefined ? blurb : { ...blurb, ownMark };
  });
}

async function countWithin(
  { index, tastes, findBefore }: Asking,
  viewer: Viewer,
  filter: WorksFilter,
  scope: ListScope,
  tags: readonly TagId[],
): Promise<number[]> {
  await index.follow();
  const sight = sightOf(viewer, index);
  const kept = await tastes.of(viewer, scope);
  const found = await findBefore(filter, viewer);
  const within = kept.letThrough(clauseOf(filter, scope, index, viewer, found));
  const asked = tags.map((term): Question => {
    return { ...sight, where: { kind: 'all', of: [within, { kind: 'term', term }] } };
  });
  return [...(await index.life.counts(asked))];
}

async function listDraftTags(read: Reader, viewer: Viewer): Promise<KnownTag[]> {
  if (viewer.kind === 'guest') return [];
  const tags = await findTagsByIds(read, await listDraftTagIds(read, viewer.userId));
  return [...tags.values()].map((tag) => ({ ...tag, lookKey: lookKey(tag.name) }));
}

async function countLanguages(viewer: Viewer, index: WorksIndex): Promise<LanguageCount[]> {
  const sight = sightOf(viewer, index);
  const languages = index.languages();
  const terms = languages.map((language) => index.languageTerm(language) as number);
  const counts = await countTerms(index, sight, terms);
  return languages
    .map((language, at) => ({
      ...index.knownLanguages.inLanguage(language),
      name: index.knownLanguages.nameOf(language),
      count: counts[at] as number,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (lookKey(a.name) < lookKey(b.name) ? -1 : 1));
}

function named(
  counted: Readonly<Record<string, readonly { id: number; count: number }[]>>,
  index: WorksIndex,
): FoundWorks['facets'] {
  const facets: Partial<Record<FacetGroup, FacetCount[]>> = {};
  for (const group of facetGroups) {
    const entries = counted[group];
    if (entries === undefined) continue;
    facets[group] = entries.flatMap(({ id, count }) => {
      const tag = index.tags.get(id as TagId);
      return tag === undefined ? [] : [{ tag, count }];
    });
  }
  return facets;
}
