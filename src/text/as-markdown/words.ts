// A line of words as Markdown: signs where they mean the same to every reader, HTML elsewhere.
import type { CleanElement, CleanNode } from '../clean-tree.ts';
import { type Addresses, rawTag, unescaped } from './raw.ts';

export type LineRules = Addresses & {
  /** Breaks stand as tags: in headings and cells. */
  readonly oneLine?: boolean;
  readonly inTable?: boolean;
  /** Signs of the marks around. */
  readonly open?: readonly string[];
};

type Piece =
  | { readonly kind: 'words'; readonly value: string }
  /** Markdown or HTML that stands as it is. */
  | { readonly kind: 'ready'; readonly value: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly opens: boolean };

type Mark = {
  readonly element: CleanElement;
  readonly sign: string;
  readonly inOthers: boolean;
};

const signs: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  strong: '**',
  b: '**',
  del: '~~',
  s: '~~',
};

/** The words between two blocks. */
export function markdownWords(nodes: readonly CleanNode[], rules: LineRules): string {
  const pieces = [...piecesOf(nodes, rules, rules.open ?? [])];
  const signed = safeMarks(pieces);
  const lastSeen = pieces.findLastIndex((one) => one.kind !== 'words' || /\S/.test(one.value));
  let written = '';
  for (const [at, piece] of pieces.entries()) {
    const starts = written === '' || written.endsWith('\n');
    if (piece.kind === 'words') {
      const next = pieces[at + 1];
      const escaped = escapeWords(piece.value, rules, next?.kind === 'ready');
      written += starts ? escapeLineStart(escaped.replace(/^ +/, '')) : escaped;
    } else if (piece.kind === 'ready') written += piece.value;
    else if (piece.kind === 'mark') {
      const { element, sign } = piece.mark;
      if (signed.has(piece.mark)) written += sign;
      else written += piece.opens ? rawTag(element, rules) : `</${element.name}>`;
    } else if (rules.oneLine || starts || at >= lastSeen) written += '<br>';
    else written = `${written.replace(/ +$/, '')}\\\n`;
  }
  return written;
}

function* piecesOf(
  nodes: readonly CleanNode[],
  rules: LineRules,
  open: readonly string[],
): Generator<Piece, void, undefined> {
  for (const node of nodes) {
    if (typeof node === 'string') {
      yield { kind: 'words', value: node.replace(/[ \t\n]+/g, ' ') };
      continue;
    }
    const sign = signs[node.name];
    if (node.name === 'br') yield { kind: 'break' };
    else if (node.name === 'img') yield { kind: 'ready', value: pictureOf(node, rules) };
    else if (sign !== undefined && node.attributes.length === 0 && !open.includes(sign)) {
      const mark = { element: node, sign, inOthers: open.length > 0 };
      yield { kind: 'mark', mark, opens: true };
      yield* piecesOf(node.children, rules, [...open, sign]);
      yield { kind: 'mark', mark, opens: false };
    } else {
      const ready = node.name === 'a' ? linkOf(node, { ...rules, open }) : codeOf(node);
      if (ready !== null) yield { kind: 'ready', value: ready };
      else {
        yield { kind: 'ready', value: rawTag(node, rules) };
        yield* piecesOf(node.children, rules, open);
        yield { kind: 'ready', value: `</${node.name}>` };
      }
    }
  }
}

