// A work as a book: everything a file needs, already for one viewer. The formats differ in how
// they set it, never in what is in it.
import { isoDate } from '../../kit/time/index.ts';
import type { Tag, WorkTagType } from '../tags/index.ts';
import {
  bylineText,
  type Chapter,
  chapterCount,
  isOneShot,
  type PictureFile,
  type RelatedParent,
  type Work,
} from '../works/index.ts';
import { pseudUrl, workUrl } from '../works/urls.ts';
import { text } from './messages.ts';

/** Somebody named as the maker; where the archive shows them, null for nobody in particular. */
export type BookCreator = { readonly name: string; readonly url: string | null };

export type BookFact = { readonly label: string; readonly value: string };

export type Book = {
  readonly id: number;
  /** The work's own address: its identity in readers' files. */
  readonly url: string;
  readonly siteUrl: string;
  readonly title: string;
  readonly byline: string;
  readonly creators: readonly BookCreator[];
  readonly language: string;
  /** The language's own name. */
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  /** Epoch milliseconds of the last change of anything shown. */
  readonly editedAt: number;
  readonly publishedAt: number | null;
  readonly tags: readonly { readonly type: WorkTagType; readonly names: readonly string[] }[];
  readonly series: Work['series'];
  /** Whom it is for. */
  readonly gifts: readonly string[];
  readonly related: readonly BookRelated[];
  readonly facts: readonly BookFact[];
  /** Sanitised HTML; empty when there is none. */
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  /** A finished work of one chapter has no chapter headings. */
  readonly isOneShot: boolean;
  /** Those of its texts that it holds, each once; the others stay links. */
  readonly pictures: readonly PictureFile[];
  /** The style sheet of its text, all of whose rules begin with #workskin; null: none. */
  readonly skin: string | null;
  readonly chapters: readonly BookChapter[];
};

/** A work that this one was made after. */
export type BookRelated = {
  readonly relation: RelatedParent['relation'];
  readonly title: string;
  /** Empty: not known. */
  readonly author: string;
  readonly url: string;
};

/** A chapter, or a whole work or its beginning in a book of several. */
export type BookChapter = {
  /** Of the chapter or the work: no two are the same. */
  readonly id: number;
  readonly heading: string;
  /** 2: it belongs to the work that begins before it. */
  readonly level: 1 | 2;
  /** What is said of a work where it begins in a book of several. */
  readonly opening: BookOpening | null;
  /** Of its work in a book of several; null: as the book's. */
  readonly own: Pick<Book, 'language' | 'direction' | 'skin'> | null;
  /** Sanitised HTML, these four; empty when there is none. */
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly html: string;
};

export type BookOpening = {
  readonly byline: string;
  readonly url: string;
  readonly facts: readonly BookFact[];
};

/** Every text of a work in which a picture may stand. */
export function textsOf(work: Work, chapters: readonly Chapter[]): string[] {
  const ofChapters = chapters.flatMap(({ html, notes, endNotes }) => [html, notes, endNotes]);
  return [work.notes, work.endNotes, ...ofChapters];
}

/** What a book holds besides the work's own texts. */
export type BookParts = {
  readonly parents?: readonly RelatedParent[];
  readonly pictures?: readonly PictureFile[];
  /** As `Book` has it. */
  readonly skin?: string | null;
};

/** Puts a work and its chapters, as a viewer has been shown them, into a book. */
export function makeBook(
  work: Work,
  chapters: readonly Chapter[],
  siteUrl: string,
  beside: BookParts = {},
): Book {
  const { parents = [], pictures = [], skin = null } = beside;
  const posted = chapters.filter((chapter) => chapter.posted || work.own);
  return {
    id: work.id,
    url: `${siteUrl}${workUrl(work)}`,
    siteUrl,
    title: work.title,
    byline: bylineText(work.creators),
    creators: creatorsOf(work, siteUrl),
    language: work.language,
    languageName: work.languageName,
    direction: work.direction,
    editedAt: work.editedAt,
    publishedAt: work.publishedAt,
    tags: tagGroups(work),
    series: work.series,
    gifts: work.gifts.map(({ name }) => name),
    related: parents.map((parent) => relatedOf(parent, siteUrl)),
    facts: factsOf(work),
    summary: work.summary,
    notes: work.notes,
    endNotes: work.endNotes,
    isOneShot: isOneShot(work),
    pictures,
    skin,
    chapters: posted.map(asBookChapter),
  };
}

