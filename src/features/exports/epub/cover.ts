// A cover drawn from the work itself: a colour that belongs to its first fandom, title and byline.
import { countCharacters } from '../../../text/index.ts';
import type { Book } from '../book.ts';
import { type Xml, xml } from './markup.ts';

const width = 1200;
const height = 1600;
const margin = 120;

export function coverImage(book: Book): Xml {
  const hue = hueOf(book.tags.find(({ type }) => type === 'fandom')?.names[0] ?? book.title);
  const size = titleSize(countCharacters(book.title));
  const lines = breakLines(book.title, Math.floor((width - 2 * margin) / (size * 0.56)));
  const shown = lines.slice(0, 9);
  const rtl = book.direction === 'rtl';
  const x = rtl ? width - margin : margin;
  const start = rtl ? xml` direction="rtl"` : null;
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
 width="${width}" height="${height}" role="img"
 aria-label="${book.title}" xml:lang="${book.language}">
<rect width="${width}" height="${height}" fill="hsl(${hue},32%,22%)"/>
<rect x="60" y="60" width="${width - 120}" height="${height - 120}"
 fill="none" stroke="hsl(${hue},40%,72%)" stroke-width="3"/>
<g font-family="Literata, Georgia, serif" fill="hsl(${hue},45%,94%)"${start}>
${shown.map(
  (line, at) => xml`<text x="${x}" y="${360 + Math.round(at * size * 1.25)}"
 font-size="${size}">${line}</text>
`,
)}<text x="${x}" y="${height - 200}" font-size="48">${clip(book.byline, 44)}</text>
</g>
</svg>
`;
}

/** A number from 0 to 359 that is the same for the same words. */
function hueOf(words: string): number {
  let sum = 7;
  for (const sign of words) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 36_000;
  return sum % 360;
}

function titleSize(characters: number): number {
  if (characters <= 24) return 128;
  if (characters <= 60) return 100;
  return characters <= 120 ? 78 : 60;
}

/** Breaks between words, and inside scripts that have none, at most `most` signs a line. */
function breakLines(title: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(' ').flatMap((one) => pieces(one, most))) {
    if (line !== '' && countCharacters(line) + 1 + countCharacters(word) > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, most: number): string[] {
  const signs = [...word];
  const cut: string[] = [];
  for (let at = 0; at < signs.length; at += most) cut.push(signs.slice(at, at + most).join(''));
  return cut;
}

function clip(words: string, most: number): string {
  const signs = [...words];
  return signs.length <= most ? words : `${signs.slice(0, most - 1).join('')}…`;
}
