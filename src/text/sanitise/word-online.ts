// Word on the web: every paragraph in a box, every item in a list of its own, a sign for each
// paragraph's end. Becomes what Word itself would have sent, which the sanitiser knows.
import {
  attributeOf,
  link,
  makeNode,
  nodesBelow,
  type SourceNode,
  unlink,
  unwrap,
} from './source-node.ts';

/** Changes the tree in place, where it comes from there; leaves others alone. */
export function tidyWordOnline(root: SourceNode): void {
  if (!isFromThere(root)) return;
  const all = [...nodesBelow(root)];
  for (const node of all) {
    if (hasClass(node, /^(?:EOP|TabRun)$/)) endOrTab(node);
    else if (isBox(node)) unwrap(node);
    else if (node.name === 'p') asHeading(node);
  }
  for (const node of all) if (/^[uo]l$/.test(node.name)) asWordList(node);
  for (const node of nodesBelow(root)) dropGuesses(node);
}

function isFromThere(root: SourceNode): boolean {
  for (const node of nodesBelow(root)) if (hasClass(node, /^(?:SCXW|BCX)\d+$/)) return true;
  return false;
}

const isBox = (node: SourceNode) =>
  node.name === 'div' && hasClass(node, /^(?:OutlineElement|ListContainerWrapper|WACAltText.*)$/);

/** The sign of a paragraph's end is nothing but in an empty one, whose line it holds open. */
function endOrTab(node: SourceNode): void {
  for (let child = node.first; child !== null; child = node.first) unlink(child);
  if (hasClass(node, /^TabRun$/)) link(node, makeNode('#text', '', [], ' '), null);
}

function asHeading(node: SourceNode): void {
  const level = attributeOf(node, 'role') === 'heading' ? attributeOf(node, 'aria-level') : null;
  if (level === null || !/^[1-6]$/.test(level)) return;
  const heading = makeNode(`h${level}`, node.namespace, [...node.attributes], '');
  moveInto(heading, node);
  link(node.parent!, heading, node);
  unlink(node);
}

/** As Word writes it, where all its items are paragraphs with a depth; others are lists already. */
function asWordList(list: SourceNode): void {
  const items: SourceNode[] = [];
  for (let child = list.first; child !== null; child = child.next) {
    if (child.name === 'li') items.push(child);
  }
  if (!items.every((item) => isOneParagraph(item) && levelOf(item) !== null)) return;
  for (const item of items) asWordItem(item, list);
  unwrap(list);
}

function isOneParagraph({ first }: SourceNode): boolean {
  return first !== null && first.name === 'p' && first.next === null;
}

function levelOf(item: SourceNode): string | null {
  const level = attributeOf(item, 'data-aria-level') ?? attributeOf(item, 'aria-level');
  return level !== null && /^[1-9]$/.test(level) ? level : null;
}

/** A paragraph with the item's depth and its sign. */
function asWordItem(item: SourceNode, list: SourceNode): void {
  const number = attributeOf(item, 'data-aria-posinset') ?? attributeOf(list, 'start') ?? '1';
  const marker = makeNode('span', item.namespace, [style('mso-list:Ignore')], '');
  link(marker, makeNode('#text', '', [], list.name === 'ol' ? `${number}.` : '\u00b7'), null);
  const depth = style(`mso-list:l0 level${levelOf(item)}`);
  const paragraph = makeNode('p', item.namespace, [depth], '');
  link(paragraph, marker, null);
  moveInto(paragraph, item.first!);
  link(list, paragraph, item);
  unlink(item);
}

const style = (value: string) => ({ name: 'style', value });

/** Languages are the spelling checker's guess. */
function dropGuesses(node: SourceNode): void {
  const at = node.attributes.findIndex(({ name }) => name === 'lang');
  if (at >= 0) node.attributes.splice(at, 1);
}

function moveInto(to: SourceNode, from: SourceNode): void {
  for (let child = from.first; child !== null; child = from.first) {
    unlink(child);
    link(to, child, null);
  }
}

function hasClass(node: SourceNode, name: RegExp): boolean {
  return (attributeOf(node, 'class') ?? '').split(/\s+/).some((one) => name.test(one));
}
