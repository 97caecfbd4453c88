// Once an element is whole: order and company as its content model asks. Each of these leaves an
// element alone that it has settled before.
import { isVisible } from '../characters.ts';
import { hasAttribute, withoutAttribute } from './attributes.ts';
import {
  appendNodes,
  appendWords,
  type Element,
  type ElementMaker,
  elementsOf,
  isElement,
  noAttributes,
  type OutputNode,
  wordsOf,
} from './output-tree.ts';

/** Settles a block when the walk leaves it. */
export function settle(element: Element, maker: ElementMaker): void {
  if (element.name === 'details') settleDetails(element, maker);
  else if (element.name === 'figure') settleFigure(element);
  else if (element.name === 'dl') settleDefinitions(element, maker);
  else if (element.name === 'table') settleTable(element, maker);
  else if (element.name === 'colgroup' && element.children.length > 0) {
    element.attributes = withoutAttribute(element.attributes, 'span');
  }
}

/** The summary comes first; where there is none, three dots are what one clicks on. */
function settleDetails(details: Element, maker: ElementMaker): void {
  const { children } = details;
  const at = children.findIndex((child) => isElement(child, 'summary'));
  if (at > 0) children.unshift(...children.splice(at, 1));
  if (at >= 0) return;
  const summary = maker.make('summary', noAttributes, details);
  appendWords(summary, '…');
  children.unshift(summary);
}

/** A caption stands first or last. */
function settleFigure(figure: Element): void {
  const { children } = figure;
  const at = children.findIndex((child) => isElement(child, 'figcaption'));
  if (at > 0) children.push(...children.splice(at, 1));
}

/** Every term has a definition, if an empty one. */
function settleDefinitions(list: Element, maker: ElementMaker): void {
  if (!isElement(list.children.at(-1), 'dt')) return;
  maker.append('dd', noAttributes, list).implied = true;
}

const tableOrder = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'];

function settleTable(table: Element, maker: ElementMaker): void {
  const seen = new Map<string, Element>();
  const parts: Element[] = [];
  for (const part of table.children as Element[]) {
    const first = seen.get(part.name);
    if (first !== undefined && part.name === 'caption') {
      maker.append('br', noAttributes, first);
      appendNodes(first, part.children);
      continue;
    }
    // A second head or foot is rows among rows.
    if (first !== undefined && (part.name === 'thead' || part.name === 'tfoot'))
      part.name = 'tbody';
    seen.set(part.name, part);
    parts.push(part);
  }
  parts.sort((one, other) => tableOrder.indexOf(one.name) - tableOrder.indexOf(other.name));
  table.children.length = 0;
  for (const part of parts) table.children.push(part);
  scopeHeadings(parts);
}

/** Readers of screens need to know whether a heading cell heads its column or its row. */
function scopeHeadings(parts: readonly Element[]): void {
  let firstRow = true;
  for (const part of parts) {
    for (const row of part.children) {
      if (!isElement(row, 'tr')) continue;
      const scope = firstRow || part.name === 'thead' ? 'col' : 'row';
      firstRow = false;
      for (const cell of row.children) {
        if (!isElement(cell, 'th') || hasAttribute(cell.attributes, 'scope')) continue;
        cell.attributes = [...cell.attributes, ['scope', scope]];
      }
    }
  }
}

/** Once an element inside a line is whole; it is the last child of `parent`. */
export function settleFormat(element: Element, parent: Element, maker: ElementMaker): void {
  if (element.name === 'ruby') settleRuby(element, parent, maker);
  else if (element.name === 'a' && !isVisible(wordsOf(element)) && !hasTellingPicture(element)) {
    // Nobody can see or hear a link without words.
    parent.children.pop();
    appendNodes(parent, element.children);
  }
}

/** A picture with words says where a link leads. */
function hasTellingPicture(element: Element): boolean {
  for (const { name, attributes } of elementsOf(element)) {
    if (name === 'img' && attributes.some(([of, alt]) => of === 'alt' && alt !== '')) return true;
  }
  return false;
}

/**
 * A ruby is pairs of a base and its reading, each reading in parentheses for those who cannot
 * see it above. What has no reading goes after it, a reading without a base is plain words.
 */
function settleRuby(ruby: Element, parent: Element, maker: ElementMaker): void {
  const settled: OutputNode[] = [];
  let base: OutputNode[] = [];
  let reading: Element | null = null;
  for (const node of ruby.children) {
    if (!isElement(node, 'rt')) base.push(node);
    else if (isBlank(base) && reading !== null) {
      appendWords(reading, ' ');
      appendNodes(reading, node.children);
      base = [];
    } else {
      const paired = !isBlank(base);
      for (const one of base) settled.push(one);
      base = [];
      if (paired) {
        settled.push(parenthesis('(', ruby, maker), node, parenthesis(')', ruby, maker));
        reading = node;
      } else for (const one of node.children) settled.push(one);
    }
  }
  parent.children.pop();
  if (reading === null) appendNodes(parent, settled);
  else {
    ruby.children.length = 0;
    appendNodes(ruby, settled);
    parent.children.push(ruby);
  }
  appendNodes(parent, base);
}

function parenthesis(sign: string, ruby: Element, maker: ElementMaker): Element {
  const element = maker.make('rp', noAttributes, ruby);
  appendWords(element, sign);
  return element;
}

function isBlank(nodes: readonly OutputNode[]): boolean {
  return nodes.every((node) => node.kind === 'words' && !isVisible(node.value));
}
