// The tree that parse5 builds of what somebody sent. The adapter counts while parse5 builds, so
// that a small text cannot become a huge tree: unclosed formatting tags that every paragraph
// reopens cost 14 s and 4.9 GB for 40 kB before it counted.
import {
  parseFragment,
  html as spec,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from 'parse5';
import {
  charactersPerElement,
  MarkupRefused,
  mostDepth,
  mostElements,
  spareElements,
} from '../limits.ts';
import { link, makeNode as node, type SourceNode, unlink } from './source-node.ts';

type Nodes = TreeAdapterTypeMap<
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode,
  SourceNode
>;

/** Parses as a browser would inside a `div`; throws `MarkupRefused` beyond the bounds. */
export function parseSource(source: string, most = mostElements): SourceNode {
  const adapter = new BoundedTree(source.length, most);
  const context = adapter.createElement('div', spec.NS.HTML, []);
  // Scripting off: what stands in <noscript> is ordinary markup, not raw text.
  const options = { treeAdapter: adapter, scriptingEnabled: false };
  const tree = parseFragment<Nodes>(context, source, options);
  adapter.writeWaitingWords();
  return tree;
}

/** parse5 makes three elements of its own: the context, a stand-in document and its root. */
const ownElements = 3;
/** One of them, the root, lies under everything on the stack of open elements. */
const ownDepth = 1;
/** Misnested tags make the parser carry children over; each may be carried this often. */
const movesPerElement = 10;

/** Words that are joined at once; the parser hands them over one by one. */
const wordsAtOnce = 1_000;

class BoundedTree implements TreeAdapter<Nodes> {
  #elements = -ownElements;
  #depth = -ownDepth;
  #moves = 0;
  // A string that grows by single words is a chain of them, six times its size.
  #waiting: { readonly node: SourceNode; readonly words: string[] } | null = null;
  readonly #mostElements: number;

  constructor(sourceLength: number, most: number) {
    const byLength = Math.floor(sourceLength / charactersPerElement) + spareElements;
    this.#mostElements = Math.min(most, byLength);
  }

  createElement(name: string, namespace: string, attributes: Token.Attribute[]): SourceNode {
    this.#elements += 1;
    if (this.#elements > this.#mostElements) throw new MarkupRefused('too-many-elements');
    return node(name, namespace, attributes, '');
  }

  onItemPush(): void {
    this.#depth += 1;
    if (this.#depth > mostDepth) throw new MarkupRefused('too-deep');
  }

  onItemPop(): void {
    this.#depth -= 1;
  }

  detachNode(child: SourceNode): void {
    this.#moves += 1;
    if (this.#moves > this.#mostElements * movesPerElement) {
      throw new MarkupRefused('too-many-elements');
    }
    unlink(child);
  }

  appendChild(parent: SourceNode, child: SourceNode): void {
    link(parent, child, null);
  }

  insertBefore(parent: SourceNode, child: SourceNode, reference: SourceNode): void {
    link(parent, child, reference);
  }

  insertText(parent: SourceNode, text: string): void {
    this.#insertText(parent, text, null);
  }

  insertTextBefore(parent: SourceNode, text: string, reference: SourceNode): void {
    this.#insertText(parent, text, reference);
  }

  #insertText(parent: SourceNode, text: string, reference: SourceNode | null): void {
    const before = reference === null ? parent.last : reference.previous;
    if (before?.name === '#text') this.#addWords(before, text);
    else link(parent, node('#text', '', [], text), reference);
  }

  #addWords(to: SourceNode, text: string): void {
    if (this.#waiting?.node !== to || this.#waiting.words.length >= wordsAtOnce) {
      this.writeWaitingWords();
      this.#waiting = { node: to, words: [] };
    }
    this.#waiting.words.push(text);
  }

  /** Called when the tree is whole: nobody reads a text before. */
  writeWaitingWords(): void {
    if (this.#waiting !== null) this.#waiting.node.text += this.#waiting.words.join('');
    this.#waiting = null;
  }

  createDocument(): SourceNode {
    return node('#fragment', '', [], '');
  }

  createDocumentFragment(): SourceNode {
    return node('#fragment', '', [], '');
  }

  createCommentNode(data: string): SourceNode {
    return node('#comment', '', [], data);
  }

  createTextNode(text: string): SourceNode {
    return node('#text', '', [], text);
  }

  adoptAttributes(): void {
    // Only <html> and <body> hand attributes on, and neither is kept.
  }

  setTemplateContent(template: SourceNode, content: SourceNode): void {
    template.content = content;
  }

  getTemplateContent(template: SourceNode): SourceNode {
    return template.content ?? template;
  }

  getChildNodes(parent: SourceNode): SourceNode[] {
    const children: SourceNode[] = [];
    for (let child = parent.first; child !== null; child = child.next) children.push(child);
    return children;
  }

  getFirstChild = (parent: SourceNode): SourceNode | null => parent.first;
  getParentNode = (child: SourceNode): SourceNode | null => child.parent;
  getAttrList = (element: SourceNode): Token.Attribute[] => element.attributes;
  getTagName = (element: SourceNode): string => element.name;
  getNamespaceURI = (element: SourceNode): spec.NS => element.namespace as spec.NS;
  getTextNodeContent = (text: SourceNode): string => text.text;
  getCommentNodeContent = (comment: SourceNode): string => comment.text;
  isTextNode = (one: SourceNode): one is SourceNode => one.name === '#text';
  isCommentNode = (one: SourceNode): one is SourceNode => one.name === '#comment';
  isDocumentTypeNode = (one: SourceNode): one is SourceNode => one.name === '#doctype';
  isElementNode = (one: SourceNode): one is SourceNode => !one.name.startsWith('#');
  // A fragment has no document type and no mode, and nobody asks where in the source a node was.
  setDocumentType = (): void => {};
  getDocumentTypeNodeName = (): string => '';
  getDocumentTypeNodePublicId = (): string => '';
  getDocumentTypeNodeSystemId = (): string => '';
  setDocumentMode = (): void => {};
  getDocumentMode = (): spec.DOCUMENT_MODE => spec.DOCUMENT_MODE.NO_QUIRKS;
  getNodeSourceCodeLocation = (): null => null;
  setNodeSourceCodeLocation = (): void => {};
  updateNodeSourceCodeLocation = (): void => {};
}
