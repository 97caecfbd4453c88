// Books made by the tools that fetch stories: FanFicFare and FicHub. Both carry the address that
// the story came from, which is what tells that two books are one work.
import { type MarkupNode, markupOf } from '../../../text/index.ts';
import {
  type BroughtChapter,
  type BroughtWork,
  chapterOf,
  emptyBroughtWork,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { normaliseAddress } from './addresses.ts';
import { tidyChapterTitle } from './chapter-lines.ts';
import { type BookPart, detach, factsOfBook } from './epub-any.ts';
import type { BookPackage } from './epub-package.ts';
import { attribute, childrenOf, elementsBelow, findBelow, isHeading, wordsOf } from './nodes.ts';

export function isFanFicFare(book: BookPackage): boolean {
  const named = book.identifiers.some(
    ({ id, value }) => /^fanficfare-uid/.test(id) || /^fanficfare-uid:/.test(value),
  );
  return named || book.contributors.some((name) => name.includes('FanFicFare'));
}

/** Reads a book of FanFicFare; throws `FileRefused`. */
export function readFanFicFare(book: BookPackage, parts: readonly BookPart[]): BroughtWork {
  const titlePage = parts.find(({ path }) => /title_page\.x?html$/.test(path));
  const said = titlePage === undefined ? new Map<string, string>() : labelledLines(titlePage.page);
  const chapters = parts
    .filter(({ path, isContents }) => !isContents && !/(?:title|log|toc)_page\.x?html$/.test(path))
    .filter(({ path }) => !/(?:^|\/)cover\.x?html$/.test(path))
    .map(({ page }, at) => toolChapter(page, at + 1));
  const facts = factsOfBook(book);
  return {
    ...emptyBroughtWork,
    ...facts,
    kind: 'fanficfare-epub',
    ...factsSaid(said, book),
    sourceAddress: normaliseAddress(book.source) ?? facts.sourceAddress,
    updated: dayOf(said.get('updated')) ?? book.dates.get('modification') ?? null,
    published: dayOf(said.get('published')) ?? facts.published,
    expectedChapters: /^complete/i.test(statusOf(said, book)) ? chapters.length : null,
    chapters: sound(chapters),
  };
}

function factsSaid(
  said: ReadonlyMap<string, string>,
  book: BookPackage,
): Pick<BroughtWork, 'tags' | 'language' | 'summary'> {
  const list = (...labels: string[]) =>
    labels.flatMap((label) => (said.get(label) ?? '').split(/\s*,\s*/)).filter(Boolean);
  const tags = {
    rating: list('rating'),
    warning: list('warnings', 'warning'),
    category: list('ao3 categories', 'ao3categories'),
    fandom: list('category', 'fandoms', 'fandom'),
    relationship: list('relationships', 'pairing', 'ships'),
    character: list('characters'),
    freeform: list('genre', 'additional tags', 'freeform tags', 'freeformtags'),
  };
  const known = new Set(Object.values(tags).flat());
  // Words of the tool about the book, not about the story.
  const ours = /^(?:fanfiction|fanworks|last update.*|completed?|in-progress|hiatus|abandoned)$/i;
  const rest = book.subjects.filter((name) => !known.has(name) && !ours.test(name));
  return {
    tags: { ...tags, freeform: [...new Set([...tags.freeform, ...rest])] },
    language: said.get('language') ?? book.language,
    summary: book.description || (said.get('summary') ?? ''),
  };
}

function statusOf(said: ReadonlyMap<string, string>, book: BookPackage): string {
  const status = said.get('status') ?? '';
  return status || (book.subjects.find((name) => /^(?:completed?|in-progress)$/i.test(name)) ?? '');
}

export function isFicHub(book: BookPackage, parts: readonly BookPart[]): boolean {
  const introduction = parts.find(({ path }) => /introduction\.x?html$/.test(path));
  const hasChapters = parts.some(({ path }) => /chap_\d+\.x?html$/.test(path));
  if (introduction === undefined || !hasChapters) return false;
  const isCredited = /fichub/i.test(wordsOf(introduction.page));
  return isCredited || /fichub/i.test(`${book.publisher} ${book.contributors.join()}`);
}

/** Reads a book of FicHub, which calls every language English; throws `FileRefused`. */
export function readFicHub(book: BookPackage, parts: readonly BookPart[]): BroughtWork {
  const introduction = parts.find(({ path }) => /introduction\.x?html$/.test(path));
  const chapters = parts
    .filter(({ path }) => /chap_\d+\.x?html$/.test(path))
    .map(({ page }, at) => toolChapter(page, at + 1));
  const links = introduction === undefined ? [] : elementsBelow(introduction.page);
  const addresses = links
    .filter(({ name }) => name === 'a')
    .map((link) => attribute(link, 'href'))
    .filter((href) => /^https?:/.test(href) && !/fichub\.net/i.test(href));
  const facts = factsOfBook(book);
  return {
    ...emptyBroughtWork,
    ...facts,
    kind: 'fichub-epub',
    sourceAddress: normaliseAddress(addresses[0] ?? '') ?? facts.sourceAddress,
    language: '',
    chapters: sound(chapters),
  };
}

function sound(chapters: readonly BroughtChapter[]): readonly BroughtChapter[] {
  const found = chapters.filter(({ source }) => source !== '');
  if (found.length === 0) throw new FileRefused(text.noChapters());
  return found.length === 1 ? found.map((chapter) => ({ ...chapter, title: '' })) : found;
}

/** One chapter: its name stands in the head or in the first heading, which is not its text. */
function toolChapter(page: MarkupNode, position: number): BroughtChapter {
  const meta = (name: string) => {
    const found = findBelow(
      page,
      (node) => node.name === 'meta' && attribute(node, 'name') === name,
    );
    return found === undefined ? '' : attribute(found, 'content');
  };
  const heading = findBelow(page, isHeading);
  const title =
    meta('chapterorigtitle') || meta('chaptertitle') || meta('chaptertoctitle') || wordsOf(heading);
  const isOutside = childrenOf(page).some((node) => node === heading);
  // In a frame of the tool's own it is the title as well, where it says the same.
  if (heading !== undefined && (isOutside || wordsOf(heading) === title.trim())) detach(heading);
  const source = childrenOf(page)
    .filter((node) => !/^(?:title|meta|link)$/.test(node.name))
    .map((node) => markupOf(node))
    .join('')
    .trim();
  const named = title.replace(/^\(new\)\s*|\s*\(new\)$/gi, '').replace(/^\d+\.\s+/, '');
  return chapterOf(source, tidyChapterTitle(named, position));
}

/** `<b>Label:</b> value<br/>`, or both in cells of a table, by labels in small letters. */
function labelledLines(page: MarkupNode): Map<string, string> {
  const said = new Map<string, string>();
  for (const node of elementsBelow(page)) {
    if (node.name !== 'b' && node.name !== 'strong') continue;
    const label = /^(.{1,60}?)\s*:$/.exec(wordsOf(node))?.[1];
    if (label === undefined) continue;
    const cell = node.parent?.name === 'td' ? node.parent.next : null;
    let value = wordsOf(cell ?? undefined);
    for (let next = node.next; next !== null; next = next.next) {
      if (/^(?:br|b|strong|div|p|table)$/.test(next.name)) break;
      value += ` ${wordsOf(next)}`;
    }
    said.set(label.toLowerCase(), value.replace(/\s+/g, ' ').trim());
  }
  return said;
}

function dayOf(value: string | undefined): string | null {
  return /\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0] ?? null;
}