function linkOf(node: CleanElement, rules: LineRules): string | null {
  const known = new Map(node.attributes);
  const href = known.get('href');
  for (const name of ['href', 'rel', 'title']) known.delete(name);
  if (href === undefined || known.size > 0) return null;
  const words = markdownWords(node.children, { ...rules, oneLine: true });
  if (words.trim() === '' || words !== words.trim()) return null;
  const address = unescaped(href.startsWith('/') ? rules.siteUrl + href : href);
  if (/[\s<>\\|]/.test(address)) return null;
  const target = /[()*_&]/.test(address) ? `<${escapeReferences(address)}>` : address;
  const title = new Map(node.attributes).get('title');
  if (title === undefined) return `[${words}](${target})`;
  return /[\\"|&]/.test(title) ? null : `[${words}](${target} "${title}")`;
}

/** Its size is the archive's to say; other attributes need HTML. */
function pictureOf(node: CleanElement, rules: LineRules): string {
  const known = new Map(node.attributes);
  const [src, alt] = [known.get('src') ?? '', known.get('alt') ?? ''];
  for (const name of ['src', 'alt', 'width', 'height', 'loading']) known.delete(name);
  const address = unescaped(src.startsWith('/') ? rules.siteUrl + src : src);
  if (known.size > 0 || /[\s<>\\|()*_&]/.test(address)) return rawTag(node, rules);
  return `![${escapeWords(unescaped(alt), rules, false)}](${address})`;
}

function codeOf(node: CleanElement): string | null {
  const [text] = node.children;
  if (node.name !== 'code' || node.attributes.length > 0) return null;
  if (node.children.length !== 1 || typeof text !== 'string') return null;
  if (/^[\s`]|[\s`]$|[\n|]/.test(text) || text === '') return null;
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${text}${ticks}`;
}

/** The marks that may be signs: those that every reader opens and closes where they stand. */
function safeMarks(pieces: readonly Piece[]): Set<Mark> {
  const opened = new Set<Mark>();
  const safe = new Set<Mark>();
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'mark') continue;
    const before = lastSign(pieces[at - 1]);
    const after = firstSign(pieces[at + 1]);
    const [inside, outside] = piece.opens ? [after, before] : [before, after];
    if (!mayStand(piece.mark, inside, outside)) continue;
    if (piece.opens) opened.add(piece.mark);
    else if (opened.has(piece.mark)) safe.add(piece.mark);
  }
  return safe;
}

function mayStand(mark: Mark, inside: string, outside: string): boolean {
  if (/[\s*_~`]/.test(inside) || inside === '') return false;
  if (/[*_~`]/.test(outside)) return false;
  // Readers that look at halves of characters take an emoji for neither sign nor letter.
  if (outside.length > 1 || inside.length > 1) return false;
  // A mark in a mark beside a tag: which of the two a sign closes is told in two ways.
  if (mark.inOthers && /[<>]/.test(outside)) return false;
  const parted = outside === '' || /[\s\p{P}\p{S}]/u.test(outside);
  if (parted) return true;
  // Inside a word, and letters on both sides: only where nothing else could close there.
  return !mark.inOthers && mark.sign !== '~~' && /[\p{L}\p{N}]/u.test(inside);
}

function firstSign(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (piece.kind === 'break') return '\n';
  if (piece.kind === 'mark') return '*';
  return [...piece.value.slice(0, 2)][0] ?? '';
}

function lastSign(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (piece.kind === 'break') return '\n';
  if (piece.kind === 'mark') return '*';
  return [...piece.value.slice(-2)].at(-1) ?? '';
}

function escapeWords(words: string, { inTable = false }: LineRules, linkFollows: boolean): string {
  const escaped = escapeReferences(words)
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/(https?):(?=\/\/)/gi, '$1\\:')
    .replace(/(?<![\p{L}\p{N}])(www)\./giu, '$1\\.')
    .replace(/(?<=\s|^)#(?=[\s#]|$)/g, '\\#');
  const told = inTable ? escaped.replaceAll('|', '\\|') : escaped;
  return linkFollows && told.endsWith('!') ? `${told.slice(0, -1)}\\!` : told;
}

/** What would be read as a named or numbered character. */
function escapeReferences(words: string): string {
  return words.replace(/&(?=#?\w+;)/g, '&amp;');
}

/** What would begin a heading, a list, a quotation, a rule or a table, were it not escaped. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(\s*)([#>=|]|[-+:](?![\p{L}\p{N}]))/u, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
