// Books of no known tool: parts become chapters as the table of contents names them.
import { type MarkupNode, markupOf } from '../../../text/index.ts';
import {
  type BroughtChapter,
  type BroughtWork,
  chapterOf,
  emptyBroughtWork,
  noTags,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { normaliseAddress } from './addresses.ts';
import { chaptersByHeadings } from './by-headings.ts';
import { tidyChapterTitle } from './chapter-lines.ts';
import type { BookPackage } from './epub-package.ts';
import { childrenOf, findBelow, isHeading, wordsOf } from './nodes.ts';
import { headingMarkup } from './prose-writer.ts';

export type BookPart = {
  readonly path: string;
  readonly page: MarkupNode;
  /** The table of contents itself. */
  readonly isContents: boolean;
};

/** Reads the book; throws `FileRefused`. */
export function readAnyBook(book: BookPackage, parts: readonly BookPart[]): BroughtWork {
  const decisions: string[] = [];
  const chapters: BroughtChapter[] = [];
  for (const part of parts) {
    if (part.isContents) continue;
    if (isFrontMatter(part, book)) {
      decisions.push(text.partLeftOut({ path: part.path }));
      continue;
    }
    const entry = book.contents.get(part.path);
    const last = chapters.at(-1);
    const isNamed = entry !== undefined || book.contents.size === 0;
    // Converters cut long chapters into parts that no table of contents names.
    if (!isNamed && last !== undefined && !startsWithHeading(part.page)) {
      const source = `${last.source}\n${insideOfPage(part.page)}`;
      chapters[chapters.length - 1] = { ...last, source };
    } else chapters.push(...chaptersOfPart(part, entry, parts.length === 1 ? book : null));
  }
  if (chapters.length === 0) throw new FileRefused(text.noText());
  return {
    ...emptyBroughtWork,
    ...factsOfBook(book),
    kind: 'epub',
    chapters: chapters.map((chapter, at) => ({
      ...chapter,
      title: chapters.length === 1 ? '' : tidyChapterTitle(chapter.title, at + 1),
    })),
    decisions: [...decisions, text.chaptersFound({ count: chapters.length })],
  };
}

/** What any package says of its book. */
export function factsOfBook(
  book: BookPackage,
): Pick<
  BroughtWork,
  | 'title'
  | 'creators'
  | 'sourceAddress'
  | 'published'
  | 'updated'
  | 'tags'
  | 'summary'
  | 'series'
  | 'language'
> {
  const series = book.metas.get('calibre:series') ?? book.metas.get('belongs-to-collection') ?? '';
  const position = Number(
    book.metas.get('calibre:series_index') ?? book.metas.get('group-position') ?? '',
  );
  const days = [...book.dates.values()].sort();
  return {
    title: book.title,
    creators: book.creators,
    sourceAddress: addressOf(book),
    published: book.dates.get('publication') ?? days[0] ?? null,
    updated: book.dates.get('modification') ?? null,
    tags: { ...noTags, freeform: book.subjects },
    summary: book.description,
    series: series === '' ? [] : [{ title: series, position: position > 0 ? position : null }],
    language: book.language,
  };
}

function addressOf(book: BookPackage): string | null {
  const said = [book.source, ...book.identifiers.map(({ value }) => value)];
  for (const value of said) {
    const address = normaliseAddress(value);
    if (address !== null) return address;
  }
  return null;
}

/** A cover, a title page or a page of contents: few words, most of them the title's or links. */
function isFrontMatter({ path, page }: BookPart, book: BookPackage): boolean {
  const words = bodyWords(page);
  if (words === '') return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:cover|title[_-]?page|toc|nav|contents)\b/i.test(name)) return words.length < 2_000;
  return (
    words.length < 300 &&
    book.title !== '' &&
    words.startsWith(book.title) &&
    isTitleOnly(words, book)
  );
}

function isTitleOnly(words: string, book: BookPackage): boolean {
  const names = [book.title, ...book.creators];
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), words);
  return rest.replace(/\bby\b|[^\p{L}\p{N}]/giu, '').length < 20;
}

function chaptersOfPart(
  { page }: BookPart,
  entry: { readonly title: string; readonly entries: number } | undefined,
  /** Of which it is the only part. */
  whole: BookPackage | null,
): readonly BroughtChapter[] {
  const { title: above, chapters } = chaptersByHeadings(page);
  const [first, ...others] = chapters;
  if (first !== undefined && others.length > 0 && (whole !== null || (entry?.entries ?? 0) > 1)) {
    if (above === '' || (whole !== null && sameWords(above, whole.title))) return chapters;
    // The title of a part, which is not the book's, is of the text.
    return [{ ...first, source: headingMarkup(above) + first.source }, ...others];
  }
  const heading = findBelow(page, isHeading);
  const title = entry?.title ?? wordsOf(heading);
  const isTitle = heading !== undefined && sameWords(wordsOf(heading), title);
  // It is said above the chapter and need not stand in it as well.
  if (isTitle) detach(heading);
  return [chapterOf(insideOfPage(page), title)];
}

function insideOfPage(page: MarkupNode): string {
  const body = childrenOf(page).filter(({ name }) => !/^(?:title|meta|link)$/.test(name));
  return body.map(markupOf).join('').trim();
}

/** Takes a node out of its page. */
export function detach(node: MarkupNode): void {
  const { parent, previous, next } = node;
  if (parent === null) return;
  if (previous === null) parent.first = next;
  else previous.next = next;
  if (next === null) parent.last = previous;
  else next.previous = previous;
  node.parent = null;
}

function startsWithHeading(page: MarkupNode): boolean {
  const heading = findBelow(page, isHeading);
  return heading !== undefined && bodyWords(page).startsWith(wordsOf(heading));
}

/** Without the title that programs show above their window. */
function bodyWords(page: MarkupNode): string {
  const body = childrenOf(page).filter(({ name }) => name !== 'title');
  return body.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

function sameWords(a: string, b: string): boolean {
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return letters(a) === letters(b);
}
