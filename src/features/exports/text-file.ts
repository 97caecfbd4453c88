// A work as plain text: what any machine of the last fifty years can show. Emphasis stands between
// underscores, notes between lines that say where they begin and end.
import { countCharacters, plainText } from '../../text/index.ts';
import { type Book, chapterHeading, tagLabels } from './book.ts';
import { text } from './messages.ts';

/** `wrap`: the most characters in a line; none: a paragraph is a line. */
export function textFile(book: Book, { wrap = 0 }: { readonly wrap?: number } = {}): string {
  const blocks = [
    book.title,
    `${text.by({ byline: book.byline })}\n${text.source()} ${book.url}`,
    facts(book).join('\n'),
    ...notes(text.summary(), book.summary),
    ...notes(text.notes(), book.notes),
    ...book.chapters.flatMap((chapter) => [
      // A blank line more above what begins anew.
      `\n${book.isOneShot ? '* * *' : chapterHeading(chapter)}\n`,
      ...notes(text.summary(), chapter.summary),
      ...notes(text.notes(), chapter.notes),
      plainText(chapter.html, { emphasis: true }),
      ...notes(text.endNotes(), chapter.endNotes),
    ]),
    ...(book.endNotes === '' ? [] : ['', ...notes(text.endNotes(), book.endNotes)]),
  ];
  const file = `${blocks.join('\n\n')}\n`;
  return wrap === 0
    ? file
    : file
        .split('\n')
        .map((line) => wrapped(line, wrap))
        .join('\n');
}

function facts({ tags, languageName, series, facts }: Book): string[] {
  const rows = [
    ...tags.map(({ type, names }) => ({ label: tagLabels[type](), value: names.join(', ') })),
    ...series.map((one) => ({ label: text.series(), value: text.seriesPlace(one) })),
    { label: text.language(), value: languageName },
    ...facts,
  ];
  return rows.map(({ label, value }) => `${text.labelled({ label })} ${value}`);
}

function notes(label: string, html: string): string[] {
  if (html === '') return [];
  return [`[${label}]`, plainText(html, { emphasis: true }), `[${text.endOf({ label })}]`];
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
