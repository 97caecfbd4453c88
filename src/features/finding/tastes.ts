// What a person keeps out of their own lists: mutes, a default filter. Features above say what; it
// is applied in the query, so that counts, facets and pages are right, and named with its reason.
import type { Clause, Sight } from '../../engine/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { Clock } from '../../kit/time/index.ts';
import type { PseudId, TagId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member, Viewer } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import { clauseOf, type ListScope, type Range, type WorksFilter } from './filter.ts';
import type { WorksIndex } from './index/works-index.ts';
import { tastesCountedMost } from './limits.ts';
import { lookUpFor } from './look-up.ts';
import { readFilter } from './parameters/read-filter.ts';
import type { FindBefore } from './query/found-before.ts';
import { includeClause } from './query/tags-clause.ts';
import type { SearchText } from './text/leaf.ts';

/** Which works are kept out. */
export type KeptOut =
  /** All that the tag finds, with its synonyms and subtags; `within`: only works of this fandom. */
  | { readonly kind: 'tag'; readonly tag: TagId; readonly within: TagId | null }
  /** Works signed by any of the pseuds; anonymous works are nobody's. */
  | { readonly kind: 'creator'; readonly pseuds: readonly PseudId[] }
  | { readonly kind: 'works'; readonly works: readonly WorkId[] }
  /** The very words in the title, the summary or the name of a tag. */
  | { readonly kind: 'phrase'; readonly words: string }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'words'; readonly range: Range }
  /** All that the query, in the query language, does not let through. */
  | { readonly kind: 'unlike'; readonly query: string };

/** One thing that a person keeps out of lists, and how it is named to them. */
export type Taste = {
  readonly of: 'mute' | 'filter';
  readonly label: string;
  /** Where it can be changed. */
  readonly href: string;
  readonly keepsOut: KeptOut;
};

/** What a feature knows of a member's tastes; asked anew for each list. */
export type TastesOf = (reader: Reader, member: Member) => Promise<readonly Taste[]>;

/** What a list would hold besides. */
export type Withheld = {
  readonly muted: {
    /** Exact; each mute's own count too (works may be in several). */
    readonly total: number;
    /** Only those that keep something out, the most first; null: too many to count each. */
    readonly by: readonly { readonly taste: Taste; readonly count: number }[] | null;
  };
  /** The default filter, and how many works it keeps out; null: none. */
  readonly filter: { readonly taste: Taste; readonly count: number } | null;
};

/** Reads what viewers keep out of their lists, and applies it. */
export class KeptTastes {
  readonly #read: Reader;
  readonly #index: WorksIndex;
  readonly #sources: readonly TastesOf[];
  readonly #searchText: SearchText;
  readonly #findBefore: FindBefore;
  readonly #clock: Clock;

  constructor(
    { clock, database }: Pick<Parts, 'clock' | 'database'>,
    index: WorksIndex,
    sources: readonly TastesOf[],
    searchText: SearchText,
    findBefore: FindBefore,
  ) {
    this.#read = database.read;
    this.#clock = clock;
    this.#index = index;
    this.#sources = sources;
    this.#searchText = searchText;
    this.#findBefore = findBefore;
  }

