// This process's index: loaded from the file it was saved to or built from the database, then kept
// in step with the change log. `follow` is awaited before every answer, so that a list knows every
// change that was acknowledged before it was asked for.
import type { Engine } from '../../../engine/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { TagType } from '../../tags/index.ts';
import type { Languages } from '../../works/index.ts';
import type { Creators } from './creators.ts';
import type { IndexCopy } from './index-copy.ts';
import { IndexLife } from './index-life.ts';
import type { Edges, KnownTags, TagsById, TagsByType } from './known-tags.ts';
import type { NameIndex } from './name-index.ts';
import type { OldNames } from './old-names.ts';

export type { KnownTag } from './known-tags.ts';

/**
 * What is held of all works and tags, for whoever may see them: `sight.ts` says who may. Its parts
 * may be replaced between two questions: take them anew for each.
 */
export type WorksIndex = {
  readonly engine: Engine;
  /** Every tag by id. */
  readonly tags: TagsById;
  /** The same in packed columns, with edges by place. */
  readonly packedTags: KnownTags;
  readonly names: NameIndex;
  readonly oldNames: OldNames;
  readonly byType: TagsByType;
  /** The vocabulary tag that a short word of its type stands for: `teen` among ratings. */
  shortWord(type: TagType, word: string): TagId | null;
  /** Direct parents and children by id. */
  readonly parents: Edges;
  readonly children: Edges;
  readonly creators: Creators;
  /** The mask of who may see a work in lists; 0 for one that is in none. */
  audienceOf(id: number): number;
  /** The number that stands for a language among the engine's terms; null: no work is in it. */
  languageTerm(language: string): number | null;
  /** The languages that works may be in, as the host keeps them. */
  readonly knownLanguages: Languages;
  /** BCP 47 tags of languages that some work is or was in. */
  languages(): readonly string[];
  /**
   * Brings the index to the newest change; the first call loads it. Counters, which no change
   * tells of, are at most ten seconds behind.
   */
  follow(): Promise<void>;
  /** How it is loaded, saved and made anew. */
  readonly life: IndexLife;
};

/** What an index takes from the process. */
export type IndexParts = Pick<
  Parts,
  'database' | 'indexFiles' | 'engineThreads' | 'clock' | 'random' | 'log'
>;

export function createWorksIndex(parts: IndexParts): WorksIndex {
  const life = new IndexLife(parts);
  const copy = (): IndexCopy => life.copy;
  return {
    life,
    get engine() {
      return copy().engine;
    },
    get tags() {
      return copy().tags.byId;
    },
    get packedTags() {
      return copy().tags;
    },
    get names() {
      return copy().tags.names;
    },
    get oldNames() {
      return copy().tags.oldNames;
    },
    get byType() {
      return copy().tags.byType;
    },
    get parents() {
      return copy().tags.parents;
    },
    get children() {
      return copy().tags.children;
    },
    get creators() {
      return copy().works.creators;
    },
    get knownLanguages() {
      return copy().languages;
    },
    shortWord: (type, word) => copy().tags.ofShortWord(type, word),
    audienceOf: (id) => copy().engine.audienceOf(id),
    languageTerm: (language) => copy().works.languageTerm(language),
    languages: () => copy().works.languages(),
    follow: () => life.follow(),
  };
}
