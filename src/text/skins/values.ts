// Values of a skin's properties: written anew of what is allowed, so that nothing else is in them.

import type { SkinProblems, SkinReason } from './problem.ts';
import { functions, positions, reckoning, stringProperties, units } from './properties.ts';
import type { Token } from './tokens.ts';

/** Larger ones only push a text out of sight. */
const largest = 10_000;
const deepest = 6;
/** Parts of one value: a gradient of many colours. */
const mostParts = 300;

/** A value without `!important`, whose tokens are given; null if it is refused. */
export function readValue(
  property: string,
  tokens: readonly Token[],
  problems: SkinProblems,
): string | null {
  if (tokens.length === 0 || tokens.length > mostParts) return null;
  const open: string[] = [];
  let css = '';
  for (const [at, token] of tokens.entries()) {
    const reason = refusalOf(property, token, open);
    if (reason !== null) {
      problems.add(reason, token.at, token.kind === 'function' ? `${token.text}()` : token.text);
      return null;
    }
    const isClosing = token.kind === 'sign' && token.text === ')';
    const isTight = isClosing || token.text === ',' || at === 0 || css.endsWith('(');
    css += `${isTight && token.kind !== 'string' ? '' : spaceBefore(css)}${written(token)}`;
    if (isClosing) open.pop();
    if (token.kind === 'function') open.push(token.text.toLowerCase());
    else if (token.kind === 'sign' && token.text === '(') open.push('calc');
  }
  if (open.length === 0) return css;
  problems.add('unclosed', tokens[0]?.at ?? 0, css);
  return null;
}

function spaceBefore(css: string): string {
  return css === '' || css.endsWith('(') ? '' : ' ';
}

function refusalOf(property: string, token: Token, open: readonly string[]): SkinReason | null {
  const { kind, text } = token;
  switch (kind) {
    case 'word':
      return refusalOfWord(property, text);
    case 'number':
      return refusalOfNumber(text);
    case 'hash':
      return /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text) ? null : 'colour';
    case 'string':
      return stringProperties.has(property) ? null : 'string';
    case 'function':
      if (!functions.has(text.toLowerCase())) return 'function';
      // A position is one word.
      if (property === 'position') return 'position';
      return open.length < deepest ? null : 'value';
    case 'sign':
      return isSignAllowed(text, open) ? null : 'sign';
    case 'at':
      return 'sign';
  }
}

function refusalOfWord(property: string, word: string): SkinReason | null {
  if (word.startsWith('--')) return 'custom-property';
  if (property === 'position') return positions.has(word.toLowerCase()) ? null : 'position';
  // A prefixed word means what one browser alone knows.
  return /^[a-z][a-z0-9-]{0,39}$/i.test(word) ? null : 'word';
}

function refusalOfNumber(text: string): SkinReason | null {
  const [, digits = '', unit = ''] = /^([+-]?[\d.]+(?:e[+-]?\d+)?)(.*)$/i.exec(text) ?? [];
  if (unit !== '' && !units.has(unit.toLowerCase())) return 'unit';
  return Math.abs(Number(digits)) <= largest ? null : 'number';
}

function isSignAllowed(sign: string, open: readonly string[]): boolean {
  if (sign === ',' || sign === '/') return true;
  if (sign === ')') return open.length > 0;
  const isReckoned = reckoning.has(open.at(-1) ?? '');
  if (sign === '(') return isReckoned && open.length < deepest;
  return isReckoned && (sign === '+' || sign === '-' || sign === '*');
}

function written({ kind, text }: Token): string {
  if (kind === 'string') return `"${[...text].map(writtenInString).join('')}"`;
  if (kind === 'function') return `${text.toLowerCase()}(`;
  return kind === 'number' || kind === 'hash' ? text.toLowerCase() : text;
}

/** Quotes, signs that end a style element, and what cannot be seen are written by their number. */
function writtenInString(character: string): string {
  const isPlain = /^[^"'\\<>&\p{C}\p{Zl}\p{Zp}]$/u.test(character);
  return isPlain ? character : `\\${(character.codePointAt(0) as number).toString(16)} `;
}
