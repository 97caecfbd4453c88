// A work as Markdown: its facts ahead as other programs write them, then the text alone, so that it
// comes back through an import as it was. Notes of chapters are quotations under their label.
import { isoDate } from '../../kit/time/index.ts';
import { markdownLine, markdownOf } from '../../text/index.ts';
import { type Book, type BookChapter, type BookRelated, relatedName } from './book.ts';
import { text } from './messages.ts';

/** The whole file; `cleanText` makes the same text of it again. */
export function markdownFile(book: Book): string {
  const parts = [
    facts(book),
    `# ${markdownLine(book.title)}`,
    ...book.chapters.flatMap((chapter) => [
      ...(book.isOneShot
        ? []
        : [`##${'#'.repeat(chapter.level - 1)} ${markdownLine(chapter.heading)}`]),
      ...opened(chapter),
      ...quoted(book, text.summary(), chapter.summary),
      ...quoted(book, text.notes(), chapter.notes),
      markdownOf(chapter.html, book.siteUrl),
      ...quoted(book, text.endNotes(), chapter.endNotes),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** YAML in its plainest form: text in double quotes, lists of them. */
function facts(book: Book): string {
  const tags = new Map(book.tags.map(({ type, names }) => [type, names]));
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['creator', book.creators.map(({ name }) => name)],
    ['rating', tags.get('rating') ?? []],
    ['warnings', tags.get('warning') ?? []],
    ['categories', tags.get('category') ?? []],
    ['fandoms', tags.get('fandom') ?? []],
    ['relationships', tags.get('relationship') ?? []],
    ['characters', tags.get('character') ?? []],
    ['tags', tags.get('freeform') ?? []],
    ['series', book.series.map((one) => text.seriesPlace(one))],
    ['gifts', book.gifts],
    ['inspired by', relatedIn(book, 'inspired')],
    ['translation of', relatedIn(book, 'translation')],
  ];
  const { publishedAt, editedAt } = book;
  return [
    '---',
    `title: ${yamlText(book.title)}`,
    ...lists.filter(([, values]) => values.length > 0).map(([key, values]) => list(key, values)),
    `language: ${yamlText(book.language)}`,
    ...(publishedAt === null ? [] : [`published: ${isoDate(publishedAt)}`]),
    ...counted(book),
    `edited: ${isoDate(editedAt)}`,
    `source: ${yamlText(book.url)}`,
    ...noted('summary', book.summary, book.siteUrl),
    ...noted('notes', book.notes, book.siteUrl),
    ...noted('end notes', book.endNotes, book.siteUrl),
    '---',
  ].join('\n');
}

/** When it was last added to, and how many chapters there are of how many. */
function counted({ facts }: Book): string[] {
  const wanted = [text.updated(), text.completed(), text.chapters()];
  return facts
    .filter(({ label }) => wanted.includes(label))
    .map(({ label, value }) => `${label.toLowerCase()}: ${yamlText(value)}`);
}

function relatedIn({ related }: Book, relation: BookRelated['relation']): string[] {
  const those = related.filter((one) => one.relation === relation);
  return those.map((one) => `${relatedName(one)} (${one.url})`);
}

function list(key: string, values: readonly string[]): string {
  return [`${key}:`, ...values.map((value) => `  - ${yamlText(value)}`)].join('\n');
}

/** Markup on one line, as it is kept; empty when there is none. */
function noted(key: string, html: string, siteUrl: string): string[] {
  if (html === '') return [];
  return [`${key}: ${yamlText(html.replace(/ (href|src)="\//g, ` $1="${siteUrl}/`))}`];
}

/** A string of JSON is one of YAML. */
function yamlText(words: string): string {
  return JSON.stringify(words);
}

/** Where a work begins in a book of several. */
function opened({ opening }: BookChapter): string[] {
  if (opening === null) return [];
  const byline = markdownLine(text.by({ byline: opening.byline }));
  const facts = opening.facts.map(
    ({ label, value }) => `- **${markdownLine(label)}:** ${markdownLine(value)}`,
  );
  return [`${byline} (<${opening.url}>)`, facts.join('\n')];
}

function quoted(book: Book, label: string, html: string): string[] {
  if (html === '') return [];
  const lines = `**${markdownLine(label)}**\n\n${markdownOf(html, book.siteUrl)}`.split('\n');
  return [lines.map((line) => `> ${line}`.trimEnd()).join('\n')];
}
