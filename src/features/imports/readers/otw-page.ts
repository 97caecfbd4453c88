// Downloads of archives that run the OTW's software, as HTML and as the books converted from it:
// known by their structure, never by their words, which are translated.
import type { MarkupNode } from '../../../text/index.ts';
import {
  type BroughtChapter,
  type BroughtRelated,
  type BroughtWork,
  emptyBroughtWork,
  type FileKind,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { normaliseAddress } from './addresses.ts';
import { titleOfNumbered } from './chapter-lines.ts';
import {
  attribute,
  childrenOf,
  elementsBelow,
  findBelow,
  hasClass,
  insideOf,
  isHeading,
  wordsOf,
} from './nodes.ts';
import { readOtwTags } from './otw-tags.ts';

/** Whether one of the pages is the preface of such a download. */
export function isOtwDownload(pages: readonly MarkupNode[]): boolean {
  return pages.slice(0, 4).some((page) => findTags(page) !== undefined && identity(page) !== null);
}

/** Reads the work of a download: one page, or the pages of its book in their order. */
export function readOtwDownload(pages: readonly MarkupNode[], kind: FileKind): BroughtWork {
  const prefacePage = pages.find((page) => findTags(page) !== undefined);
  if (prefacePage === undefined) throw new FileRefused(text.noChapters());
  const preface = withId(prefacePage, 'preface') ?? prefacePage;
  const afterPage = pages.find((page) => withId(page, 'afterword') !== undefined);
  const afterword = afterPage && withId(afterPage, 'afterword');
  const tags = readOtwTags(findTags(preface) as MarkupNode);
  const chapters = readChapters(pages, preface, afterword);
  if (chapters.length === 0) throw new FileRefused(text.noChapters());
  const title = findBelow(preface, ({ name }) => name === 'h1');
  const { summary, notes } = readQuotes(preface, 'summary');
  const { gifts, related } = readAssociations(preface);
  const endNotes = afterword && findBelow(afterword, (node) => node.name === 'blockquote');
  return {
    ...emptyBroughtWork,
    kind,
    title: wordsOf(title) || wordsOf(titleOfMessage(preface)),
    creators: readCreators(preface),
    sourceAddress: identity(preface),
    ...tags,
    gifts: [...tags.gifts, ...gifts],
    related: [...tags.related, ...related],
    summary,
    notes,
    endNotes: insideOf(endNotes),
    chapters,
  };
}

/** Whom it is for, and the works it was made after; translations of it are not among them. */
function readAssociations(preface: MarkupNode): Pick<BroughtWork, 'gifts' | 'related'> {
  const lists = elementsBelow(preface).filter((node) => hasClass(node, 'associations'));
  const lines = lists.flatMap(elementsBelow).filter(({ name }) => name === 'li');
  const gifts: string[] = [];
  const related: BroughtRelated[] = [];
  for (const line of lines) {
    const links = elementsBelow(line).filter(({ name }) => name === 'a');
    const isGift = (link: MarkupNode) => /\/gifts\b/.test(attribute(link, 'href'));
    gifts.push(...links.filter(isGift).map(wordsOf));
    const parent = links.find((link) => /\/works\/\d+/.test(attribute(link, 'href')));
    const said = /^(?:a )?(inspired by|translation of)\b/i.exec(wordsOf(line))?.[1];
    if (parent === undefined || said === undefined) continue;
    const author = links.find((link) => attribute(link, 'rel') === 'author');
    related.push({
      relation: /^i/i.test(said) ? 'inspired' : 'translation',
      url: attribute(parent, 'href'),
      title: wordsOf(parent),
      author: wordsOf(author),
    });
  }
  return { gifts, related };
}

function findTags(page: MarkupNode): MarkupNode | undefined {
  return findBelow(page, (node) => node.name === 'dl' && hasClass(node, 'tags'));
}

function withId(page: MarkupNode, id: string): MarkupNode | undefined {
  return findBelow(page, (node) => attribute(node, 'id') === id);
}

/** Where the work stands: the link of the message that leads to a work. */
function identity(page: MarkupNode): string | null {
  const message = findBelow(page, (node) => node.name === 'p' && hasClass(node, 'message'));
  if (message === undefined) return null;
  for (const link of elementsBelow(message)) {
    const href = attribute(link, 'href');
    if (link.name === 'a' && /\/works\/\d+/.test(href)) return normaliseAddress(href);
  }
  return null;
}

function titleOfMessage(preface: MarkupNode): MarkupNode | undefined {
  const message = findBelow(preface, (node) => node.name === 'p' && hasClass(node, 'message'));
  return message && findBelow(message, ({ name }) => name === 'b' || name === 'strong');
}

/** Under these stand works of many: whoever claimed the name would have them all. */
const nobody = /^anonymous$|(?:^|\()orphan_account\)?$/i;

function readCreators(preface: MarkupNode): string[] {
  const byline = findBelow(preface, (node) => hasClass(node, 'byline'));
  if (byline === undefined) return [];
  const links = elementsBelow(byline).filter(({ name }) => name === 'a');
  const authors = links.filter((link) => attribute(link, 'rel') === 'author');
  const named = (authors.length > 0 ? authors : links).map(wordsOf).filter((name) => name !== '');
  const said = named.length > 0 ? named : [wordsOf(byline).replace(/^by\s+/i, '')];
  return said.filter((name) => name !== '' && !nobody.test(name));
}

const summaryWords = [
  'summar|sumari|résumé|resumen|resumo|riassunto|zusammenfassung|samenvatting',
  'сводка|описание|краткое|摘要|简介|簡介|概要|요약',
];
/** Whether a label is that of a summary, in the languages that downloads come in. */
export const saysSummary = new RegExp(summaryWords.join('|'), 'iu');
const saysNotes = /note|nota|anmerkung|aantekening|uwagi|примечани|заметк|注|メモ|노트/iu;

/** Quotations under their labels; where a label is in another language, their order tells. */
export function readQuotes(
  top: MarkupNode,
  otherwise: 'summary' | 'notes',
): { summary: string; notes: string } {
  const quotes = elementsBelow(top).filter(({ name }) => name === 'blockquote');
  const outer = quotes.filter((quote) => !standsInQuote(quote, top));
  const found = { summary: [] as string[], notes: [] as string[] };
  for (const [at, quote] of outer.entries()) {
    const label = wordsOf(elementBefore(quote));
    let kind: 'summary' | 'notes' = otherwise;
    if (saysSummary.test(label)) kind = 'summary';
    else if (saysNotes.test(label) || at > 0) kind = 'notes';
    else if (outer.length > 1) kind = 'summary';
    found[kind].push(insideOf(quote));
  }
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');
  return { summary: joined(found.summary), notes: joined(found.notes) };
}

/** What stands before; lists of whom it is for stand between a label and its words. */
function elementBefore(node: MarkupNode): MarkupNode | undefined {
  let before = node.previous;
  while (before !== null && /^(?:#.*|ul|ol)$/.test(before.name)) before = before.previous;
  return before ?? undefined;
}

type OpenChapter = { -readonly [Key in keyof BroughtChapter]: BroughtChapter[Key] };

/** Headings with what is said of a chapter, its text, its end notes, one after the other. */
function readChapters(
  pages: readonly MarkupNode[],
  preface: MarkupNode,
  afterword: MarkupNode | undefined,
): BroughtChapter[] {
  const chapters: OpenChapter[] = [];
  const last = () => chapters.at(-1);
  const begin = (title: string): OpenChapter => {
    const chapter = { ...emptyChapter, title };
    chapters.push(chapter);
    return chapter;
  };
  for (const part of parts(pages, preface, afterword)) {
    const isText = hasClass(part, 'userstuff');
    const heading = isText ? undefined : headingOf(part);
    if (isText) {
      const chapter = last() ?? begin('');
      chapter.source += insideOf(part);
    } else if (/^endnotes\d*$/.test(attribute(part, 'id'))) {
      addEndNotes(last(), part);
    } else if (heading !== undefined) {
      Object.assign(begin(wordsOf(heading)), readQuotes(part, 'notes'));
    } else if (isNotes(part) && last()?.source) {
      addEndNotes(last(), part);
    } else if (isNotes(part)) {
      // What is said of a chapter beside its heading.
      const chapter = last() ?? begin('');
      const { summary, notes } = readQuotes(part, 'notes');
      chapter.summary += summary;
      chapter.notes += notes;
    }
  }
  const withText = chapters.filter(({ source }) => source !== '');
  return withText.map((chapter, at) => ({
    ...chapter,
    title: withText.length === 1 ? '' : titleOfNumbered(chapter.title, at + 1),
  }));
}

function addEndNotes(chapter: OpenChapter | undefined, part: MarkupNode): void {
  if (chapter !== undefined) chapter.endNotes += insideOf(findBelow(part, isQuote));
}

/** The heading of a part; one in its notes is of the notes. */
function headingOf(part: MarkupNode): MarkupNode | undefined {
  if (isHeading(part)) return part;
  return findBelow(part, (node) => isHeading(node) && !standsInQuote(node, part));
}

function standsInQuote(node: MarkupNode, part: MarkupNode): boolean {
  for (let above = node.parent; above !== null && above !== part; above = above.parent) {
    if (isQuote(above)) return true;
  }
  return false;
}

const emptyChapter: BroughtChapter = {
  title: '',
  summary: '',
  notes: '',
  endNotes: '',
  format: 'html',
  source: '',
};

const isQuote = (node: MarkupNode) => node.name === 'blockquote';
const isNotes = (node: MarkupNode) =>
  hasClass(node, 'meta') && findBelow(node, isQuote) !== undefined;

/** The parts of chapters in order: what holds several of them is opened. */
function* parts(
  pages: readonly MarkupNode[],
  preface: MarkupNode,
  afterword: MarkupNode | undefined,
): Generator<MarkupNode, void, undefined> {
  const waiting = pages.toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop() as MarkupNode;
    if (node === preface || node === afterword || node.name === 'title') continue;
    const holds = node.name === '#fragment' || holdsChapters(node);
    const isText = hasClass(node, 'userstuff') || hasClass(node, 'meta') || isHeading(node);
    if (holds || (!isText && /^(?:div|body|section)$/.test(node.name))) {
      for (const child of childrenOf(node).reverse()) waiting.push(child);
    } else if (!node.name.startsWith('#')) {
      yield node;
    }
  }
}

/** The frame of all chapters, whose mark converters leave on the first part alone. */
function holdsChapters(node: MarkupNode): boolean {
  if (attribute(node, 'id') === 'chapters') return true;
  if (!hasClass(node, 'userstuff')) return false;
  const inside = childrenOf(node);
  // Beside words of a chapter it is a part of them that a writer named so.
  const isOfFrame = (one: MarkupNode) =>
    hasClass(one, 'userstuff') || hasClass(one, 'meta') || isHeading(one) || wordsOf(one) === '';
  return inside.some((one) => hasClass(one, 'userstuff')) && inside.every(isOfFrame);
}
