// Works as the engine holds them. Every posted work is here, whoever may see
// it: its audience mask, and the term of a creator that an anonymous work does not bear, keep
// what is withheld out of answers.
import type { Document } from '../../../engine/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import { audienceOfWork, type IndexedWork } from '../../works/index.ts';
import { Creators, type SavedCreators } from './creators.ts';
import type { LiveEngine } from './live-engine.ts';
import {
  type Cell,
  type CellsInOrder,
  jsonCell,
  type SavedCells,
  valueOfCell,
} from './saved-cells.ts';

// Below every made id and away from the vocabulary's: languages have no id of their own.
const firstLanguageTerm = 2_000_000;

// To write out or take so many takes some milliseconds.
const pseudsOfCell = 2000;

/** What of works the engine does not hold, as plain data. */
export type SavedWorks = {
  readonly languages: readonly string[];
  readonly creators: SavedCreators;
};

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

  /** Languages and creators as plain data: the rest is in the engine. */
  saved(): SavedWorks {
    return { languages: this.languages(), creators: this.creators.saved() };
  }

  /** The same as cells, as it is now; what is large is written out when it is asked for. */
  cells(): CellsInOrder {
    return cellsOf(this.saved());
  }

  /** Takes what `cells` gave, beside an engine that holds the same works; others go first. */
  async restore(cells: SavedCells): Promise<void> {
    const { languages, anonymous } = valueOfCell(cells.get('works')) as SavedFew;
    for (const [at, language] of languages.entries()) {
      this.#languageTerms.set(language, firstLanguageTerm + at);
    }
    this.creators.restore({ pseuds: [], anonymous });
    for (let part = 0; cells.has(`pseuds ${part}`); part++) {
      const pseuds = valueOfCell(cells.get(`pseuds ${part}`)) as SavedCreators['pseuds'];
      this.creators.restore({ pseuds, anonymous: [] });
      await nextTurn();
    }
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

type SavedFew = Pick<SavedWorks, 'languages'> & Pick<SavedCreators, 'anonymous'>;

function* cellsOf({ languages, creators }: SavedWorks): Generator<readonly [string, Cell]> {
  const { pseuds, anonymous } = creators;
  const few: SavedFew = { languages, anonymous };
  yield ['works', jsonCell(few)];
  for (let part = 0; part * pseudsOfCell < pseuds.length; part++) {
    const some = pseuds.slice(part * pseudsOfCell, (part + 1) * pseudsOfCell);
    yield [`pseuds ${part}`, jsonCell(some)];
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
