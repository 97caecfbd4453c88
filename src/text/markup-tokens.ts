// Reads cleaned markup without a parser: what `cleanText` writes is regular, so a scan is enough
// and takes a tenth of the time. Anything else is cleaned first.
import { cleanText } from './clean-text.ts';
import { escapeText } from './sanitise/print.ts';

/** A piece of cleaned markup. Attributes are as they stand, values still escaped. */
export type MarkupToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

/** The tokens of markup; `br`, `hr`, `col` and `img` open and do not close. Text is unescaped. */
export function markupTokens(html: string): MarkupToken[] {
  return scan(html) ?? scan(cleaned(html)) ?? [{ kind: 'text', text: html }];
}

/** Elements that open and do not close. */
export const voidNames: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img']);

/** `name`, `value` of attributes as they stand in a token: values still escaped. */
export function attributesOf(token: { readonly attributes: string }): [string, string][] {
  return [...token.attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map((match) => [
    match[1]!,
    match[2] ?? '',
  ]);
}

function cleaned(html: string): string {
  const result = cleanText(html, 'html', 'chapter');
  return result.ok ? result.html : escapeText(html.replace(/[^\P{C}\n]/gu, ' '));
}

const name = '[a-z][a-z0-9]*';
const value = '"(?:[^"<>&]|&(?:amp|lt|gt|quot);)*"';
const text = '([^<>&]+|&(?:amp|lt|gt|quot|#824);)';
const piece = new RegExp(`${text}|<(?:/(${name})|(${name})((?: [a-z-]+(?:=${value})?)*))>`, 'gy');
// What XML cannot hold: markup with any of it has not been cleaned.
const unclean = /[\0-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Null unless it is markup as we write it, every element closed in its turn. */
function scan(html: string): MarkupToken[] | null {
  if (unclean.test(html)) return null;
  const tokens: MarkupToken[] = [];
  const open: string[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < html.length) {
    const match = piece.exec(html);
    if (match === null) return null;
    const [, words, closing, opening, attributes] = match;
    if (words !== undefined) pushText(tokens, unescapeText(words));
    else if (closing !== undefined) {
      if (open.pop() !== closing) return null;
      tokens.push({ kind: 'close', name: closing });
    } else if (opening !== undefined) {
      tokens.push({ kind: 'open', name: opening, attributes: attributes ?? '' });
      if (!voidNames.has(opening)) open.push(opening);
    }
  }
  return open.length === 0 ? tokens : null;
}

function pushText(tokens: MarkupToken[], text: string): void {
  const last = tokens.at(-1);
  if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + text };
  else tokens.push({ kind: 'text', text });
}

const references: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#824;': '\u0338',
};

function unescapeText(text: string): string {
  return references[text] ?? text;
}
