// What stands as HTML in Markdown: on one line, for a blank one would end it.
import type { CleanElement, CleanNode } from '../clean-tree.ts';
import { voidNames } from '../markup-tokens.ts';
import { escapeText } from '../sanitise/print.ts';

export type Addresses = {
  /** Put before paths of the archive; empty: they stay paths. */
  readonly siteUrl: string;
};

/** An element and all in it. */
export function printRaw(node: CleanNode, addresses: Addresses): string {
  if (typeof node === 'string') return escapeText(node).replaceAll('\n', '&#10;');
  const opening = rawTag(node, addresses);
  if (voidNames.has(node.name)) return opening;
  const inside = node.children.map((child) => printRaw(child, addresses)).join('');
  return `${opening}${inside}</${node.name}>`;
}

/** The tag that opens an element. */
export function rawTag({ name, attributes }: CleanElement, { siteUrl }: Addresses): string {
  const printed = attributes.map(([key, value]) => {
    if (value === '' && (key === 'open' || key === 'reversed')) return ` ${key}`;
    const isPath = /^(?:href|cite|src)$/.test(key) && value.startsWith('/');
    return ` ${key}="${isPath ? siteUrl : ''}${value}"`;
  });
  return `<${name}${printed.join('')}>`;
}

/** The value of an attribute as it was meant. */
export function unescaped(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
