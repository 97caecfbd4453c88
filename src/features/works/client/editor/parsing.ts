// From what the browser has parsed to what the sanitiser would keep of it.
import {
  type Attributes,
  type Element as CleanElement,
  cleanedTree,
  type FindPicture,
  fieldRules,
  keptAttributes,
  link,
  makeNode,
  picturesLike,
  printElement,
  type SourceNode,
  type TextField,
} from '../../../../text/editing.ts';
import { cleanPaste, type Pasted } from './paste.ts';
import type { ReadAttributes, ReadKept } from './schema.ts';

/** The pictures that the texts of this form may show: those of its work. */
let shownPictures: FindPicture | undefined;

/** Where they are, and new ones are sent; null: the work is not saved yet. */
let address: string | null = null;
export const picturesAddress = () => address;

export function showPicturesOf(path: string): void {
  address = path;
  const pattern = new RegExp(`^${path}/[0-9a-f]{32}\\.(?:jpg|png)$`);
  shownPictures = picturesLike(pattern, location.origin);
}

/** Clean HTML of what was pasted. */
export function readPaste(html: string, field: TextField): Pasted {
  return cleanPaste(sourceOf(parsedBody(html)), field, shownPictures);
}

/** The tree that the server would make of HTML typed into this field. */
export function readMarkup(html: string, field: TextField): CleanElement {
  return cleanedTree(sourceOf(parsedBody(html)), fieldRules(field, true, shownPictures));
}

/** HTML as the server would keep it. */
export function cleanMarkup(html: string, field: TextField): string {
  return printElement(readMarkup(html, field));
}

/** Parsed as the server parses, as a piece inside a `div`. Inert: nothing in it runs or loads. */
export function parsedBody(html: string): HTMLElement {
  const box = document.implementation.createHTMLDocument('').createElement('div');
  box.innerHTML = withStylesAside(html);
  return box;
}

// Under this name no browser tries to apply it, which the policy of the page would complain of.
const styleAside = 'data-style-aside';

/** The same markup whose `style` attributes have another name; what is quoted is left alone. */
function withStylesAside(html: string): string {
  return html.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) =>
    tag.replace(/"[^"]*"|'[^']*'|(?<=[\s"'])style(?=\s*=)/gi, (part) =>
      /^style$/i.test(part) ? styleAside : part,
    ),
  );
}

/** The same tree as nodes of the sanitiser's. */
export function sourceOf(root: Node): SourceNode {
  const fragment = makeNode('#fragment', '', [], '');
  const pairs: [Node, SourceNode][] = [[root, fragment]];
  for (let at = 0; at < pairs.length; at += 1) {
    const [parent, made] = pairs[at]!;
    for (const child of parent.childNodes) {
      const node = nodeOf(child);
      if (node === null) continue;
      link(made, node, null);
      pairs.push([child, node]);
    }
  }
  return fragment;
}

function nodeOf(node: Node): SourceNode | null {
  if (node instanceof Text) return makeNode('#text', '', [], node.data);
  if (!isElement(node)) return node.nodeType === 3 ? textOf(node) : null;
  return makeNode(node.localName, node.namespaceURI ?? '', attributesOf(node), '');
}

function textOf(node: Node): SourceNode {
  return makeNode('#text', '', [], node.nodeValue ?? '');
}

// Another document's nodes are not instances of this window's classes.
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function attributesOf(element: Element) {
  return [...element.attributes].map(({ name, value }) => {
    return { name: name === styleAside ? 'style' : name, value };
  });
}

/** For the schema: what the sanitiser keeps of an element that the browser has made. */
export const readAttributes: ReadAttributes = (element): Attributes => {
  const name = element.dataset['box'] ?? element.localName;
  const source = makeNode(name, element.namespaceURI ?? '', attributesOf(element), '');
  const kept = keptAttributes(source, name, { kept: true, ours: [] });
  // A link that leads nowhere is none.
  return name === 'a' && !kept.some(([one]) => one === 'href') ? [] : kept;
};

/** For the schema: the cleaned markup of what is kept whole. */
export const readKept: ReadKept = (element) => {
  const html = element.dataset['kept'] ?? element.outerHTML;
  const clean = cleanMarkup(html, 'chapter');
  const inLine = element.localName === 'div' ? null : /^<p>(.*)<\/p>$/s.exec(clean);
  return inLine?.[1] ?? clean;
};
