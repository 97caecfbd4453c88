// A text in another of the formats that it may be typed in, and what of it has no place there.

import type { TextFormat } from '../../text/index.ts';
import { type CleanedText, cleanText, markdownOf, plainText } from '../../text/index.ts';
import { anyPicture } from './images/image.ts';

/** Kinds of formatting by which a writer knows what would be lost. */
export const formattingKinds = [
  'emphasis',
  'links',
  'headings',
  'lists',
  'quotes',
  'tables',
  'classes',
  'other',
] as const;
export type FormattingKind = (typeof formattingKinds)[number];

export type OtherFormat = { readonly text: string; readonly lost: readonly FormattingKind[] };

/** The text as `to` says the same; what does not come back from it is lost. */
export function inOtherFormat(
  source: string,
  from: TextFormat,
  to: TextFormat,
): OtherFormat | Extract<CleanedText, { ok: false }> {
  const before = cleanText(source, from, 'chapter', anyPicture);
  if (!before.ok) return before;
  const text = written(before.html, to);
  const after = cleanText(text, to, 'chapter', anyPicture);
  if (!after.ok) return after;
  const left = countKinds(after.html);
  const lost = [...countKinds(before.html)].filter(
    ([kind, count]) => (left.get(kind) ?? 0) < count,
  );
  return { text, lost: lost.map(([kind]) => kind) };
}

function written(html: string, to: TextFormat): string {
  if (to === 'html') return html.replace(/(<\/(?:p|h\d|ul|ol|blockquote|div)>|<hr>)(?=<)/g, '$1\n');
  return to === 'markdown' ? markdownOf(html) : plainText(html);
}

function countKinds(html: string): Map<FormattingKind, number> {
  const counts = new Map<FormattingKind, number>();
  const add = (kind: FormattingKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [, name = '', more = ''] of html.matchAll(/<([a-z][a-z0-9]*)((?: [^<>]*)?)>/g)) {
    const kind = kinds.get(name) ?? 'other';
    if (!unmarked.has(name)) add(kind);
    if (/ (?:class|dir|lang|title)="(?!u-gap")/.test(more)) add('classes');
  }
  return counts;
}

/** Every format has paragraphs and breaks. */
const unmarked = new Set(['br', 'col', 'colgroup', 'p', 'rp', 'rt', 'tbody', 'td', 'th', 'tr']);
const kinds = new Map<string, FormattingKind>([
  ...each('b code del em i ins mark s small strong sub sup u', 'emphasis'),
  ...each('a', 'links'),
  ...each('h4 h5 h6', 'headings'),
  ...each('dd dl dt li ol ul', 'lists'),
  ...each('blockquote q', 'quotes'),
  ...each('caption table tfoot thead', 'tables'),
]);

function each(names: string, kind: FormattingKind): [string, FormattingKind][] {
  return names.split(' ').map((name) => [name, kind]);
}
