// From the sanitiser's tree to the editor's document. Nothing is dropped: what does not fit where
// it stands is kept whole.
import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import {
  type Attributes,
  type Element,
  type OutputNode,
  printElement,
} from '../../../../text/editing.ts';

/** A document, and what each of its blocks was written as, by the block itself. */
export type OpenedText = { readonly doc: Node; readonly written: WeakMap<Node, string> };

export function openText(schema: Schema, root: Element): OpenedText {
  const written = new WeakMap<Node, string>();
  const blocks: Node[] = [];
  for (const child of root.children) {
    if (child.kind === 'words') {
      blocks.push(schema.node('p', null, schema.text(child.value)));
      continue;
    }
    const block = openBlock(schema, child) ?? keptBlock(schema, child);
    written.set(block, printElement(child));
    blocks.push(block);
  }
  if (blocks.length === 0) blocks.push(schema.node('p'));
  return { doc: schema.node('doc', null, blocks), written };
}

/** Null when the element, or something in it, has no place in the schema. */
function openBlock(schema: Schema, element: Element): Node | null {
  const type = schema.nodes[element.name];
  if (element.name === 'colgroup') return type!.create({ html: printElement(element) });
  if (type === undefined || type.isInline) return null;
  const content = type.inlineContent
    ? Fragment.from(inlineNodes(schema, element.children, []))
    : blockContent(schema, element);
  if (content === null || !type.validContent(content)) return null;
  return type.create({ at: element.attributes }, content);
}

/** Blocks, and lines for the words that stand loose between them. */
function blockContent(schema: Schema, element: Element): Fragment | null {
  const nodes: Node[] = [];
  let loose: OutputNode[] = [];
  const endLine = () => {
    if (loose.length > 0) nodes.push(schema.node('line', null, inlineNodes(schema, loose, [])));
    loose = [];
  };
  for (const child of element.children) {
    const isBlock = child.kind === 'element' && isBlockName(schema, child.name);
    if (!isBlock) {
      loose.push(child);
      continue;
    }
    endLine();
    const node = openBlock(schema, child) ?? keptBlock(schema, child);
    nodes.push(node);
  }
  endLine();
  if (nodes.length === 0 && looseNames.has(element.name)) nodes.push(schema.node('line'));
  return Fragment.from(nodes);
}

const looseNames = new Set(['blockquote', 'dd', 'div', 'figcaption', 'figure', 'li', 'td']);

function isBlockName(schema: Schema, name: string): boolean {
  const type = schema.nodes[name];
  return type !== undefined && !type.isInline;
}

function inlineNodes(
  schema: Schema,
  children: readonly OutputNode[],
  marks: readonly Mark[],
): Node[] {
  return children.flatMap((child) => {
    if (child.kind === 'words') return child.value === '' ? [] : [schema.text(child.value, marks)];
    if (child.name === 'br') return [schema.node('br', null, undefined, marks)];
    const mark = markOf(schema, child, marks);
    if (mark === null)
      return [schema.node('keptWords', { html: printElement(child) }, undefined, marks)];
    return inlineNodes(schema, child.children, mark.addToSet(marks));
  });
}

function markOf(schema: Schema, element: Element, around: readonly Mark[]): Mark | null {
  const type = schema.marks[element.name];
  if (type === undefined) return null;
  const at: Attributes = element.attributes;
  let mark = type.create({ at });
  for (let depth = 1; mark.isInSet(around); depth += 1) mark = type.create({ at, depth });
  return mark;
}

function keptBlock(schema: Schema, element: Element): Node {
  return schema.node('keptBlock', { html: printElement(element) });
}
