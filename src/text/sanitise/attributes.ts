// Which attributes are kept, and in what form. The order is always the same, so that cleaning
// twice changes nothing: class, dir, lang, title, then the element's own.
import { cleanProse, isVisible, normalForm } from '../characters.ts';
import { linkAddress, sourceAddress } from './addresses.ts';
import type { Attributes } from './output-tree.ts';
import { attributeOf, type SourceNode } from './source-node.ts';

/** Where our own wishes for an element come in: alignment, size, a picture's link. */
export type ClassRule = { readonly kept: boolean; readonly ours: readonly string[] };

/** The attributes of `node` that its new self, an element named `as`, keeps. */
export function keptAttributes(node: SourceNode, as: string, classes: ClassRule): Attributes {
  const kept: [string, string][] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null) kept.push([name, value]);
  };
  if (node.attributes.length === 0 && classes.ours.length === 0) return kept;
  if (classes.kept) add('class', classNames(attributeOf(node, 'class'), classes.ours));
  add('dir', oneOf(attributeOf(node, 'dir'), ['ltr', 'rtl', 'auto']));
  add('lang', languageTag(attributeOf(node, 'lang')));
  add('title', wordsOfAttribute(attributeOf(node, 'title')));
  for (const [name, read] of ownAttributes[as] ?? []) {
    const value = attributeOf(node, name);
    if (value !== null) add(name, read(value));
  }
  if (as === 'a') add('rel', 'nofollow ugc noopener');
  return kept;
}

/** Whether an attribute is there, whatever its value. */
export function hasAttribute(attributes: Attributes, name: string): boolean {
  return attributes.some(([one]) => one === name);
}

/** All the others. */
export function withoutAttribute(attributes: Attributes, name: string): Attributes {
  return attributes.filter(([one]) => one !== name);
}

/** Adds a class of ours ahead of the rest. */
export function withClass(attributes: Attributes, name: string): Attributes {
  const classes = attributes.find(([one]) => one === 'class')?.[1].split(' ') ?? [];
  if (classes.includes(name)) return attributes;
  const names = [name, ...classes].slice(0, mostClasses);
  return [['class', names.join(' ')], ...withoutAttribute(attributes, 'class')];
}

/** Takes a class of ours away; the attribute goes with the last one. */
export function withoutClass(attributes: Attributes, name: string): Attributes {
  const classes = attributes.find(([one]) => one === 'class')?.[1].split(' ') ?? [];
  if (!classes.includes(name)) return attributes;
  const left = classes.filter((one) => one !== name);
  const others = withoutAttribute(attributes, 'class');
  return left.length === 0 ? others : [['class', left.join(' ')], ...others];
}

type Reader = (value: string) => string | null;

const cite: [string, Reader] = ['cite', sourceAddress];
const cell: [string, Reader][] = [
  ['colspan', (value) => wholeNumber(value, 1, mostSpan)],
  ['rowspan', (value) => wholeNumber(value, 1, mostSpan)],
];
/** A wider cell than any table has would only cost the browser work. */
const mostSpan = 100;
/** List numbers: what browsers and e-readers all hold. */
const mostNumber = 1_000_000;

const ownAttributes: Record<string, readonly [string, Reader][]> = {
  a: [['href', linkAddress]],
  blockquote: [cite],
  q: [cite],
  ins: [cite],
  del: [cite],
  details: [['open', () => '']],
  ol: [
    ['reversed', () => ''],
    ['start', (value) => wholeNumber(value, -mostNumber, mostNumber)],
    ['type', (value) => (/^[1aAiI]$/.test(value) ? value : null)],
  ],
  li: [['value', (value) => wholeNumber(value, -mostNumber, mostNumber)]],
  col: [['span', (value) => wholeNumber(value, 1, mostSpan)]],
  colgroup: [['span', (value) => wholeNumber(value, 1, mostSpan)]],
  td: cell,
  th: [
    ['abbr', wordsOfAttribute],
    ...cell,
    ['scope', (value) => oneOf(value, ['col', 'row', 'colgroup', 'rowgroup'])],
  ],
};

/** Attributes that are there or not, and have no value. */
export const valueless: ReadonlySet<string> = new Set(['open', 'reversed']);

/** A page with a thousand classes on a word is an accident of some other program. */
const mostClasses = 20;
const longestClass = 60;

/** Typed names get the prefix `u-` once, so that no name reaches the styles of the page. */
function classNames(typed: string | null, ours: readonly string[]): string | null {
  const names = new Set<string>(ours);
  for (const name of typed?.split(/[\t\n\f\r ]+/) ?? []) {
    const prefixed = name.startsWith('u-') ? name : `u-${name}`;
    const fits = /^[A-Za-z][\w-]+$/.test(name) && prefixed.length <= longestClass;
    if (fits && names.size < mostClasses) names.add(prefixed);
  }
  return names.size === 0 ? null : [...names].join(' ');
}

/** A name like `en`, `pt-BR`, `zh-Hant-TW`: the shape that XML and browsers agree on. */
function languageTag(typed: string | null): string | null {
  const tag = typed?.trim() ?? '';
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}$/.test(tag) ? tag : null;
}

const longestWords = 500;

/** A sentence in an attribute: one line, something to see in it. */
export function wordsOfAttribute(typed: string | null): string | null {
  if (typed === null) return null;
  const line = normalForm(cleanProse(typed))
    .replace(/[\t\n ]+/g, ' ')
    .trim();
  if (!isVisible(line)) return null;
  if (line.length <= longestWords) return line;
  return [...line].slice(0, longestWords).join('').trim();
}

function oneOf(typed: string | null, allowed: readonly string[]): string | null {
  const value = typed?.trim().toLowerCase() ?? '';
  return allowed.includes(value) ? value : null;
}

function wholeNumber(typed: string, least: number, most: number): string | null {
  if (!/^\s*[+-]?\d{1,9}\s*$/.test(typed)) return null;
  const value = Number(typed);
  return value >= least && value <= most ? String(value) : null;
}
