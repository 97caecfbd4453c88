// Cleaned markup as Markdown (GitHub's dialect). What Markdown has no sign for stands as HTML in
// it, so that `cleanText` makes the same of it again; italics and bold come back as emphasis.
import { type CleanElement, type CleanNode, cleanTree } from '../clean-tree.ts';
import { blockNames } from '../sanitise/places.ts';
import { type Addresses, printRaw, rawTag } from './raw.ts';
import { writeTable } from './table.ts';
import { escapeLineStart, markdownWords } from './words.ts';

/**
 * Markdown of cleaned markup. Headings keep their rank, `####` and below; addresses of the archive
 * itself begin with `siteUrl` where it is given.
 */
export function markdownOf(html: string, siteUrl = ''): string {
  return writeBlocks(cleanTree(html), { siteUrl, depth: 0 }).join('\n\n');
}

type Around = Addresses & {
  /** Quotes and lists around. */
  readonly depth: number;
};

/** Quotes and lists in each other; what is deeper stands as HTML. */
const deepest = 6;

function writeBlocks(nodes: readonly CleanNode[], around: Around): string[] {
  const blocks: string[] = [];
  let line: CleanNode[] = [];
  let before = '';
  const endLine = () => {
    const words = markdownWords(line, around).replace(/^ +| +$/g, '');
    if (words !== '') blocks.push(words);
    line = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !blockNames.has(node.name)) {
      line.push(node);
      continue;
    }
    endLine();
    // Lists that follow each other would become one.
    const follows = before === node.name && (before === 'ul' || before === 'ol');
    blocks.push((follows ? null : writeBlock(node, around)) ?? printRaw(node, around));
    before = node.name;
  }
  endLine();
  return blocks;
}

/** Null where only HTML says it. */
function writeBlock(element: CleanElement, around: Around): string | null {
  const { name, attributes, children } = element;
  if (name === 'hr') return '* * *';
  if (name === 'div' && around.depth < deepest) return writeInside(element, around);
  if (name === 'ol' ? attributes.some(([key]) => key !== 'start') : attributes.length > 0) {
    return null;
  }
  if (name === 'p') return writeParagraph(children, around);
  if (/^h[1-6]$/.test(name)) return writeHeading(element, around);
  if (name === 'pre') return writeCode(children);
  if (name === 'table') return writeTable(element, around);
  if (around.depth >= deepest) return null;
  if (name === 'blockquote') {
    const inner = writeBlocks(children, { ...around, depth: around.depth + 1 });
    return inner.length === 0 ? null : indented(inner.join('\n\n'), '> ', '> ');
  }
  return name === 'ul' || name === 'ol' ? writeList(element, around) : null;
}

/** HTML around Markdown: a blank line ends the one and begins the other. */
function writeInside(element: CleanElement, around: Around): string {
  const inner = writeBlocks(element.children, { ...around, depth: around.depth + 1 });
  return [rawTag(element, around), ...inner, `</${element.name}>`].join('\n\n');
}

function writeParagraph(children: readonly CleanNode[], around: Around): string | null {
  const words = markdownWords(children, around);
  // A tag alone on the first line would begin a piece of HTML.
  return words.trim() === '' || /^<[^>]*>\s*(?:\n|$)/.test(words) ? null : words;
}

function writeHeading({ name, children }: CleanElement, around: Around): string | null {
  const words = markdownWords(children, { ...around, oneLine: true });
  const trimmed = words.replace(/ +$/, '');
  // Blanks of other kinds at the ends would be lost.
  if (trimmed === '' || trimmed !== trimmed.trim()) return null;
  return `${'#'.repeat(Number(name[1]))} ${trimmed}`;
}

function writeCode(children: readonly CleanNode[]): string | null {
  const [code] = children;
  if (children.length !== 1 || typeof code === 'string' || code?.name !== 'code') return null;
  const [text] = code.children;
  if (code.attributes.length > 0 || code.children.length !== 1 || typeof text !== 'string') {
    return null;
  }
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/[ \t]+$/gm, '').replace(/\n+$/, '')}\n${fence}`;
}

function writeList({ name, attributes, children }: CleanElement, around: Around): string | null {
  const items = children.filter((child) => typeof child !== 'string');
  if (items.length !== children.length) return null;
  const inner = { ...around, depth: around.depth + 1 };
  const tight = items.every(isTight);
  if (!tight && !(items.length > 1 && items.every(isLoose))) return null;
  let number = Number(attributes[0]?.[1] ?? 1);
  if (number < 0) return null;
  const written = items.map((item) => {
    const marker = name === 'ul' ? '- ' : `${number}. `;
    number += 1;
    const blocks = writeBlocks(item.children, inner);
    return indented(blocks.join(tight ? '\n' : '\n\n'), marker, ' '.repeat(marker.length));
  });
  return written.some((item) => !/^\S+ \S(?:[\s\S]*\S)?$/.test(item))
    ? null
    : written.join(tight ? '\n' : '\n\n');
}

/** Words, then at most lists that are written as such. */
function isTight({ name, attributes, children }: CleanElement): boolean {
  const from = children.findIndex(isBlock);
  const words = from < 0 ? children : children.slice(0, from);
  const lists = from < 0 ? [] : children.slice(from);
  if (name !== 'li' || attributes.length > 0 || words.length === 0 || lists.length > 1)
    return false;
  return lists.every((one) => typeof one !== 'string' && isPlainList(one));
}

function isPlainList({ name, attributes, children }: CleanElement): boolean {
  // Only a list from 1 may follow words without a blank line.
  if ((name !== 'ul' && name !== 'ol') || attributes.length > 0) return false;
  return children.every((item) => typeof item !== 'string' && isTight(item));
}

/** Paragraphs alone. */
function isLoose({ name, attributes, children }: CleanElement): boolean {
  if (name !== 'li' || attributes.length > 0 || children.length === 0) return false;
  return children.every(
    (child) => typeof child !== 'string' && child.name === 'p' && child.attributes.length === 0,
  );
}

function isBlock(node: CleanNode): boolean {
  return typeof node !== 'string' && blockNames.has(node.name);
}

function indented(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : further}${line}`.replace(/ +$/, ''))
    .join('\n');
}

/** One line of words that are no markup, as in a heading that is not part of a text. */
export function markdownLine(words: string): string {
  return escapeLineStart(markdownWords([words], { siteUrl: '', oneLine: true }));
}
