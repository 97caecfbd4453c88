// A tree as text: the one form that reads back as the same tree.
import type { QueryLeaf, QueryName, QueryNode, QueryOrder, QueryTree, QueryWords } from './tree.ts';

/** The canonical text of a query. */
export function printQuery({ where, order }: QueryTree): string {
  const parts = [printNode(where), order === null ? '' : printOrder(order)];
  return parts.filter((part) => part !== '').join(' ');
}

/** The canonical text of conditions; empty for everything. */
export function printNode(node: QueryNode): string {
  if (node.kind === 'any') return node.of.map(printInside).join(' OR ');
  if (node.kind === 'all') return node.of.map(printBeside).join(' ');
  if (node.kind === 'not') return `-${printInside(node.of)}`;
  return printLeaf(node);
}

/** A word that the one before it could take for its value stands in parentheses. */
function printBeside(node: QueryNode): string {
  const text = printInside(node);
  return node.kind === 'words' && /^(?:[<>=≥≤]|by[:：])/i.test(text) ? `(${text})` : text;
}

function printInside(node: QueryNode): string {
  const isJoined = node.kind === 'all' || node.kind === 'any';
  return isJoined ? `(${printNode(node)})` : printNode(node);
}

function printLeaf(leaf: QueryLeaf): string {
  switch (leaf.kind) {
    case 'words':
      return `${leaf.field === null ? '' : `${leaf.field}:`}${leaf.of.map(printWords).join(',')}`;
    case 'names':
      return `${leaf.field}:${leaf.of.map(printName).join(',')}`;
    case 'number':
      return `${leaf.field}${printNumbers(leaf.min, leaf.max)}`;
    case 'date':
      return `${leaf.field}:${printDays(leaf.min, leaf.max)}`;
    case 'age':
      return `${leaf.field}:${printAge(leaf)}`;
    case 'flag':
      return `${leaf.field}:${leaf.wanted ? 'yes' : 'no'}`;
  }
}

function printWords({ text, phrase, prefix }: QueryWords): string {
  return `${phrase ? quoted(text) : text}${prefix ? '*' : ''}`;
}

function printName(name: QueryName): string {
  if (name.kind === 'id') return `#${name.id}`;
  const plain = plainName.test(name.text) ? name.text : quoted(name.text);
  return name.kind === 'beginning' ? `${plain}*` : plain;
}

const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}/&'’._-]*$/u;

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** `>100` and `>=1000`, whichever is rounder. */
function printNumbers(min: number | undefined, max: number | undefined): string {
  if (max === undefined) {
    const least = min ?? 0;
    return least > 0 && roundness(least - 1) > roundness(least) ? `>${least - 1}` : `>=${least}`;
  }
  if (min === undefined) {
    return max < 0 || roundness(max + 1) > roundness(max) ? `<${max + 1}` : `<=${max}`;
  }
  return min === max ? `:${min}` : `:${min}-${max}`;
}

function roundness(value: number): number {
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  return 2 * zeros + (value % 5 === 0 ? 1 : 0);
}

function printDays(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && min === startOf(max)) return isoDay(min);
  return `${min === undefined ? '' : isoDay(min)}..${max === undefined ? '' : isoDay(max)}`;
}

function startOf(max: number | undefined): number | null {
  const dayMs = 86_400_000;
  return max === undefined ? null : max + 1 - dayMs;
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function printAge({ than, count, to, unit }: Extract<QueryLeaf, { kind: 'age' }>): string {
  const short = unit === 'month' ? 'mo' : unit.charAt(0);
  if (than === 'within' && to !== count) return `${count}-${to}${short}`;
  return `${{ newer: '<', older: '>', within: '' }[than]}${count}${short}`;
}

function printOrder({ field, name, reversed, direction, seed }: QueryOrder): string {
  const word = direction === null ? '' : ` ${direction}`;
  return `${field}:${reversed ? '-' : ''}${name}${seed === null ? '' : `(${seed})`}${word}`;
}
