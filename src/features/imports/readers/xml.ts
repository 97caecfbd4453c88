// Reads XML of packages, documents and the like: names, attributes and words, in their order.
// Entities that a file declares by itself are refused, for one line of them can grow to gigabytes.

import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';

export type XmlAttributes = ReadonlyMap<string, string>;

/** What is told of a document. Names are as written, with their prefix. */
export type XmlListener = {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly words: (words: string) => void;
};

const depthMax = 256;
// Runs of a word processor are elements of some ten characters each; a novel has a million.
const elementsMax = 3_000_000;

/** Walks the whole document. Throws `FileRefused` for what is no well-formed, harmless XML. */
export function walkXml(source: string, on: XmlListener): void {
  const open: string[] = [];
  let elements = 0;
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    const end = tag < 0 ? source.length : tag;
    if (end > at) on.words(decode(source.slice(at, end)));
    if (tag < 0) break;
    const skipped = skipAside(source, tag, on);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const close = endOfTag(source, tag);
    const inside = source.slice(tag + 1, close);
    at = close + 1;
    if (inside.startsWith('/')) {
      const name = inside.slice(1).trim();
      if (open.pop() !== name) throw new FileRefused(text.xmlDamaged());
      on.close(name);
      continue;
    }
    elements += 1;
    const isEmpty = inside.endsWith('/');
    const { name, attributes } = readTag(isEmpty ? inside.slice(0, -1) : inside);
    on.open(name, attributes);
    if (isEmpty) on.close(name);
    else open.push(name);
    if (open.length > depthMax) throw new FileRefused(text.tooDeep());
    if (elements > elementsMax) throw new FileRefused(text.tooManyElements());
  }
  if (open.length > 0) throw new FileRefused(text.xmlDamaged());
}

/** After a comment, an instruction, a declaration or literal words; null for a tag. */
function skipAside(source: string, at: number, on: XmlListener): number | null {
  const after = (ending: string, from: number) => {
    const end = source.indexOf(ending, from);
    if (end < 0) throw new FileRefused(text.xmlDamaged());
    return end;
  };
  if (source.startsWith('<!--', at)) return after('-->', at + 4) + 3;
  if (source.startsWith('<![CDATA[', at)) {
    const end = after(']]>', at + 9);
    on.words(source.slice(at + 9, end));
    return end + 3;
  }
  if (source.startsWith('<?', at)) return after('?>', at + 2) + 2;
  if (!source.startsWith('<!', at)) return null;
  const end = after('>', at + 2);
  if (source.slice(at, end).includes('[')) throw new FileRefused(text.ownEntities());
  return end + 1;
}

function endOfTag(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '>') return at;
    if (sign !== '"' && sign !== "'") continue;
    at = source.indexOf(sign, at + 1);
    if (at < 0) break;
  }
  throw new FileRefused(text.xmlDamaged());
}

const noAttributes: XmlAttributes = new Map();

function readTag(inside: string): { name: string; attributes: XmlAttributes } {
  const space = inside.search(/\s/);
  if (space < 0) return { name: inside, attributes: noAttributes };
  const attributes = new Map<string, string>();
  const rest = inside.slice(space);
  // From nowhere but the beginning of a name: a long one is looked through once.
  for (const [, name = '', double, single] of rest.matchAll(
    /(?<=\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    attributes.set(name, decode(double ?? single ?? ''));
  }
  return { name: inside.slice(0, space), attributes };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decode(words: string): string {
  if (!words.includes('&')) return words;
  return words.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
