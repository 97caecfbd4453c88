// Works as the engine and the word indexes hold them. Every posted work is here, whoever may see
// it: its audience mask, and the term of a creator that an anonymous work does not bear, keep
// what is withheld out of answers.
import type { Engine } from '../../../engine/index.ts';
import type { TagId, WorkId } from '../../../shared/ids.ts';
import { lookKey, plainText, words } from '../../../text/index.ts';
import { audienceOfWork, type IndexedWork } from '../../works/index.ts';
import { createCreators } from './creators.ts';
import type { KnownTags } from './known-tags.ts';
import { memoryWordIndex } from './word-index.ts';

// Below every made id and away from the vocabulary's: languages have no id of their own.
const firstLanguageTerm = 2_000_000;

// Some 100 bytes each.
const tagsTakenApartMax = 20_000;

/** No works at first. */
export class KnownWorks {
  /** Words of title, summary, creators and tag names. */
  readonly words = memoryWordIndex();
  /** Words of titles alone. */
  readonly titles = memoryWordIndex();
  readonly creators = createCreators();
  readonly #audiences = new Map<number, number>();
  readonly #languageTerms = new Map<string, number>();
  // Most uses of tags are of few tags: their words are taken apart once.
  readonly #wordsOfTags = new Map<TagId, readonly string[]>();
  readonly #engine: Engine;
  readonly #tags: KnownTags;

  constructor(engine: Engine, tags: KnownTags) {
    this.#engine = engine;
    this.#tags = tags;
  }

  /** The mask of who may see a work in lists; 0 for one that is in none. */
  audienceOf(id: number): number {
    return this.#audiences.get(id) ?? 0;
  }

  /** The number that stands for a language among the engine's terms; null: no work is in it. */
  languageTerm(language: string): number | null {
    return this.#languageTerms.get(language) ?? null;
  }

  /** BCP 47 tags of languages that some work is or was in. */
  languages(): readonly string[] {
    return [...this.#languageTerms.keys()];
  }

  put(work: IndexedWork): void {
    const { id } = work;
    const named = namedCreators(work);
    const audience = audienceOfWork(work.state);
    for (const { pseudId } of named) this.#putTerm(pseudId, 'creator');
    const creatorTerms = named.map((creator) => creator.pseudId);
    this.#engine.putDocument({
      id,
      audience,
      terms: [...work.tagIds, ...creatorTerms, this.#termOfLanguage(work.language)],
      numbers: numbersOf(work),
      texts: {
        title: work.titleKey,
        creator: named.length === 0 ? 'anonymous' : lookKey(named[0]?.name ?? ''),
      },
    });
    this.#audiences.set(id, audience);
    this.creators.put(id, work.creators, named);
    this.titles.put(id, words(work.title, work.language));
    const ofTags = work.tagIds.flatMap((tag) => this.#wordsOfTag(tag));
    this.words.put(id, [...wordsOf(work, named), ...ofTags]);
  }

  remove(id: WorkId): void {
    this.#engine.removeDocument(id);
    this.#audiences.delete(id);
    this.creators.remove(id);
    this.titles.remove(id);
    this.words.remove(id);
  }

  /** Forgets words that were made of the tags' former names. */
  forgetNames(ids: readonly TagId[]): void {
    for (const id of ids) this.#wordsOfTags.delete(id);
  }

  #wordsOfTag(id: TagId): readonly string[] {
    const kept = this.#wordsOfTags.get(id);
    if (kept !== undefined) return kept;
    const name = this.#tags.byId.get(id)?.name;
    if (name === undefined) return [];
    const own = words(name, 'en');
    if (this.#wordsOfTags.size >= tagsTakenApartMax) this.#wordsOfTags.clear();
    this.#wordsOfTags.set(id, own);
    return own;
  }

  #termOfLanguage(language: string): number {
    const known = this.#languageTerms.get(language);
    if (known !== undefined) return known;
    const term = firstLanguageTerm + this.#languageTerms.size;
    this.#languageTerms.set(language, term);
    this.#putTerm(term, 'language');
    return term;
  }

  #putTerm(id: number, group: 'creator' | 'language'): void {
    this.#engine.putTerm({ id, group, synonymOf: null, metatags: [] });
  }
}

/** None of an anonymous work, so that no question finds it by them. */
function namedCreators(work: IndexedWork): IndexedWork['creators'] {
  return work.anonymous ? [] : work.creators;
}

function numbersOf(work: IndexedWork): Readonly<Record<string, number | null>> {
  return {
    words: work.words,
    updated: work.updatedAt,
    posted: work.postedAt,
    hits: work.hits,
    kudos: work.kudos,
    comments: work.comments,
    bookmarks: work.bookmarks,
    chapters: work.chaptersPosted,
    complete: work.complete ? 1 : 0,
    series: work.inSeries ? 1 : 0,
  };
}

function* wordsOf(work: IndexedWork, named: IndexedWork['creators']): Generator<string> {
  yield* words(work.title, work.language);
  yield* words(plainText(work.summary), work.language);
  for (const { name, login } of named) yield* words(`${name} ${login}`, 'en');
}
