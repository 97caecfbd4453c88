// Books that archives like this one make: what the work says of itself stands in its first part,
// each chapter in a part of its own with its notes beside the text.
import type { MarkupNode } from '../../../text/index.ts';
import {
  type BroughtChapter,
  type BroughtWork,
  chapterOf,
  emptyBroughtWork,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { normaliseAddress } from './addresses.ts';
import { titleOfNumbered } from './chapter-lines.ts';
import { type BookPart, factsOfBook } from './epub-any.ts';
import type { BookPackage } from './epub-package.ts';
import {
  attribute,
  childrenOf,
  findBelow,
  hasClass,
  insideOf,
  isHeading,
  wordsOf,
} from './nodes.ts';
import { readQuotes } from './otw-page.ts';
import { daysIn, readOtwTags, rowsOfWords, seriesIn } from './otw-tags.ts';

export function isOwnBook(parts: readonly BookPart[]): boolean {
  return parts.some(({ page }) => addressIn(page) !== null && tagsIn(page) !== undefined);
}

/** Reads such a book; throws `FileRefused`. */
export function readOwnBook(book: BookPackage, parts: readonly BookPart[]): BroughtWork {
  const preface = parts.find(({ page }) => tagsIn(page) !== undefined)?.page;
  const sections = parts.flatMap(({ page }) => sectionOf(page, 'chapter') ?? []);
  const chapters = sections.map((section, at) => readChapter(section, at + 1));
  const withText = chapters.filter(({ source }) => source !== '');
  if (preface === undefined || withText.length === 0) throw new FileRefused(text.noChapters());
  const afterword = parts.flatMap(({ page }) => sectionOf(page, 'afterword') ?? [])[0];
  const isQuote = (node: MarkupNode) => node.name === 'blockquote';
  const tags = tagsIn(preface);
  return {
    ...emptyBroughtWork,
    ...factsOfBook(book),
    ...(tags === undefined ? {} : saidIn(tags)),
    kind: 'epub',
    sourceAddress: addressIn(preface),
    ...readQuotes(preface, 'summary'),
    endNotes: insideOf(afterword && findBelow(afterword, isQuote)),
    chapters: withText.length === 1 ? withText.map((one) => ({ ...one, title: '' })) : withText,
  };
}

function saidIn(list: MarkupNode): Partial<BroughtWork> {
  const { tags, gifts, related } = readOtwTags(list);
  const rows = rowsOfWords(list);
  const series = seriesIn(rows);
  const days = daysIn(rows);
  return { tags, gifts, related, ...days, ...(series.length > 0 ? { series } : {}) };
}

function readChapter(section: MarkupNode, position: number): BroughtChapter {
  const chapter = { ...chapterOf('') };
  let source = '';
  let endNotes = '';
  let { title, summary, notes } = chapter;
  for (const part of childrenOf(section)) {
    if (isHeading(part)) title = titleOfNumbered(wordsOf(part), position);
    else if (hasClass(part, 'text')) source += insideOf(part);
    else if (hasClass(part, 'notes') && source === '') {
      const said = readQuotes(part, 'notes');
      summary += said.summary;
      notes += said.notes;
    } else if (hasClass(part, 'notes')) {
      endNotes += insideOf(findBelow(part, (node) => node.name === 'blockquote'));
    }
  }
  return { ...chapter, title, summary, notes, endNotes, source };
}

function sectionOf(page: MarkupNode, type: string): MarkupNode | undefined {
  return findBelow(
    page,
    (node) => node.name === 'section' && attribute(node, 'epub:type').split(/\s+/).includes(type),
  );
}

function tagsIn(page: MarkupNode): MarkupNode | undefined {
  const section = sectionOf(page, 'titlepage');
  return section && findBelow(section, (node) => node.name === 'dl' && hasClass(node, 'tags'));
}

function addressIn(page: MarkupNode): string | null {
  const line = findBelow(page, (node) => node.name === 'p' && hasClass(node, 'source'));
  const link = line && findBelow(line, ({ name }) => name === 'a');
  const href = link === undefined ? '' : attribute(link, 'href');
  return /\/works\/\d+/.test(href) ? normaliseAddress(href) : null;
}
