// What word processors write around a text when it is copied out of them: Word, Google Docs,
// LibreOffice. Their lists become lists, their spacing goes, their classes and languages go; what
// their styles say of the words is read later, as in any markup.
import {
  attributeOf,
  link,
  makeNode,
  nodesBelow,
  type SourceNode,
  unlink,
  unwrap,
} from './source-node.ts';

const html = 'http://www.w3.org/1999/xhtml';
/** A real one is under 500 characters. */
const longestStyle = 4_000;

/** Changes the tree in place, where a word processor has made it; leaves others alone. */
export function tidyWordProcessors(root: SourceNode): void {
  if (!isFromWordProcessor(root)) return;
  for (const node of nodesBelow(root)) tidyNode(node);
  makeLists(root);
  for (const node of nodesBelow(root)) if (node.name === 'li') unwrapOnlyParagraph(node);
  closeSpacing(root);
}

function isFromWordProcessor(root: SourceNode): boolean {
  for (const node of nodesBelow(root)) {
    if (/^(?:o|w|st1):/.test(node.name)) return true;
    for (const { name, value } of node.attributes) {
      if (name === 'class' && /(?:^|\s)Mso/.test(value)) return true;
      if (name === 'style' && /(?:^|[;\s])mso-/.test(value.slice(0, longestStyle))) return true;
      if (name === 'id' && value.startsWith('docs-internal-guid')) return true;
      if (name === 'content' && node.name === 'meta' && /Word|Office/.test(value)) return true;
    }
  }
  return false;
}

const ownClasses = /^(?:mso|xl\d|Apple-|WordSection|western$|cjk$|ctl$)/i;

function tidyNode(node: SourceNode): void {
  if (node.name === '#text') {
    // Two spaces after a stop come as one and one that does not break.
    node.text = node.text.replace(/\u00a0(?=[ \u00a0])|(?<=[ \u00a0])\u00a0/g, ' ');
    return;
  }
  const style = styleOf(node);
  const classes = attributeOf(node, 'class') ?? '';
  if (isComment(style, classes) || /Apple-interchange-newline/.test(classes)) unlink(node);
  else if (/mso-(?:spacerun|tab-count)/.test(style)) makeSpace(node);
  else if (node.name === 'o:p' && !isAlone(node)) unlink(node);
  else if (node.name === 'div' && /WordSection|mso-element/.test(classes + style)) unwrap(node);
  else if (node.name === 'b' && attributeOf(node, 'id')?.startsWith('docs-internal')) unwrap(node);
  else keepOwnAttributes(node);
}

/** Remarks beside the text, and the signs in it that lead to them. */
function isComment(style: string, classes: string): boolean {
  return (
    /mso-element:\s*comment-list/.test(style) ||
    /\b(?:MsoCommentReference|msocomanchor|msocomtxt)\b/i.test(classes)
  );
}

/** In an empty paragraph it holds the line open: there it means what it shows. */
function isAlone(node: SourceNode): boolean {
  let paragraph: SourceNode | null = node;
  while (paragraph !== null && paragraph.name !== 'p') paragraph = paragraph.parent;
  return paragraph === null || isBlank(paragraph) || !isBlank(node);
}

function makeSpace(node: SourceNode): void {
  for (let child = node.first; child !== null; child = node.first) unlink(child);
  link(node, makeNode('#text', '', [], ' '), null);
}

/** Languages are the spelling checker's guess, and the direction is on every paragraph. */
function keepOwnAttributes(node: SourceNode): void {
  for (let at = node.attributes.length - 1; at >= 0; at -= 1) {
    const { name, value } = node.attributes[at]!;
    const guessed = name === 'lang' || (name === 'dir' && value === 'ltr');
    if (guessed) node.attributes.splice(at, 1);
    else if (name === 'class') {
      const kept = value.split(/\s+/).filter((one) => one !== '' && !ownClasses.test(one));
      if (kept.length === 0) node.attributes.splice(at, 1);
      else node.attributes[at] = { name, value: kept.join(' ') };
    }
  }
}

