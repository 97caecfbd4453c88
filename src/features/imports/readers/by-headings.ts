// A text in one piece becomes chapters where its headings say so.
import { type MarkupNode, markupOf, nodesBelow } from '../../../text/index.ts';
import { type BroughtChapter, chapterOf } from '../brought-work.ts';
import { creatorsOfLine, isChapterLine, isTitleLine } from './chapter-lines.ts';
import {
  childrenOf,
  elementsBelow,
  findBelow,
  hasClass,
  isHeading,
  readPage,
  wordsOf,
} from './nodes.ts';
import { headingMarkup } from './prose-writer.ts';

export type ByHeadings = {
  /** Of a first heading that stands above all others; empty when there is none. */
  readonly title: string;
  readonly chapters: readonly BroughtChapter[];
};

const block = /^(?:p|div|center|table|ul|ol|blockquote|section|h[1-6])$/;
const holders = /^(?:div|section|article|main|body|center|font)$/;

/**
 * Cuts at the highest heading that stands there more than once; where none does, at paragraphs
 * that are the heading of a chapter by their words.
 */
export function chaptersByHeadings(page: MarkupNode): ByHeadings {
  const all = elementsBelow(page).filter(isHeading);
  const said = titleAmong(all);
  const headings = all.filter((heading) => heading !== said);
  const levels = headings.map(levelOf);
  const level = [1, 2, 3, 4].find((each) => levels.filter((one) => one === each).length > 1);
  const [first] = headings;
  const isTitle = first !== undefined && (level === undefined || levelOf(first) < level);
  const isAlone =
    first !== undefined && levels.filter((one) => one === levelOf(first)).length === 1;
  const title = said ?? (isTitle && isAlone && levelOf(first) < 3 ? first : undefined);
  const cuts = new Set(
    level === undefined ? chapterLines(page) : headings.filter((one) => levelOf(one) === level),
  );
  const pieces = cut(page, cuts, title);
  return { title: wordsOf(title), chapters: withWords(pieces) };
}

/**
 * Those that have words. A heading of several chapters ("Part One") stands in the first of them,
 * one that is the end ("Finis") in the last; one that is said again is a line of the contents.
 */
function withWords(pieces: readonly BroughtChapter[]): BroughtChapter[] {
  const said = new Map<string, number>();
  for (const { title } of pieces) said.set(title, (said.get(title) ?? 0) + 1);
  const chapters: BroughtChapter[] = [];
  let above = '';
  for (const piece of pieces) {
    if (hasWords(piece.source)) {
      chapters.push({ ...piece, source: above + piece.source });
      above = '';
    } else if (piece.title !== '' && said.get(piece.title) === 1) {
      above += headingMarkup(piece.title);
    }
  }
  const last = chapters.at(-1);
  return last === undefined ? [] : chapters.with(-1, { ...last, source: last.source + above });
}

/**
 * What stands alone above the first chapter is the title or says who wrote it, where no more stands
 * there: then it is no chapter.
 */
export function withTitleAbove(
  found: ByHeadings,
): ByHeadings & { readonly creators: readonly string[] } {
  const [before, ...others] = found.chapters;
  const unchanged = { ...found, creators: [] };
  if (before === undefined || others.length === 0 || before.title !== '') return unchanged;
  if (/<(?:img|hr)\b/.test(before.source) || before.source.length > 1_000) return unchanged;
  const lines = before.source
    .split(/<\/(?:p|div|center|h\d)>|<br>/)
    .map((line) => wordsOf(readPage(line)))
    .filter((line) => line !== '');
  const creators = creatorsOfLine(lines.at(-1) ?? '');
  const rest = creators.length > 0 ? lines.slice(0, -1) : lines;
  const isTitle = rest.length === 1 && found.title === '' && isTitleLine(rest[0] ?? '');
  if (rest.length > 0 && !isTitle) return unchanged;
  return { title: found.title || (rest[0] ?? ''), creators, chapters: others };
}

/** The one heading that says of itself that it is the title, above all others. */
function titleAmong(headings: readonly MarkupNode[]): MarkupNode | undefined {
  const named = headings.filter((heading) => hasClass(heading, 'title'));
  return named.length === 1 && named[0] === headings[0] ? named[0] : undefined;
}

/** Two at least: one alone may be a sentence. */
function chapterLines(page: MarkupNode): MarkupNode[] {
  const isLine = (node: MarkupNode) =>
    /^(?:p|div|center)$/.test(node.name) &&
    isShort(node) &&
    !childrenOf(node).some(({ name }) => block.test(name));
  const lines = elementsBelow(page).filter((node) => isLine(node) && isChapterLine(wordsOf(node)));
  return lines.length > 1 ? lines : [];
}

/** More than a line has: reading on, at each of many levels, costs the page again and again. */
const lineCharactersMost = 1_000;
const lineNodesMost = 100;

function isShort(node: MarkupNode): boolean {
  let characters = 0;
  let nodes = 0;
  for (const { text } of nodesBelow(node)) {
    characters += text.length;
    nodes += 1;
    if (characters > lineCharactersMost || nodes > lineNodesMost) return false;
  }
  return true;
}

function cut(
  page: MarkupNode,
  cuts: ReadonlySet<MarkupNode>,
  title: MarkupNode | undefined,
): BroughtChapter[] {
  const pieces: { heading: string; markup: string[] }[] = [{ heading: '', markup: [] }];
  const waiting = childrenOf(page);
  // From the end, so that opening a holder costs what it holds.
  waiting.reverse();
  while (waiting.length > 0) {
    const node = waiting.pop() as MarkupNode;
    if (node === title || /^(?:title|meta|link|base)$/.test(node.name)) continue;
    if (cuts.has(node)) {
      pieces.push({ heading: wordsOf(node), markup: [] });
    } else if (holders.test(node.name) && holdsCut(node, cuts, title)) {
      for (const child of childrenOf(node).reverse()) waiting.push(child);
    } else {
      pieces.at(-1)?.markup.push(markupOf(node));
    }
  }
  return pieces.map(({ heading, markup }) => chapterOf(markup.join('').trim(), heading));
}

function holdsCut(
  node: MarkupNode,
  cuts: ReadonlySet<MarkupNode>,
  title: MarkupNode | undefined,
): boolean {
  return findBelow(node, (one) => one === title || cuts.has(one)) !== undefined;
}

function levelOf(heading: MarkupNode): number {
  return Number(heading.name.slice(1));
}

function hasWords(markup: string): boolean {
  return /[^\s]/.test(markup.replace(/<[^>]*>|&nbsp;/g, '')) || /<(?:img|hr)\b/.test(markup);
}