function relatedOf({ relation, ...parent }: RelatedParent, siteUrl: string): BookRelated {
  const { work } = parent;
  if (work === null) {
    const { title, author, url } = parent;
    return { relation, title, author, url };
  }
  const author = bylineText(work.creators);
  return { relation, title: work.title, author, url: `${siteUrl}${workUrl(work)}` };
}

/** `“The Tide” by ben`: an import reads it again. */
export function relatedName({ title, author }: BookRelated): string {
  return author === '' ? text.relatedTitle({ title }) : text.relatedBy({ title, author });
}

/** Whose language and style a chapter has. */
export function manner(
  book: Book,
  { own }: BookChapter,
): Pick<Book, 'language' | 'direction' | 'skin'> {
  return own ?? book;
}

/** What `relation` is called. */
export const relationLabels: Readonly<Record<BookRelated['relation'], () => string>> = {
  inspired: text.inspiredBy,
  translation: text.translationOf,
};

function creatorsOf({ creators }: Work, siteUrl: string): BookCreator[] {
  if (creators.length === 0) return [{ name: text.anonymous(), url: null }];
  return creators.map((one) => ({ name: one.name, url: `${siteUrl}${pseudUrl(one)}` }));
}

/** What a kind of tags is called. */
export const tagLabels: Readonly<Record<WorkTagType, () => string>> = {
  rating: text.rating,
  warning: text.warning,
  category: text.category,
  fandom: text.fandom,
  relationship: text.relationship,
  character: text.character,
  freeform: text.freeform,
};

const groups: readonly WorkTagType[] = [
  'rating',
  'warning',
  'category',
  'fandom',
  'relationship',
  'character',
  'freeform',
];

function tagGroups({ tags }: Work): Book['tags'] {
  return groups
    .map((type) => ({ type, names: tags[type].map((tag: Tag) => tag.name) }))
    .filter((group) => group.names.length > 0);
}

function factsOf(work: Work): BookFact[] {
  const dated = (label: string, at: number | null) =>
    at === null ? [] : [{ label, value: isoDate(at) }];
  const updated = work.complete ? text.completed() : text.updated();
  return [
    ...dated(text.published(), work.publishedAt),
    ...(work.chaptersPosted > 1 ? dated(updated, work.updatedAt) : []),
    { label: text.words(), value: text.number({ number: work.words }) },
    { label: text.chapters(), value: chapterCount(work) },
  ];
}

function asBookChapter(chapter: Chapter): BookChapter {
  const { id, title, position, summary, notes, endNotes, html } = chapter;
  const numbered = text.chapterNumbered({ number: position });
  const heading = title === '' ? numbered : `${numbered}: ${title}`;
  return { id, heading, level: 1, opening: null, own: null, summary, notes, endNotes, html };
}

/** Whom a work is for, and what it was made after. */
export function companyRows({ gifts, related }: Book): BookFact[] {
  return [
    ...(gifts.length === 0 ? [] : [{ label: text.giftTo(), value: gifts.join(', ') }]),
    ...related.map((one) => {
      return { label: relationLabels[one.relation](), value: `${relatedName(one)} (${one.url})` };
    }),
  ];
}

/** The rows that stand under a book's title, tags first. */
export function factRows(book: Book): BookFact[] {
  return [
    ...book.tags.map(({ type, names }) => ({ label: tagLabels[type](), value: names.join(', ') })),
    ...book.series.map((one) => ({ label: text.series(), value: text.seriesPlace(one) })),
    ...companyRows(book),
    { label: text.language(), value: book.languageName },
    ...book.facts,
  ];
}
