// Works as the engine holds them. Every posted work is here, whoever may see
// it: its audience mask, and the term of a creator that an anonymous work does not bear, keep
// what is withheld out of answers.
import type { Document } from '../../../engine/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import { audienceOfWork, type IndexedWork } from '../../works/index.ts';
import { Creators, type SavedAnonymous } from './creators.ts';
import type { LiveEngine } from './live-engine.ts';
import { type CellsInOrder, jsonCell, type SavedCells, valueOfCell } from './saved-cells.ts';

// Below every made id and away from the vocabulary's: languages have no id of their own.
const firstLanguageTerm = 2_000_000;

type SavedFew = { readonly languages: readonly string[]; readonly anonymous: SavedAnonymous };

/** No works at first. */
export class KnownWorks {
  readonly creators: Creators;
  readonly #languageTerms = new Map<string, number>();
  readonly #engine: LiveEngine;

  constructor(engine: LiveEngine) {
    this.#engine = engine;
    this.creators = new Creators(engine);
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
    this.creators.put(work);
    this.#engine.putDocument(this.documentOf(work));
  }

  remove(id: WorkId): void {
    this.#engine.removeDocument(id);
    this.creators.remove(id);
  }

  /** Languages and creators as they are now: the rest is in the engine. */
  cells(): CellsInOrder {
    const few: SavedFew = { languages: this.languages(), anonymous: this.creators.saved() };
    const pseuds = this.creators.pseuds.cells();
    return (function* () {
      yield ['works', jsonCell(few)] as const;
      yield* pseuds;
    })();
  }

  /** Takes what `cells` gave, beside an engine that holds the same works; others go first. */
  async restore(cells: SavedCells): Promise<void> {
    const { languages, anonymous } = valueOfCell(cells.get('works')) as SavedFew;
    for (const [at, language] of languages.entries()) {
      this.#languageTerms.set(language, firstLanguageTerm + at);
    }
    this.creators.restore(anonymous);
    for (const _ of this.creators.pseuds.restore(cells)) await nextTurn();
  }

  /** The work as the engine takes it. */
  documentOf(work: IndexedWork): Document {
    const { id, tagIds, titleKey, language, anonymous } = work;
    const [first] = anonymous ? [] : work.creators;
    const creators = this.creators.termsOf(work);
    return {
      id,
      audience: audienceOfWork(work.state),
      terms: [...tagIds, ...creators, this.#termOfLanguage(language)],
      numbers: numbersOf(work),
      texts: { title: titleKey, creator: first ? lookKey(first.name) : 'anonymous' },
    };
  }

  #termOfLanguage(language: string): number {
    const known = this.#languageTerms.get(language);
    if (known !== undefined) return known;
    const term = firstLanguageTerm + this.#languageTerms.size;
    this.#languageTerms.set(language, term);
    this.#engine.putTerm({ id: term, group: 'language', synonymOf: null, metatags: [] });
    return term;
  }
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
