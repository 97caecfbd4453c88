// Several works as one book, in their order: each begins with what is said of it, its chapters
// stand below it.
import { type Book, type BookChapter, type BookCreator, factRows } from './book.ts';
import { text } from './messages.ts';

export type CollectionFacts = {
  readonly id: number;
  readonly title: string;
  /** Where the list stands in the archive. */
  readonly url: string;
  readonly siteUrl: string;
  /** Sanitised HTML. */
  readonly summary: string;
  readonly notes: string;
  /** Works that were too much for one book. */
  readonly leftOut: number;
};

/** The books of the works, each made for the same viewer; at least one. */
export function collectBooks(books: readonly Book[], facts: CollectionFacts): Book {
  const { leftOut, ...about } = facts;
  const creators = creatorsOf(books);
  const languages = new Set(books.map(({ language }) => language));
  const first = books[0] as Book;
  return {
    ...about,
    byline: creators.map(({ name }) => name).join(', '),
    creators,
    language: first.language,
    languageName: [...new Set(books.map(({ languageName }) => languageName))].join(', '),
    direction: languages.size === 1 ? first.direction : 'ltr',
    editedAt: Math.max(...books.map(({ editedAt }) => editedAt)),
    publishedAt: first.publishedAt,
    tags: tagsOf(books),
    series: [],
    gifts: [],
    related: [],
    facts: [
      { label: text.works(), value: text.number({ number: books.length }) },
      ...(leftOut === 0
        ? []
        : [{ label: text.leftOut(), value: text.number({ number: leftOut }) }]),
    ],
    endNotes: '',
    isOneShot: false,
    // A cover is one work's; styles are those of its chapters.
    skin: null,
    pictures: books.flatMap(({ pictures }) => pictures.map((one) => ({ ...one, cover: false }))),
    chapters: books.flatMap(chaptersOf),
  };
}

function creatorsOf(books: readonly Book[]): BookCreator[] {
  const named = new Map(books.flatMap(({ creators }) => creators).map((one) => [one.name, one]));
  return [...named.values()];
}

/** Fandoms and ratings of any of them; the rest is said where a work begins. */
function tagsOf(books: readonly Book[]): Book['tags'] {
  return (['rating', 'warning', 'fandom'] as const)
    .map((type) => {
      const all = books.flatMap(({ tags }) => tags.filter((group) => group.type === type));
      return { type, names: [...new Set(all.flatMap(({ names }) => names))] };
    })
    .filter(({ names }) => names.length > 0);
}

function chaptersOf(book: Book): BookChapter[] {
  const opening = { byline: book.byline, url: book.url, facts: factRows(book) };
  const { id, title, summary, notes, endNotes } = book;
  const { language, direction, skin } = book;
  const own = { language, direction, skin };
  const start = { id, heading: title, level: 1 as const, opening, own, summary };
  const [only] = book.chapters;
  if (book.isOneShot && only !== undefined) {
    const said = { notes: notes + only.summary + only.notes, endNotes: only.endNotes + endNotes };
    return [{ ...start, ...said, html: only.html }];
  }
  const chapters = book.chapters.map((chapter, at) => ({
    ...chapter,
    own,
    level: 2 as const,
    endNotes: chapter.endNotes + (at === book.chapters.length - 1 ? endNotes : ''),
  }));
  return [{ ...start, notes, endNotes: '', html: '' }, ...chapters];
}
