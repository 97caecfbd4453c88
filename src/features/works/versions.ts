// A version of a work or a chapter: what a form holds of it, kept as revisions and compared.
import { cleanText, paragraphDifferences, plainText } from '../../text/index.ts';
import { type Tag, type TagReference, type WorkTagType, workTagTypes } from '../tags/index.ts';
import { type ChapterTagType, chapterTagTypes, isChapterTagType } from './chapter-tags.ts';
import type { ChapterInput, WorkInput } from './input.ts';
import { text } from './messages.ts';
import type { FieldDifference } from './pages/differences.ts';
import type { ChapterSource, Work, WorkSource } from './work.ts';

/** A chapter as typed; tags by their names, absent where there are none. */
export type ChapterVersion = Omit<ChapterInput, 'tags'> & {
  readonly tags?: Readonly<Partial<Record<ChapterTagType, readonly string[]>>>;
};

/** The tags of a chapter as its version holds them. */
export function namedTags(tags: readonly Tag[] | undefined): Pick<ChapterVersion, 'tags'> {
  const named: Partial<Record<ChapterTagType, string[]>> = {};
  for (const { type, name } of tags ?? []) {
    if (isChapterTagType(type)) named[type] = [...(named[type] ?? []), name];
  }
  return Object.keys(named).length === 0 ? {} : { tags: named };
}

/** The version as it would be sent; one without tags takes those of the chapter away. */
export function inputOfChapterVersion({ tags, ...version }: ChapterVersion): ChapterInput {
  const sent: Partial<Record<ChapterTagType, TagReference[]>> = {};
  for (const type of chapterTagTypes) sent[type] = (tags?.[type] ?? []).map((name) => ({ name }));
  return { ...version, tags: sent };
}

/** All of a work but its chapters, as typed; tags by their names. */
export type WorkVersion = {
  readonly title: string;
  readonly language: string;
  readonly restricted: boolean;
  readonly expectedChapters: number | null;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly tags: Readonly<Record<WorkTagType, readonly string[]>>;
};

export function versionOfWork(work: Work, source: WorkSource): WorkVersion {
  const { title, language, expectedChapters } = work;
  const { restricted } = source;
  const { summary, notes, endNotes } = source;
  const tags = {} as Record<WorkTagType, readonly string[]>;
  for (const type of workTagTypes) {
    tags[type] = work.tags[type].filter((tag) => !tag.fromChapter).map((tag) => tag.name);
  }
  return { title, language, restricted, expectedChapters, summary, notes, endNotes, tags };
}

/** The version as it would be sent: tags by their names. */
export function inputOfVersion(version: WorkVersion): WorkInput {
  const tags = {} as Record<WorkTagType, readonly { readonly name: string }[]>;
  for (const type of workTagTypes) tags[type] = version.tags[type].map((name) => ({ name }));
  return { ...version, tags };
}

export function versionOfChapter(chapter: ChapterSource): ChapterVersion {
  const { title, summary, notes, endNotes, format, source } = chapter;
  return { title, summary, notes, endNotes, format, source, ...namedTags(chapter.tags) };
}

/** The fields in which two versions of a chapter differ. */
export function chapterDifferences(
  before: ChapterVersion,
  after: ChapterVersion,
): FieldDifference[] {
  return [
    ...lineDifference(text.chapterTitle(), before.title, after.title),
    ...chapterTagTypes.flatMap((type) => {
      const named = (version: ChapterVersion) => version.tags?.[type]?.join(', ') ?? '';
      return lineDifference(tagLabels[type](), named(before), named(after));
    }),
    ...markupDifference(text.summary(), html(before.summary), html(after.summary)),
    ...markupDifference(text.notes(), html(before.notes), html(after.notes)),
    ...markupDifference(text.workText(), before, after),
    ...markupDifference(text.endNotes(), html(before.endNotes), html(after.endNotes)),
  ];
}

/** The fields in which two versions of a work differ. */
export function workDifferences(before: WorkVersion, after: WorkVersion): FieldDifference[] {
  const expected = (version: WorkVersion) => String(version.expectedChapters ?? '?');
  const readers = (version: WorkVersion) => (version.restricted ? text.restricted() : '');
  return [
    ...lineDifference(text.title(), before.title, after.title),
    ...lineDifference(text.language(), before.language, after.language),
    ...workTagTypes.flatMap((type) =>
      lineDifference(tagLabels[type](), before.tags[type].join(', '), after.tags[type].join(', ')),
    ),
    ...markupDifference(text.summary(), html(before.summary), html(after.summary)),
    ...markupDifference(text.notes(), html(before.notes), html(after.notes)),
    ...markupDifference(text.endNotes(), html(before.endNotes), html(after.endNotes)),
    ...lineDifference(text.expectedChapters(), expected(before), expected(after)),
    ...lineDifference(text.sectionPrivacy(), readers(before), readers(after)),
  ];
}

/**
 * What a version says, for counting its words: markup is cut away, not read, which is fast, in one
 * pass however often a text begins a tag that it never ends.
 */
export function wordsOf(version: ChapterVersion | WorkVersion): string {
  const { title, summary, notes, endNotes } = version;
  const rest =
    'source' in version ? [version.source] : workTagTypes.flatMap((type) => version.tags[type]);
  return [title, summary, notes, ...rest, endNotes].join('\n').replace(/<[^<>]*>/g, ' ');
}

const tagLabels: Readonly<Record<WorkTagType, () => string>> = {
  rating: text.rating,
  warning: text.warnings,
  category: text.categories,
  fandom: text.fandoms,
  relationship: text.relationships,
  character: text.characters,
  freeform: text.freeforms,
};

type Typed = Pick<ChapterVersion, 'format' | 'source'>;

const html = (source: string): Typed => ({ format: 'html', source });

function lineDifference(label: string, before: string, after: string): FieldDifference[] {
  if (before === after) return [];
  const asRows = (line: string) => (line === '' ? [] : [line]);
  const rows = paragraphDifferences(asRows(before), asRows(after));
  return [{ label, rows, markupOnly: false }];
}

function markupDifference(label: string, before: Typed, after: Typed): FieldDifference[] {
  if (before.source === after.source && before.format === after.format) return [];
  const [old, fresh] = [shown(before), shown(after)];
  const markupOnly = old === fresh;
  const [from, to] = markupOnly ? [before.source, after.source] : [old, fresh];
  if (from === to) return [];
  return [{ label, rows: paragraphDifferences(paragraphs(from), paragraphs(to)), markupOnly }];
}

/** As it is read; as it was typed where it can be no text. */
function shown({ format, source }: Typed): string {
  if (source === '') return '';
  const cleaned = cleanText(source, format, 'chapter');
  return cleaned.ok ? plainText(cleaned.html) : source;
}

function paragraphs(whole: string): string[] {
  return whole.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
}
