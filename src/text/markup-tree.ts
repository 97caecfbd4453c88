// Markup as a tree for those who look for something in it: files that hold whole works. What is
// printed of it again is as raw as it came and goes through `cleanText` like all that people send.
import { type MarkupProblem, MarkupRefused, mostElementsOfPage } from './limits.ts';
import type { SourceNode } from './sanitise/source-node.ts';
import { parseSource } from './sanitise/source-tree.ts';

/** An element (`name` in lower case), a `#text`, a `#comment`, or the `#fragment` around all. */
export type MarkupNode = SourceNode;

/** What `readMarkup` answers: the tree, or why there is none. */
export type ReadMarkup =
  | { readonly ok: true; readonly root: MarkupNode }
  | { readonly ok: false; readonly problem: MarkupProblem };

/**
 * Parses a page or a part of one as a browser would. `html`, `head` and `body` leave no node, what
 * stands in them does. Refuses more than 200,000 elements or 256 of them in each other.
 */
export function readMarkup(source: string): ReadMarkup {
  try {
    return { ok: true, root: parseSource(source.toWellFormed(), mostElementsOfPage) };
  } catch (error) {
    if (error instanceof MarkupRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** All nodes below one, in the order of the source. */
export function* nodesBelow(top: MarkupNode): Generator<MarkupNode, void, undefined> {
  let node = top.first;
  while (node !== null) {
    yield node;
    node = node.first ?? nextAfter(node, top);
  }
}

function nextAfter(from: MarkupNode, top: MarkupNode): MarkupNode | null {
  let node: MarkupNode | null = from;
  while (node !== null && node !== top) {
    if (node.next !== null) return node.next;
    node = node.parent;
  }
  return null;
}

/** Elements that never have an end. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta']);
/** What stands in these is no prose, and none of it would be kept. */
const withoutProse = new Set(['script', 'style', 'title', 'template', 'noscript', 'textarea']);

/** A node printed as HTML, itself included; comments, scripts and styles are left out. */
export function markupOf(top: MarkupNode): string {
  const pieces: string[] = [];
  let node: MarkupNode | null = top;
  while (node !== null) {
    const goesIn = open(node, pieces);
    if (goesIn && node.first !== null) {
      node = node.first;
      continue;
    }
    if (goesIn) close(node, pieces);
    while (node !== null && node !== top && node.next === null) {
      node = node.parent;
      if (node !== null) close(node, pieces);
    }
    node = node === null || node === top ? null : node.next;
  }
  return pieces.join('');
}

function open(node: MarkupNode, pieces: string[]): boolean {
  if (node.name === '#text') pieces.push(escapeText(node.text));
  if (node.name === '#fragment') return true;
  if (node.name.startsWith('#') || withoutProse.has(node.name)) return false;
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`);
  pieces.push(`<${node.name}${attributes.join('')}>`);
  return !empty.has(node.name);
}

function close(node: MarkupNode, pieces: string[]): void {
  if (node.name !== '#fragment') pieces.push(`</${node.name}>`);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeValue(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}
