// Markup as plain text, and the beginning of it.
import { unescaped } from './as-markdown/raw.ts';
import { attributesOf, type MarkupToken, markupTokens } from './markup-tokens.ts';
import { blockNames } from './sanitise/places.ts';

export type PlainTextRules = {
  /** Emphasis stands between underscores, strong emphasis between asterisks. */
  readonly emphasis?: boolean;
  /** What stands for a picture; absent: nothing. */
  readonly picture?: (alt: string, address: string) => string;
};

/**
 * The words of cleaned markup: blocks parted by blank lines, breaks as newlines, links as their
 * text, list items behind a hyphen or their number, readings in parentheses.
 */
export function plainText(html: string, rules: PlainTextRules = {}): string {
  const writer = new Writer(rules);
  for (const token of markupTokens(html)) writer.take(token);
  return writer.finish();
}

/**
 * The first words of cleaned markup on one line, at most so many code points with the dots that
 * say it goes on.
 */
export function excerpt(html: string, characters: number): string {
  const line = plainText(html).replace(/\s+/g, ' ').trim();
  const points = [...line];
  if (points.length <= characters) return line;
  const cut = points.slice(0, Math.max(0, characters - 1)).join('');
  const space = cut.lastIndexOf(' ');
  // Without a space in the second half it is one long word, or a script that has none.
  const whole =
    points[characters - 1] === ' ' ? cut : space > cut.length / 2 ? cut.slice(0, space) : cut;
  return `${whole.replace(/[\s\p{P}]+$/u, '')}…`;
}

/** Lines that follow each other without a blank line between: items, rows, terms. */
const closeNames = new Set(['li', 'tr', 'dt', 'dd', 'caption', 'thead', 'tbody', 'tfoot']);

class Writer {
  #text = '';
  /** Newlines wanted before the next words. */
  #newlines = 0;
  #marker = '';
  /** Open lists: the number of the next item, or null where there are no numbers. */
  readonly #lists: (number | null)[] = [];
  #preformatted = 0;
  readonly #signs: Readonly<Record<string, string>>;

  readonly #picture: PlainTextRules['picture'];

  constructor({ emphasis = false, picture }: PlainTextRules) {
    this.#picture = picture;
    this.#signs = emphasis ? { em: '_', i: '_', strong: '*', b: '*' } : {};
  }

  take(token: MarkupToken): void {
    if (token.kind === 'text') this.#words(token.text);
    else if (token.kind === 'open') this.#open(token.name, token.attributes);
    else this.#close(token.name);
  }

  finish(): string {
    return this.#text;
  }

  #open(name: string, attributes: string): void {
    this.#words(this.#signs[name] ?? '');
    if (name === 'img') this.#words(this.#pictureOf(attributes));
    else if (name === 'br') this.#text += '\n';
    else if (name === 'q') this.#words('“');
    else if (name === 'td' || name === 'th') this.#nextCell();
    else if (blockNames.has(name)) this.#part(name, attributes);
    if (name === 'hr') {
      this.#words('* * *');
      this.#part(name, '');
    }
    if (name === 'pre') this.#preformatted += 1;
    if (name === 'ul') this.#lists.push(null);
    if (name === 'ol') this.#lists.push(Number(/ start="(-?\d+)"/.exec(attributes)?.[1] ?? 1));
    if (name === 'li') this.#marker = this.#nextMarker();
  }

  #pictureOf(attributes: string): string {
    if (this.#picture === undefined) return '';
    const values = new Map(attributesOf({ attributes }));
    return this.#picture(unescaped(values.get('alt') ?? ''), values.get('src') ?? '');
  }

  #close(name: string): void {
    this.#words(this.#signs[name] ?? '');
    if (name === 'q') this.#words('”');
    if (name === 'pre') this.#preformatted -= 1;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'li') this.#marker = '';
    if (blockNames.has(name) && name !== 'td' && name !== 'th') this.#part(name, '');
  }

  #words(text: string): void {
    if (text === '') return;
    if (this.#text !== '') this.#text += '\n'.repeat(this.#newlines);
    this.#newlines = 0;
    this.#text += this.#marker + text;
    this.#marker = '';
  }

  #part(name: string, attributes: string): void {
    const nested = this.#lists.length > 0 && (name === 'ul' || name === 'ol' || name === 'p');
    const wanted = closeNames.has(name) || nested ? 1 : 2;
    const gap = / class="(?:[^"]* )?u-gap(?: [^"]*)?"/.test(attributes) ? 1 : 0;
    this.#newlines = Math.max(this.#newlines, wanted + gap);
  }

  #nextCell(): void {
    if (this.#newlines === 0 && this.#text !== '') this.#text += '\t';
  }

  #nextMarker(): string {
    const number = this.#lists.at(-1);
    const indent = '  '.repeat(Math.max(0, this.#lists.length - 1));
    if (number === null || number === undefined) return `${indent}- `;
    this.#lists[this.#lists.length - 1] = number + 1;
    return `${indent}${number}. `;
  }
}
