// A style sheet as signs and words, after CSS Syntax Level 3, with less allowed: no escapes outside
// strings, no letters outside ASCII but in strings and comments, and no address without quotes.
import type { SkinProblems } from './problem.ts';

export type Token = {
  readonly kind: TokenKind;
  /** As written; of a string what it says. */
  readonly text: string;
  /** Characters of the source before it, and up to its end. */
  readonly at: number;
  readonly end: number;
  /** White space or a comment stands before it. */
  readonly apart: boolean;
};

export type TokenKind =
  | 'word'
  /** Its name; the bracket belongs to it. */
  | 'function'
  | 'at'
  | 'hash'
  | 'string'
  /** With its unit or the percent sign. */
  | 'number'
  /** One of the signs below. */
  | 'sign';

/** The tokens of a source; null if it cannot be cut into such, which `problems` says. */
export function tokensOf(source: string, problems: SkinProblems): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  let apart = false;
  while (at < source.length) {
    const past = endOfSpace(source, at);
    if (past === null) {
      problems.add('unclosed', at, '/*');
      return null;
    }
    if (past > at) {
      apart = true;
      at = past;
      continue;
    }
    const token = tokenAt(source, at, apart, problems);
    if (token === null) return null;
    tokens.push(token);
    at = token.end;
    apart = false;
  }
  return tokens;
}

/** Where white space or one comment that begins here ends; null for a comment without an end. */
function endOfSpace(source: string, at: number): number | null {
  if (source.startsWith('/*', at)) {
    const end = source.indexOf('*/', at + 2);
    return end === -1 ? null : end + 2;
  }
  let end = at;
  while (end < source.length && ' \t\n'.includes(source[end] as string)) end += 1;
  return end;
}

const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z][\w-]*)?/iy],
  ['function', /-?[a-z_][\w-]*\(/iy],
  ['word', /(?:--[\w-]*|-?[a-z_][\w-]*)/iy],
  ['at', /@-?[a-z][\w-]*/iy],
  ['hash', /#[\w-]+/y],
  ['sign', /[{}()[\]:;,.>+~*/!=|^$&%-]/y],
];

function tokenAt(source: string, at: number, apart: boolean, problems: SkinProblems): Token | null {
  const first = source[at] as string;
  if (first === '"' || first === "'") return stringAt(source, at, apart, problems);
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at;
    const found = shape.exec(source)?.[0];
    if (found === undefined) continue;
    const text = kind === 'function' ? found.slice(0, -1) : found;
    return { kind, text, at, end: at + found.length, apart };
  }
  const sign = String.fromCodePoint(source.codePointAt(at) as number);
  problems.add(first === '\\' ? 'escape' : 'sign', at, sign);
  return null;
}

function stringAt(
  source: string,
  at: number,
  apart: boolean,
  problems: SkinProblems,
): Token | null {
  const quote = source[at];
  let text = '';
  let end = at + 1;
  while (end < source.length) {
    const sign = source[end] as string;
    if (sign === quote) return { kind: 'string', text, at, end: end + 1, apart };
    if (sign === '\n') break;
    if (sign === '\\') {
      const [character, length] = escapeAt(source, end);
      if (character === null) {
        problems.add('escape', end, source.slice(end, end + length));
        return null;
      }
      text += character;
      end += length;
    } else {
      text += sign;
      end += 1;
    }
  }
  problems.add('unclosed', at, source.slice(at, end));
  return null;
}

/** The character that an escape in a string means, and how long it is written. */
function escapeAt(source: string, at: number): [string | null, number] {
  const hex = /^[0-9a-f]{1,6}/i.exec(source.slice(at + 1, at + 7))?.[0];
  if (hex === undefined) {
    const next = source.codePointAt(at + 1);
    if (next === undefined || next === 10) return [null, 1];
    const character = String.fromCodePoint(next);
    return [character, 1 + character.length];
  }
  const code = Number.parseInt(hex, 16);
  const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  const space = source[at + 1 + hex.length];
  const length = 1 + hex.length + (space !== undefined && ' \t\n'.includes(space) ? 1 : 0);
  return [isCharacter ? String.fromCodePoint(code) : null, length];
}
