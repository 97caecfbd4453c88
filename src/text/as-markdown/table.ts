// Tables that Markdown can say: a row of headings, rows of cells, words alone in them.
import type { CleanElement, CleanNode } from '../clean-tree.ts';
import { blockNames } from '../sanitise/places.ts';
import type { Addresses } from './raw.ts';
import { markdownWords } from './words.ts';

/** Cells in one; a larger one stands as HTML, as one does that has more than rows of words. */
const mostCells = 2_000;

/** Null for a table that only HTML can say. */
export function writeTable(table: CleanElement, addresses: Addresses): string | null {
  const [head, body, ...others] = table.children;
  if (!isPlain(head, 'thead') || !isPlain(body, 'tbody') || others.length > 0) return null;
  const heads = head.children.map((row) => cellsOf(row, 'th', addresses));
  const rows = body.children.map((row) => cellsOf(row, 'td', addresses));
  const [first] = heads;
  if (heads.length !== 1 || first === undefined || first === null || rows.length === 0) return null;
  const width = first.length;
  if (width < 2 || width * rows.length > mostCells) return null;
  if (rows.some((row) => row === null || row.length !== width)) return null;
  const printed = [first, first.map(() => '---'), ...(rows as string[][])];
  return printed.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf(row: CleanNode, name: string, addresses: Addresses): string[] | null {
  if (!isPlain(row, 'tr')) return null;
  const cells: string[] = [];
  for (const cell of row.children) {
    if (!isPlain(cell, name)) return null;
    if (cell.children.some((child) => typeof child !== 'string' && blockNames.has(child.name))) {
      return null;
    }
    const words = markdownWords(cell.children, { ...addresses, oneLine: true, inTable: true });
    const trimmed = words.replace(/^ +| +$/g, '');
    if (trimmed === '' || trimmed !== trimmed.trim()) return null;
    cells.push(trimmed);
  }
  return cells;
}

function isPlain(node: CleanNode | undefined, name: string): node is CleanElement {
  return typeof node === 'object' && node.name === name && node.attributes.length === 0;
}
