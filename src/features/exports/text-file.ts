// A work as plain text: what any machine of the last fifty years can show. Emphasis stands between
// underscores, notes between lines that say where they begin and end.
import { countCharacters, type PlainTextRules, plainText } from '../../text/index.ts';
import { type Book, type BookChapter, type BookFact, factRows } from './book.ts';
import { text } from './messages.ts';

/** `wrap`: the most characters in a line; none: a paragraph is a line. */
export function textFile(book: Book, { wrap = 0 }: { readonly wrap?: number } = {}): string {
  const blocks = [
    book.title,
    `${text.by({ byline: book.byline })}\n${text.source()} ${book.url}`,
    rows(factRows(book)),
    ...notes(book, text.summary(), book.summary),
    ...notes(book, text.notes(), book.notes),
    ...book.chapters.flatMap((chapter) => [
      // A blank line more above what begins anew.
      `\n${book.isOneShot ? '* * *' : chapter.heading}\n`,
      ...opened(chapter),
      ...notes(book, text.summary(), chapter.summary),
      ...notes(book, text.notes(), chapter.notes),
      ...(chapter.html === '' ? [] : [plainText(chapter.html, rulesOf(book))]),
      ...notes(book, text.endNotes(), chapter.endNotes),
    ]),
    ...(book.endNotes === '' ? [] : ['', ...notes(book, text.endNotes(), book.endNotes)]),
  ];
  const file = `${blocks.join('\n\n')}\n`;
  return wrap === 0
    ? file
    : file
        .split('\n')
        .map((line) => wrapped(line, wrap))
        .join('\n');
}

/** A picture is its words and where it can be seen. */
function rulesOf({ siteUrl }: Book): PlainTextRules {
  const picture = (alt: string, address: string) => {
    const url = `${siteUrl}${address}`;
    return alt === '' ? '' : `[${text.pictureAt({ alt, url })}]`;
  };
  return { emphasis: true, picture };
}

function rows(facts: readonly BookFact[]): string {
  return facts.map(({ label, value }) => `${text.labelled({ label })} ${value}`).join('\n');
}

function opened({ opening }: BookChapter): string[] {
  if (opening === null) return [];
  const byline = text.by({ byline: opening.byline });
  return [`${byline}\n${opening.url}`, rows(opening.facts)];
}

function notes(book: Book, label: string, html: string): string[] {
  if (html === '') return [];
  return [`[${label}]`, plainText(html, rulesOf(book)), `[${text.endOf({ label })}]`];
}

/** Breaks at spaces; a word that is longer than a line stays whole. */
function wrapped(line: string, most: number): string {
  if (countCharacters(line) <= most) return line;
  const indent = /^ *(?:- |\d+\. )?/.exec(line)?.[0] ?? '';
  const hanging = ' '.repeat(indent.length);
  let written = '';
  let current = indent;
  let empty = true;
  for (const word of line.slice(indent.length).split(' ')) {
    if (!empty && countCharacters(current) + 1 + countCharacters(word) > most) {
      written += `${current}\n`;
      current = hanging + word;
    } else {
      current += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return written + current;
}
