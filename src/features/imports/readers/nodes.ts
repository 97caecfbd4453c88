// Looking for things in a page's tree.
import { type MarkupNode, markupOf, nodesBelow, readMarkup } from '../../../text/index.ts';
import { chapterBroughtCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';

/** The page's tree; throws `FileRefused` where it is too deep or too large. */
export function readPage(source: string): MarkupNode {
  const isTooMuch =
    standsMoreThan(source, '<', tagsMax) ||
    standsMoreThan(source, '&', referencesMax) ||
    standsMoreThan(source, '="', attributesMax);
  if (isTooMuch) throw new FileRefused(text.tooManyElements());
  const read = readMarkup(source);
  if (read.ok) {
    refuseEndless(read.root);
    return read.root;
  }
  throw new FileRefused(read.problem === 'too-deep' ? text.tooDeep() : text.tooManyElements());
}

/** Twice as many as the elements that a page may have, and comments. */
const tagsMax = 1_000_000;
/** Two of each element that a page may have. */
const attributesMax = 450_000;
/** A long novel, every letter of it by its number. */
const referencesMax = 3_000_000;

/** Words in one piece that no chapter may have: each step from here on would copy them. */
function refuseEndless(root: MarkupNode): void {
  for (const { name, text: words } of nodesBelow(root)) {
    if (name !== '#text' || words.length <= chapterBroughtCharactersMax) continue;
    throw new FileRefused(text.paragraphTooLong({ most: chapterBroughtCharactersMax }));
  }
}

/** Whether the sign stands there more than so often: each takes memory before it is understood. */
export function standsMoreThan(source: string, sign: string, most: number): boolean {
  let at = source.indexOf(sign);
  for (let count = 0; at >= 0; count += 1) {
    if (count >= most) return true;
    at = source.indexOf(sign, at + 1);
  }
  return false;
}

/** The same for XHTML, where any element may end itself. */
export function readXhtml(source: string): MarkupNode {
  if (/<!DOCTYPE[^>]*\[/i.test(source.slice(0, 5_000))) throw new FileRefused(text.ownEntities());
  const whole = source.replace(
    /<(?!br\b|hr\b|img\b|col\b|wbr\b|link\b|meta\b|input\b)([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi,
    '<$1$2></$1>',
  );
  return readPage(whole);
}

export function elementsBelow(top: MarkupNode): MarkupNode[] {
  return [...nodesBelow(top)].filter(({ name }) => !name.startsWith('#'));
}

export function childrenOf(node: MarkupNode): MarkupNode[] {
  const children: MarkupNode[] = [];
  for (let child = node.first; child !== null; child = child.next) children.push(child);
  return children;
}

export function attribute(node: MarkupNode, name: string): string {
  return node.attributes.find((one) => one.name === name)?.value ?? '';
}

/** Converters number classes that they had to split: `tags1` is `tags`. */
export function hasClass(node: MarkupNode, wanted: string): boolean {
  const classes = attribute(node, 'class').split(/\s+/);
  return classes.some((name) => name.startsWith(wanted) && /^\d*$/.test(name.slice(wanted.length)));
}

export function findBelow(
  top: MarkupNode,
  wanted: (node: MarkupNode) => boolean,
): MarkupNode | undefined {
  for (const node of nodesBelow(top)) if (!node.name.startsWith('#') && wanted(node)) return node;
  return undefined;
}

/** The words of a node, white space squeezed. */
export function wordsOf(node: MarkupNode | undefined): string {
  if (node === undefined) return '';
  const words: string[] = [];
  if (node.name === '#text') words.push(node.text);
  for (const below of nodesBelow(node)) {
    if (below.name === '#text') words.push(below.text);
    else if (below.name === 'br') words.push(' ');
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** What stands inside a node, as HTML. */
export function insideOf(node: MarkupNode | undefined): string {
  if (node === undefined) return '';
  return childrenOf(node).map(markupOf).join('').trim();
}

export function isHeading(node: MarkupNode): boolean {
  return /^h[1-6]$/.test(node.name);
}
