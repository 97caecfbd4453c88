// A book as a Typst document: title, facts, contents, chapters on pages of their own.
import { isoDate } from '../../../kit/time/index.ts';
import { plainText } from '../../../text/index.ts';
import { type Book, type BookChapter, type BookFact, companyRows, tagLabels } from '../book.ts';
import { text } from '../messages.ts';
import { fontFamilies } from './fonts.ts';
import { pageStyles } from './page-styles.ts';
import { setProse } from './prose.ts';
import { Script, script, words } from './script.ts';

/** The source; `lacking` names the scripts for which there are no letters. */
export function pdfDocument(book: Book, lacking: readonly string[]): string {
  const parts = [
    settings(book),
    new Script(pageStyles),
    titlePage(book, lacking),
    facts(book),
    notes(book, text.summary(), book.summary),
    notes(book, text.notes(), book.notes),
    book.chapters.length > 1 ? script`#contents(${text.contents()})\n` : null,
    ...book.chapters.map((chapter) => setChapter(book, chapter)),
    afterword(book),
  ];
  return parts.map((part) => part?.source ?? '').join('\n');
}

/** The same book in paragraphs of plain words. */
export function withWordsAlone(book: Book): Book {
  const alone = (html: string) =>
    plainText(html)
      .split('\n\n')
      .map((words) => `<p>${words.replace(/[&<>]/g, (sign) => `&${signs[sign]};`)}</p>`)
      .join('');
  return {
    ...book,
    summary: alone(book.summary),
    notes: alone(book.notes),
    endNotes: alone(book.endNotes),
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      summary: alone(chapter.summary),
      notes: alone(chapter.notes),
      endNotes: alone(chapter.endNotes),
      html: alone(chapter.html),
    })),
  };
}

const signs: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt' };

/** In which language, direction and letters words are set. */
function letters({ language: tag, direction }: Pick<Book, 'language' | 'direction'>): Script {
  const [language = 'en', ...subtags] = tag.split('-');
  const region = subtags.find((one) => /^[A-Z]{2}$/.test(one)) ?? regionOf(subtags);
  const lang = /^[a-z]{2,3}$/.test(language) ? language : 'en';
  const place = region === '' ? null : script`, region: ${region}`;
  return script`#set text(font: (${list(fontFamilies(tag))}), fallback: false)
#set text(lang: ${lang}, dir: ${new Script(direction)}${place})
`;
}

function settings(book: Book): Script {
  const [year, month, day] = isoDate(book.editedAt).split('-').map(Number);
  const keywords = book.tags.flatMap(({ names }) => names);
  const authors = list(book.creators.map(({ name }) => name));
  const date = script`datetime(year: ${year ?? 1970}, month: ${month ?? 1}, day: ${day ?? 1})`;
  return script`#set document(title: ${book.title}, author: (${authors}))
#set document(keywords: (${list(keywords)}), date: ${date})
${letters(book)}`;
}

/** Han characters differ by place: traditional ones are drawn as in Taiwan. */
function regionOf(subtags: readonly string[]): string {
  return subtags.includes('Hant') ? 'TW' : subtags.includes('Hans') ? 'CN' : '';
}

function list(values: readonly string[]): Script {
  return new Script(values.map((value) => `${script`${value}`.source},`).join(' '));
}

function titlePage(book: Book, lacking: readonly string[]): Script {
  const series = book.series.map((one) => script`${text.seriesPlace(one)},`);
  const missing =
    lacking.length === 0 ? null : text.lackingLetters({ scripts: lacking.join(', ') });
  const byline = text.by({ byline: book.byline });
  const source = text.source();
  return script`#title-page(${book.title}, ${byline}, (${series}),
  ${source}, ${book.url}, ${missing ?? ''})
`;
}

function facts(book: Book): Script {
  const rows = [
    ...book.tags.map(({ type, names }) => ({ label: tagLabels[type](), value: names.join(', ') })),
    ...companyRows(book),
    { label: text.language(), value: book.languageName },
    {
      label: text.stats(),
      value: book.facts.map(({ label, value }) => `${label}: ${value}`).join(' · '),
    },
  ];
  return script`#facts((${factPairs(rows)}))
`;
}

function notes(book: Book, label: string, html: string): Script | null {
  if (html === '') return null;
  return script`#noted(${label})[${setProse(html, book)}];\n`;
}

function setChapter(book: Book, chapter: BookChapter): Script {
  const title = book.isOneShot ? book.title : chapter.heading;
  const summary = notes(book, text.summary(), chapter.summary);
  const ahead = notes(book, text.notes(), chapter.notes);
  return script`${tongue(chapter)}#opening(${title}, ${chapter.level})
${opened(chapter)}${summary}${ahead}
${setProse(chapter.html, book)}
${notes(book, text.endNotes(), chapter.endNotes)}`;
}

/** From here on, till the next work in a book of several. */
function tongue({ own }: BookChapter): Script | null {
  return own === null ? null : letters(own);
}

function opened({ opening }: BookChapter): Script | null {
  if (opening === null) return null;
  return script`#align(center, plain(${text.by({ byline: opening.byline })}))
#align(center, plain(link(${opening.url})))
#facts((${factPairs(opening.facts)}))
`;
}

function factPairs(facts: readonly BookFact[]): Script[] {
  return facts.map(({ label, value }) => script`(${label}, ${value}),\n`);
}

function afterword(book: Book): Script | null {
  if (book.endNotes === '') return null;
  return script`#opening(${text.afterword()}, 1)
${setProse(book.endNotes, book)}

${words(text.source())} #link(${book.url});
`;
}
