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
  for (const node of all) if (node.name === 'li') asWordItem(node);
  for (const node of all) if (/^[uo]l$/.test(node.name) && !hasItems(node)) unwrap(node);
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

/** An item of one paragraph as Word writes it: a paragraph with its depth and its sign. */
function asWordItem(item: SourceNode): void {
  const list = item.parent;
  const level = attributeOf(item, 'data-aria-level') ?? attributeOf(item, 'aria-level');
  const only = item.first;
  const isPlain = only !== null && only.name === 'p' && only.next === null;
  if (list?.parent == null || level === null || !/^[1-9]$/.test(level) || !isPlain) return;
  const number = attributeOf(item, 'data-aria-posinset') ?? attributeOf(list, 'start') ?? '1';
  const marker = makeNode('span', item.namespace, [style('mso-list:Ignore')], '');
  link(marker, makeNode('#text', '', [], list.name === 'ol' ? `${number}.` : '\u00b7'), null);
  const depth = style(`mso-list:l0 level${level}`);
  const paragraph = makeNode('p', item.namespace, [depth], '');
  link(paragraph, marker, null);
  moveInto(paragraph, only);
  link(list, paragraph, item);
  unlink(item);
}

const style = (value: string) => ({ name: 'style', value });

function hasItems(list: SourceNode): boolean {
  for (let child = list.first; child !== null; child = child.next) {
    if (child.name === 'li') return true;
  }
  return false;
}

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
