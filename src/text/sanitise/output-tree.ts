// The tree that is built anew: only what the allow-list names ever stands in it.
import { MarkupRefused, mostDepth, mostElements } from '../limits.ts';

/** Checked names and values, in the order they are written. */
export type Attributes = readonly (readonly [name: string, value: string])[];
/** For elements of ours. */
export const noAttributes: Attributes = [];

/** Text, unescaped, not yet in NFC. */
export type Words = { readonly kind: 'words'; value: string };

export type Element = {
  readonly kind: 'element';
  name: string;
  attributes: Attributes;
  readonly children: OutputNode[];
  readonly depth: number;
  /** Made by us around a stray item; the next stray item goes into it too. */
  implied: boolean;
};

/** What an element can hold. */
export type OutputNode = Words | Element;

/** The root is never written; what it holds is. */
export function makeRoot(): Element {
  return {
    kind: 'element',
    name: '#root',
    attributes: noAttributes,
    children: [],
    depth: 0,
    implied: false,
  };
}

/** Makes elements and counts them: text with thousands of breaks copies what stands around it. */
export class ElementMaker {
  #made = 0;

  /** Throws `MarkupRefused` when there are too many or it would stand too deep. */
  make(name: string, attributes: Attributes, parent: Element): Element {
    this.#made += 1;
    if (this.#made > mostElements) throw new MarkupRefused('too-many-elements');
    const depth = parent.depth + 1;
    if (depth > mostDepth) throw new MarkupRefused('too-deep');
    return { kind: 'element', name, attributes, children: [], depth, implied: false };
  }

  append(name: string, attributes: Attributes, parent: Element): Element {
    const element = this.make(name, attributes, parent);
    parent.children.push(element);
    return element;
  }
}

/** Appends words, joining them to words that already end the element. */
export function appendWords(parent: Element, value: string): void {
  const last = parent.children.at(-1);
  if (last?.kind === 'words') last.value += value;
  else if (value !== '') parent.children.push({ kind: 'words', value });
}

/** Appends nodes, joining words at the seams. */
export function appendNodes(parent: Element, nodes: readonly OutputNode[]): void {
  for (const node of nodes) {
    if (node.kind === 'words') appendWords(parent, node.value);
    else parent.children.push(node);
  }
}

/** Takes an element out of its parent, looking from the end. */
export function takeOut(element: Element, parent: Element): void {
  const at = parent.children.lastIndexOf(element);
  if (at >= 0) parent.children.splice(at, 1);
}

/** Whether a node is an element of this name. */
export function isElement(node: OutputNode | undefined, name: string): node is Element {
  return node?.kind === 'element' && node.name === name;
}

/** Visits every element, parents first, in the order of the text. */
export function* elementsOf(root: Element): Generator<Element> {
  const stack: { element: Element; at: number }[] = [{ element: root, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = top.element.children[top.at];
    top.at += 1;
    if (child === undefined) stack.pop();
    else if (child.kind === 'element') {
      yield child;
      stack.push({ element: child, at: 0 });
    }
  }
}

/** The words in an element, without its markup. */
export function wordsOf(element: Element): string {
  let words = '';
  const stack: OutputNode[] = [element];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.kind === 'words') words += node.value;
    else for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at]!);
  }
  return words;
}
