// From the editor's document to HTML as the sanitiser writes it. Blocks that nobody has touched are
// written as they were.
import type { Mark, Node } from '@tiptap/pm/model';
import { type Attributes, escapeAttribute, escapeText } from '../../../../text/editing.ts';

/** One block on each line; nothing at all for a document without words. */
export function writeText(doc: Node, written?: WeakMap<Node, string>): string {
  const blocks = doc.children.map((block) => written?.get(block) ?? writeBlock(block));
  return blocks.length === 1 && blocks[0] === emptyLine ? '' : blocks.join('\n');
}

/** The sanitiser makes it a gap before what follows; without the break it would be nothing. */
const emptyLine = '<p><br></p>';

function writeBlock(node: Node): string {
  const { name } = node.type;
  if (name === 'p' && node.childCount === 0) return emptyLine;
  if (name === 'hr') return `<hr${writeAttributes(node.attrs['at'])}>`;
  if (node.isAtom && !node.isTextblock) return node.attrs['html'] as string;
  const inside = node.inlineContent ? writeInline(node) : writeBlocks(node);
  if (name === 'line') return inside;
  // A parser drops a newline that directly follows <pre>.
  const gap = name === 'pre' && inside.startsWith('\n') ? '\n' : '';
  return `<${name}${writeAttributes(node.attrs['at'])}>${gap}${inside}</${name}>`;
}

function writeBlocks(node: Node): string {
  const isLine = (child: Node | undefined) => child?.type.name === 'line';
  return node.children
    .map((child, at) => {
      const joint = isLine(child) && isLine(node.children[at - 1]) ? '<br>' : '';
      return joint + writeBlock(child);
    })
    .join('');
}

function writeInline(block: Node): string {
  return writeRun(block.children, []);
}

/** The format that goes on longest is written outermost. */
function writeRun(nodes: readonly Node[], open: readonly Mark[]): string {
  let html = '';
  let at = 0;
  while (at < nodes.length) {
    const [mark, end] = longestFormat(nodes, at, open);
    if (mark === null) {
      html += writeLeaf(nodes[at]!);
      at += 1;
      continue;
    }
    const { name } = mark.type;
    const inside = writeRun(nodes.slice(at, end), [...open, mark]);
    html += `<${name}${writeAttributes(mark.attrs['at'])}>${inside}</${name}>`;
    at = end;
  }
  return html;
}

function longestFormat(
  nodes: readonly Node[],
  from: number,
  open: readonly Mark[],
): [Mark | null, number] {
  let longest: Mark | null = null;
  let longestEnd = from;
  for (const mark of nodes[from]!.marks) {
    if (mark.isInSet(open)) continue;
    let end = from + 1;
    while (end < nodes.length && mark.isInSet(nodes[end]!.marks)) end += 1;
    if (end > longestEnd) [longest, longestEnd] = [mark, end];
  }
  return [longest, longestEnd];
}

function writeLeaf(node: Node): string {
  if (node.isText) return escapeText(node.text ?? '');
  return node.type.name === 'br' ? '<br>' : (node.attrs['html'] as string);
}

const valueless = new Set(['open', 'reversed']);

function writeAttributes(at: unknown): string {
  return (at as Attributes)
    .map(([name, value]) =>
      valueless.has(name) ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`,
    )
    .join('');
}