  /** None for guests, for lists of one's own works, and where the viewer has lifted them. */
  async of(viewer: Viewer, scope: ListScope): Promise<AppliedTastes> {
    if (viewer.kind === 'guest' || isOwnList(scope, viewer)) return noTastes;
    const clauses: TasteClause[] = [];
    for (const source of this.#sources) {
      for (const taste of await source(this.#read, viewer)) {
        if (taste.of === 'mute' ? scope.liftTastes : scope.liftFilter) continue;
        const clause = await this.#clauseOf(taste, viewer);
        clauses.push({ taste, clause });
      }
    }
    return clauses.length === 0 ? noTastes : new AppliedTastes(clauses, viewer, this.#index);
  }

  /** Whether the viewer keeps anything out in that way, here or elsewhere. */
  async has(viewer: Viewer, of: Taste['of']): Promise<boolean> {
    if (viewer.kind === 'guest') return false;
    for (const source of this.#sources) {
      if ((await source(this.#read, viewer)).some((taste) => taste.of === of)) return true;
    }
    return false;
  }

  async #clauseOf({ keepsOut }: Taste, viewer: Viewer): Promise<Clause> {
    const [index, searchText] = [this.#index, this.#searchText];
    if (keepsOut.kind !== 'unlike') return clauseOfTaste(keepsOut, viewer, index, searchText);
    const now = this.#clock.now();
    const query = new URLSearchParams([['q', keepsOut.query]]);
    const read = readFilter(query, lookUpFor(viewer, index), now);
    // Whether a work is kept out does not hang on how well it fits.
    const filter: WorksFilter = { ...read.filter, sort: 'updated' };
    const found = await this.#findBefore(filter, viewer);
    return { kind: 'not', of: clauseOf(filter, {}, index, viewer, found) };
  }
}

type TasteClause = { readonly taste: Taste; readonly clause: Clause };

/** One viewer's tastes for one list. */
export class AppliedTastes {
  readonly #clauses: readonly TasteClause[];
  readonly #out: Clause;
  readonly #index: WorksIndex | null;

  constructor(clauses: readonly TasteClause[], viewer: Member | null, index: WorksIndex | null) {
    this.#clauses = clauses;
    this.#index = index;
    const any: Clause = { kind: 'any', of: clauses.map(({ clause }) => clause) };
    const own = viewer === null ? undefined : index?.creators.worksOf(viewer.userId);
    // Nobody's own works are kept from them.
    const others: Clause = { kind: 'not', of: { kind: 'documents', ids: new Set(own) } };
    this.#out = own === undefined || own.size === 0 ? any : { kind: 'all', of: [any, others] };
  }

  /** What is asked for, without what is kept out. */
  letThrough(asked: Clause): Clause {
    if (this.#clauses.length === 0) return asked;
    return { kind: 'all', of: [asked, { kind: 'not', of: this.#out }] };
  }

  /** `total`: how many were let through. */
  async withheld(asked: Clause, total: number, sight: Sight): Promise<Withheld | null> {
    const life = this.#index?.life;
    if (this.#clauses.length === 0 || life === undefined) return null;
    const count = async (wheres: readonly Clause[]) =>
      life.counts(wheres.map((where) => ({ ...sight, where })));
    const [found = 0] = await count([asked]);
    const all = found - total;
    if (all <= 0) return null;
    const mutes = this.#clauses.filter(({ taste }) => taste.of === 'mute');
    const filters = this.#clauses.filter(({ taste }) => taste.of === 'filter').slice(0, 1);
    const each = mutes.length > tastesCountedMost ? [] : mutes;
    const any: Clause = { kind: 'any', of: mutes.map(({ clause }) => clause) };
    const [ofAny = 0, ...rest] = await count(
      [any, ...[...filters, ...each].map(({ clause }) => clause)].map(
        (of): Clause => ({ kind: 'all', of: [asked, this.#out, of] }),
      ),
    );
    const counted = [...filters, ...each]
      .map(({ taste }, at) => ({ taste, count: rest[at] ?? 0 }))
      .filter((one) => one.count > 0);
    // Without a default filter it is the mutes that keep out all.
    const muted = filters.length === 0 ? all : ofAny;
    const by = counted.filter(({ taste }) => taste.of === 'mute');
    const isCut = muted === 0 || each.length < mutes.length;
    return {
      muted: { total: muted, by: isCut ? null : by.sort((a, b) => b.count - a.count) },
      filter: counted.find(({ taste }) => taste.of === 'filter') ?? null,
    };
  }

  /** Which of the works are kept out, and by what. */
  reasons(ids: readonly WorkId[], sight: Sight): ReadonlyMap<WorkId, readonly Taste[]> {
    const reasons = new Map<WorkId, Taste[]>();
    const listed: Clause = { kind: 'documents', ids: new Set(ids) };
    for (const { taste, clause } of this.#clauses) {
      const found = this.#index?.engine.query({
        ...sight,
        where: { kind: 'all', of: [listed, this.#out, clause] },
        sort: { random: 1 },
        page: { number: 1, size: ids.length },
      });
      for (const id of (found?.ids ?? []) as WorkId[]) {
        reasons.set(id, [...(reasons.get(id) ?? []), taste]);
      }
    }
    return reasons;
  }
}

const noTastes = new AppliedTastes([], null, null);

/** Whether the list is of the member's own works or bookmarks, from which nothing is kept. */
function isOwnList({ creators, own: isOwn }: ListScope, member: Member): boolean {
  if (isOwn) return true;
  const own = new Set(member.pseuds.map(({ id }) => id));
  return creators?.every((pseud) => own.has(pseud)) ?? false;
}

async function clauseOfTaste(
  kept: Exclude<KeptOut, { kind: 'unlike' }>,
  viewer: Viewer,
  index: WorksIndex,
  searchText: SearchText,
): Promise<Clause> {
  switch (kept.kind) {
    case 'tag': {
      const clause = includeClause([kept.tag], index, viewer);
      if (kept.within === null) return clause;
      return { kind: 'all', of: [clause, includeClause([kept.within], index, viewer)] };
    }
    case 'creator':
      return { kind: 'anyTerm', terms: kept.pseuds };
    case 'works':
      return { kind: 'documents', ids: new Set(kept.works) };
    case 'phrase':
      return phraseClause(kept.words, viewer, index, searchText);
    case 'language': {
      const term = index.languageTerm(kept.language);
      return term === null ? none : { kind: 'term', term };
    }
    case 'words':
      return { kind: 'range', column: 'words', ...kept.range };
  }
}

const none: Clause = { kind: 'documents', ids: new Set() };

// The blurb is what a reader meets: its title, its summary, its tags.
async function phraseClause(
  words: string,
  viewer: Viewer,
  index: WorksIndex,
  searchText: SearchText,
): Promise<Clause> {
  const of: Clause[] = [];
  for (const field of ['title', 'summary'] as const) {
    const leaf = { kind: 'text', field, words, phrase: true, prefix: false } as const;
    of.push({ kind: 'documents', ids: (await searchText(leaf, viewer, { ranked: false })).ids });
  }
  of.push({ kind: 'anyTerm', terms: tagsNaming(words, index) });
  return { kind: 'any', of };
}

/** Tags in whose names the words stand side by side, as whole words. */
function tagsNaming(words: string, index: WorksIndex): TagId[] {
  const phrase = lookKey(words);
  return [...index.names.beginning(phrase)].filter((id) => {
    const key = index.tags.get(id)?.lookKey ?? '';
    return ` ${key} `.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').includes(` ${phrase} `);
  });
}