/** Paragraphs that only look like items become items, by the depth that they are said to have. */
function makeLists(root: SourceNode): void {
  const open: { level: number; list: SourceNode }[] = [];
  let last: SourceNode | null = null;
  for (const node of nodesBelow(root)) {
    const level = listLevel(node);
    if (level === null) continue;
    if (last === null || !follows(node, last)) open.length = 0;
    const marker = takeMarker(node);
    while (open.length > 0 && open[open.length - 1]!.level > level) open.pop();
    if (open[open.length - 1]?.level !== level) {
      const list = makeListFor(marker);
      const outer = open[open.length - 1]?.list;
      if (outer === undefined) link(node.parent!, list, node);
      else link(outer.last ?? outer, list, null);
      open.push({ level, list });
    }
    const item = makeNode('li', html, [], '');
    link(open[open.length - 1]!.list, item, null);
    while (node.first !== null) {
      const child = node.first;
      unlink(child);
      link(item, child, null);
    }
    unlink(node);
    last = open[0]!.list;
  }
}

/** Whether only white space is between the list that was made last and this paragraph. */
function follows(node: SourceNode, list: SourceNode): boolean {
  let before = node.previous;
  while (before?.name.startsWith('#') && before.text.trim() === '') before = before.previous;
  return before === list;
}

function listLevel(node: SourceNode): number | null {
  if (!/^(?:p|h[1-6])$/.test(node.name)) return null;
  const level = /mso-list:\s*l\d+\s+level(\d)/.exec(styleOf(node))?.[1];
  return level === undefined ? null : Number(level);
}

/** What stands for the bullet or the number, taken out of the words. */
function takeMarker(paragraph: SourceNode): string {
  for (const node of nodesBelow(paragraph)) {
    if (!/mso-list:\s*Ignore/i.test(styleOf(node))) continue;
    const marker = wordsIn(node).trim();
    unlink(node);
    return marker;
  }
  return '';
}

function makeListFor(marker: string): SourceNode {
  const number = /^\(?(\d{1,6}|[a-zA-Z]{1,4})[.)]/.exec(marker)?.[1];
  if (number === undefined) return makeNode('ul', html, [], '');
  const attributes = [];
  if (/^\d/.test(number) && number !== '1') attributes.push({ name: 'start', value: number });
  const types: [RegExp, string][] = [
    [/^i/, 'i'],
    [/^I/, 'I'],
    [/^[a-z]/, 'a'],
    [/^[A-Z]/, 'A'],
  ];
  const type = types.find(([pattern]) => pattern.test(number))?.[1];
  if (type !== undefined) attributes.push({ name: 'type', value: type });
  return makeNode('ol', html, attributes, '');
}

function unwrapOnlyParagraph(item: SourceNode): void {
  const only = item.first;
  if (only !== null && only.name === 'p' && only.next === null) unwrap(only);
}

/** Where most paragraphs have an empty one after them, these are spacing and mean nothing. */
function closeSpacing(root: SourceNode): void {
  const empty: SourceNode[] = [];
  let paragraphs = 0;
  for (const node of nodesBelow(root)) {
    const isBreak = node.name === 'br' && standsAlone(node);
    if (node.name !== 'p' && !isBreak) continue;
    if (!isBlank(node)) paragraphs += 1;
    else if (!isEmptyParagraph(before(node))) empty.push(node);
  }
  if (empty.length * 2 < paragraphs) return;
  for (const node of empty) unlink(node);
}

/** A break between paragraphs, not in a line of words. */
function standsAlone(node: SourceNode): boolean {
  return [before(node), after(node)].every((near) => near === null || /^(?:p|br)$/.test(near.name));
}

function isEmptyParagraph(node: SourceNode | null): boolean {
  return node !== null && /^(?:p|br)$/.test(node.name) && isBlank(node);
}

function before(node: SourceNode): SourceNode | null {
  let at = node.previous;
  while (at?.name.startsWith('#') && at.text.trim() === '') at = at.previous;
  return at;
}

function after(node: SourceNode): SourceNode | null {
  let at = node.next;
  while (at?.name.startsWith('#') && at.text.trim() === '') at = at.next;
  return at;
}

function isBlank(node: SourceNode): boolean {
  for (const each of nodesBelow(node)) {
    if (each.name === 'img' || each.name === 'hr') return false;
    if (each.name === '#text' && each.text.trim() !== '') return false;
  }
  return true;
}

function wordsIn(node: SourceNode): string {
  let words = '';
  for (const each of nodesBelow(node)) if (each.name === '#text') words += each.text;
  return words;
}

function styleOf(node: SourceNode): string {
  const style = attributeOf(node, 'style') ?? '';
  return style.length > longestStyle ? '' : style;
}
