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

export type KnownWorks = ReturnType<typeof createKnownWorks>;

// Below every made id and away from the vocabulary's: languages have no id of their own.
const firstLanguageTerm = 2_000_000;

// Some 100 bytes each.
const tagsTakenApartMax = 20_000;

export function createKnownWorks(engine: Engine, tags: KnownTags) {
  const texts = memoryWordIndex();
  const titles = memoryWordIndex();
  const creators = createCreators();
  const audiences = new Map<number, number>();
  const languageTerms = new Map<string, number>();

  // Most uses of tags are of few tags: their words are taken apart once.
  const wordsOfTags = new Map<TagId, readonly string[]>();

  const wordsOfTag = (id: TagId): readonly string[] => {
    const name = tags.byId.get(id)?.name;
    if (name === undefined) return [];
    const kept = wordsOfTags.get(id);
    if (kept !== undefined) return kept;
    const own = words(name, 'en');
    if (wordsOfTags.size >= tagsTakenApartMax) wordsOfTags.clear();
    wordsOfTags.set(id, own);
    return own;
  };

  const languageTerm = (language: string): number => {
    const known = languageTerms.get(language);
    if (known !== undefined) return known;
    const term = firstLanguageTerm + languageTerms.size;
    languageTerms.set(language, term);
    engine.putTerm({ id: term, group: 'language', synonymOf: null, metatags: [] });
    return term;
  };

  const put = (work: IndexedWork) => {
    const { id } = work;
    const named = namedCreators(work);
    const audience = audienceOfWork(work.state);
    for (const { pseudId } of named) {
      engine.putTerm({ id: pseudId, group: 'creator', synonymOf: null, metatags: [] });
    }
    engine.putDocument({
      id,
      audience,
      terms: [
        ...work.tagIds,
        ...named.map((creator) => creator.pseudId),
        languageTerm(work.language),
      ],
      numbers: numbersOf(work),
      texts: {
        title: work.titleKey,
        creator: named.length === 0 ? 'anonymous' : lookKey(named[0]?.name ?? ''),
      },
    });
    audiences.set(id, audience);
    creators.put(id, work.creators, named);
    titles.put(id, words(work.title, work.language));
    texts.put(id, [...wordsOf(work, named), ...work.tagIds.flatMap(wordsOfTag)]);
  };

  const remove = (id: WorkId) => {
    engine.removeDocument(id);
    audiences.delete(id);
    creators.remove(id);
    titles.remove(id);
    texts.remove(id);
  };

  return {
    /** Words of title, summary, creators and tag names. */
    words: texts,
    /** Words of titles alone. */
    titles,
    creators,
    /** The mask of who may see a work in lists; 0 for one that is in none. */
    audienceOf: (id: number) => audiences.get(id) ?? 0,
    /** The number that stands for a language among the engine's terms; null: no work is in it. */
    languageTerm: (language: string) => languageTerms.get(language) ?? null,
    /** BCP 47 tags of languages that some work is or was in. */
    languages: (): readonly string[] => [...languageTerms.keys()],
    put,
    remove,
    /** Forgets words that were made of the tags' former names. */
    forgetNames: (ids: readonly TagId[]) => {
      for (const id of ids) wordsOfTags.delete(id);
    },
  };
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
