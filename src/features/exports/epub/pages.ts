// The XHTML files of a book: cover, preface, chapters, afterword, contents.
import { serialiseXhtml } from '../../../text/index.ts';
import type { PictureFile } from '../../works/index.ts';
import { type Book, type BookChapter, type BookFact, factRows, manner } from '../book.ts';
import { text } from '../messages.ts';
import { Xml, xml } from './markup.ts';

export type BookFile = {
  /** Inside the book's folder; a chapter's name comes from its id, so it never changes. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly markup: Xml;
  /** How deep it stands in the contents: 2 below the work before it. */
  readonly level?: 1 | 2;
  /** What the text's own headings say, for the contents. */
  readonly headings?: readonly BookHeading[];
};

/** A heading inside a file; `depth` 1 is below the file itself. */
export type BookHeading = { readonly id: string; readonly title: string; readonly depth: number };

/** Where a picture lies in the book; its name says what is in it, whichever work it came from. */
export const pictureName = ({ file }: Pick<PictureFile, 'file'>) => `pictures/${file}`;

export function coverFile(book: Book): BookFile {
  const cover = book.pictures.find((one) => one.cover);
  const body = xml`<section epub:type="cover" class="cover">
<img src="${cover === undefined ? 'cover.svg' : pictureName(cover)}" alt="${
    cover?.alt || text.cover()
  }"/>
</section>`;
  return {
    name: 'cover.xhtml',
    id: 'cover',
    title: text.cover(),
    markup: page(book, book.title, body),
  };
}

export function prefaceFile(book: Book): BookFile {
  const body = xml`<section epub:type="titlepage">
<h1>${book.title}</h1>
<p class="byline">${text.by({ byline: book.byline })}</p>
<p class="source">${text.source()} <a href="${book.url}">${book.url}</a></p>
${factList(factRows(book))}${notesBlock(book, text.summary(), book.summary)}${notesBlock(
  book,
  text.notes(),
  book.notes,
)}</section>`;
  const title = text.preface();
  const style = skinName(book, book.skin);
  return { name: 'preface.xhtml', id: 'preface', title, markup: page(book, title, body, style) };
}

function factList(facts: readonly BookFact[]): Xml {
  const rows = facts.map(
    ({ label, value }) => xml`<dt><bdi lang="en" xml:lang="en">${label}</bdi></dt>
<dd>${value}</dd>
`,
  );
  return xml`<dl class="tags">
${rows}</dl>
`;
}

function opened({ opening }: BookChapter): Xml | null {
  if (opening === null) return null;
  const { byline, url, facts } = opening;
  return xml`<p class="byline">${text.by({ byline })}</p>
<p class="source"><a href="${url}">${url}</a></p>
${factList(facts)}`;
}

export function chapterFile(book: Book, chapter: BookChapter): BookFile {
  const title = book.isOneShot ? book.title : chapter.heading;
  const looks = manner(book, chapter);
  const style = skinName(book, looks.skin);
  const { markup: prose, headings } = withHeadingIds(xhtml(book, chapter.html, 2));
  const body = xml`<section epub:type="${chapter.opening === null ? 'chapter' : 'part'}">
<h1>${title}</h1>
${opened(chapter)}${notesBlock(book, text.summary(), chapter.summary)}${notesBlock(
  book,
  text.notes(),
  chapter.notes,
)}<div class="text${looks.skin === null ? '' : ' userstuff'}">
${prose}
</div>
${notesBlock(book, text.endNotes(), chapter.endNotes)}</section>`;
  const id = `chapter-${chapter.id}`;
  const name = `${id}.xhtml`;
  const markup = page(looks, title, body, style);
  return { name, id, title, markup, level: chapter.level, headings };
}

/** More headings than this in a chapter are no contents; the chapter alone is listed. */
const mostHeadings = 60;

/** Headings that the contents may lead to; the text is XHTML of our own making. */
function withHeadingIds({ source }: Xml): { markup: Xml; headings: BookHeading[] } {
  const headings: BookHeading[] = [];
  const marked = source.replace(
    /<h([2-6])((?: [^>]*)?)>([\s\S]*?)<\/h\1>/g,
    (_, rank: string, attributes: string, inside: string) => {
      const id = `heading-${headings.length + 1}`;
      // References stay as they are written: the contents are XML too.
      const title = inside.replace(/<[^>]*>/g, '').trim();
      headings.push({ id, title, depth: Number(rank) - 1 });
      return `<h${rank} id="${id}"${attributes}>${inside}</h${rank}>`;
    },
  );
  const listed = headings.filter(({ title }) => title !== '');
  return { markup: new Xml(marked), headings: listed.length > mostHeadings ? [] : listed };
}

export function afterwordFile(book: Book): BookFile {
  const title = text.afterword();
  const body = xml`<section epub:type="afterword">
<h1>${title}</h1>
${notesBlock(book, text.endNotes(), book.endNotes)}<p class="source">${text.source()}
<a href="${book.url}">${book.url}</a></p>
</section>`;
  const markup = page(book, title, body, skinName(book, book.skin));
  return { name: 'afterword.xhtml', id: 'afterword', title, markup };
}

function notesBlock(book: Book, title: string, html: string): Xml | null {
  if (html === '') return null;
  return xml`<section class="notes">
<h2>${title}</h2>
<blockquote>
${xhtml(book, html, 3)}
</blockquote>
</section>
`;
}

function xhtml(book: Book, html: string, firstHeading: number): Xml {
  const { siteUrl, pictures } = book;
  const picture = (address: string) => {
    const held = pictures.find((one) => one.address === address);
    return held === undefined ? null : pictureName(held);
  };
  return new Xml(serialiseXhtml(html, { siteUrl, firstHeading, picture }));
}

/** The style sheets of its works, each once. */
export function skinsOf(book: Book): string[] {
  const all = [book, ...book.chapters.map((chapter) => manner(book, chapter))];
  return [...new Set(all.flatMap(({ skin }) => skin ?? []))];
}

/** The file of a style sheet in the book; null: of none. */
export function skinName(book: Book, skin: string | null): string | null {
  if (skin === null) return null;
  const at = skinsOf(book).indexOf(skin);
  return at === 0 ? 'skin.css' : `skin-${at + 1}.css`;
}

/** A page of the book around its body; `style`: the file that a work's own text has besides. */
export function page(
  { language, direction }: Pick<Book, 'language' | 'direction'>,
  title: string,
  body: Xml,
  style: string | null = null,
): Xml {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="${language}" xml:lang="${language}" dir="${direction}">
<head>
<meta charset="UTF-8"/>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
${
  style === null
    ? null
    : xml`<link rel="stylesheet" type="text/css" href="${style}"/>
`
}</head>
<body dir="${direction}"${style === null ? null : xml` id="workskin"`}>
${body}
</body>
</html>
`;
}
