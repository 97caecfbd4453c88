// A text in one piece becomes chapters where its headings say so.
import { type MarkupNode, markupOf } from '../../../text/index.ts';
import { type BroughtChapter, chapterOf } from '../brought-work.ts';
import { childrenOf, elementsBelow, findBelow, isHeading, wordsOf } from './nodes.ts';

export type ByHeadings = {
  /** Of a first heading that stands above all others; empty when there is none. */
  readonly title: string;
  readonly chapters: readonly BroughtChapter[];
};

const holders = /^(?:div|section|article|main|body|center|font)$/;

/** Cuts at the highest heading that stands there more than once. */
export function chaptersByHeadings(page: MarkupNode): ByHeadings {
  const headings = elementsBelow(page).filter(isHeading);
  const levels = headings.map(levelOf);
  const level = [1, 2, 3, 4].find((each) => levels.filter((one) => one === each).length > 1);
  const [first] = headings;
  const isTitle = first !== undefined && (level === undefined || levelOf(first) < level);
  const isAlone =
    first !== undefined && levels.filter((one) => one === levelOf(first)).length === 1;
  const title = isTitle && isAlone && levelOf(first) < 3 ? first : undefined;
  const pieces = cut(page, level, title);
  const chapters = pieces.filter(({ source }) => hasWords(source));
  return { title: wordsOf(title), chapters };
}

function cut(
  page: MarkupNode,
  level: number | undefined,
  title: MarkupNode | undefined,
): BroughtChapter[] {
  const pieces: { heading: string; markup: string[] }[] = [{ heading: '', markup: [] }];
  const waiting = childrenOf(page);
  // From the end, so that opening a holder costs what it holds.
  waiting.reverse();
  while (waiting.length > 0) {
    const node = waiting.pop() as MarkupNode;
    if (node === title || /^(?:title|meta|link|base)$/.test(node.name)) continue;
    if (level !== undefined && isHeading(node) && levelOf(node) === level) {
      pieces.push({ heading: wordsOf(node), markup: [] });
    } else if (holders.test(node.name) && holdsCut(node, level, title)) {
      for (const child of childrenOf(node).reverse()) waiting.push(child);
    } else {
      pieces.at(-1)?.markup.push(markupOf(node));
    }
  }
  return pieces.map(({ heading, markup }) => chapterOf(markup.join('').trim(), heading));
}

function holdsCut(node: MarkupNode, level: number | undefined, title: MarkupNode | undefined) {
  const cuts = (one: MarkupNode) => one === title || (isHeading(one) && levelOf(one) === level);
  return findBelow(node, cuts) !== undefined;
}

function levelOf(heading: MarkupNode): number {
  return Number(heading.name.slice(1));
}

function hasWords(markup: string): boolean {
  return /[^\s]/.test(markup.replace(/<[^>]*>|&nbsp;/g, '')) || /<(?:img|hr)\b/.test(markup);
}
