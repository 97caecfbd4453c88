// A work as a book: everything a file needs, already for one viewer. The formats differ in how
// they set it, never in what is in it.
import { isoDate } from '../../kit/time/index.ts';
import type { Tag, WorkTagType } from '../tags/index.ts';
import {
  bylineText,
  type Chapter,
  chapterCount,
  isOneShot,
  languageDirection,
  languageName,
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
  readonly facts: readonly BookFact[];
  /** Sanitised HTML; empty when there is none. */
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  /** A finished work of one chapter has no chapter headings. */
  readonly isOneShot: boolean;
  readonly chapters: readonly Chapter[];
};

/** Puts a work and its chapters, as a viewer has been shown them, into a book. */
export function makeBook(work: Work, chapters: readonly Chapter[], siteUrl: string): Book {
  const posted = chapters.filter((chapter) => chapter.posted || work.own);
  return {
    id: work.id,
    url: `${siteUrl}${workUrl(work)}`,
    siteUrl,
    title: work.title,
    byline: bylineText(work.creators),
    creators: creatorsOf(work, siteUrl),
    language: work.language,
    languageName: languageName(work.language),
    direction: languageDirection(work.language),
    editedAt: work.editedAt,
    publishedAt: work.publishedAt,
    tags: tagGroups(work),
    series: work.series,
    facts: factsOf(work),
    summary: work.summary,
    notes: work.notes,
    endNotes: work.endNotes,
    isOneShot: isOneShot(work),
    chapters: posted,
  };
}

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

/** The chapter's heading: its number, and its title where it has one. */
export function chapterHeading(chapter: Chapter): string {
  const numbered = text.chapterNumbered({ number: chapter.position });
  return chapter.title === '' ? numbered : `${numbered}: ${chapter.title}`;
}
