// The XHTML files of a book: cover, preface, chapters, afterword, contents.
import { serialiseXhtml } from '../../../text/index.ts';
import { type Book, chapterHeading, tagLabels } from '../book.ts';
import { text } from '../messages.ts';
import { Xml, xml } from './markup.ts';

export type BookFile = {
  /** Inside the book's folder; a chapter's name comes from its id, so it never changes. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly markup: Xml;
};

type Chapter = Book['chapters'][number];

export function coverFile(book: Book): BookFile {
  const body = xml`<section epub:type="cover" class="cover">
<img src="cover.svg" alt="${text.cover()}"/>
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
<dl class="tags">
${tagRows(book)}</dl>
${notesBlock(book, text.summary(), book.summary)}${notesBlock(
  book,
  text.notes(),
  book.notes,
)}</section>`;
  const title = text.preface();
  return { name: 'preface.xhtml', id: 'preface', title, markup: page(book, title, body) };
}

function tagRows(book: Book): Xml[] {
  const rows = [
    ...book.tags.map(({ type, names }) => ({ label: tagLabels[type](), value: names.join(', ') })),
    ...book.series.map(({ title, position }) => ({
      label: text.series(),
      value: text.seriesPlace({ position, title }),
    })),
    { label: text.language(), value: book.languageName },
    ...book.facts,
  ];
  return rows.map(
    ({ label, value }) => xml`<dt>${label}</dt>
<dd>${value}</dd>
`,
  );
}

export function chapterFile(book: Book, chapter: Chapter): BookFile {
  const title = book.isOneShot ? book.title : chapterHeading(chapter);
  const body = xml`<section epub:type="chapter">
<h1>${title}</h1>
${notesBlock(book, text.summary(), chapter.summary)}${notesBlock(
  book,
  text.notes(),
  chapter.notes,
)}<div class="text">
${xhtml(book, chapter.html, 2)}
</div>
${notesBlock(book, text.endNotes(), chapter.endNotes)}</section>`;
  const name = `chapter-${chapter.id}.xhtml`;
  return { name, id: `chapter-${chapter.id}`, title, markup: page(book, title, body) };
}

export function afterwordFile(book: Book): BookFile {
  const title = text.afterword();
  const body = xml`<section epub:type="afterword">
<h1>${title}</h1>
${notesBlock(book, text.endNotes(), book.endNotes)}<p class="source">${text.source()}
<a href="${book.url}">${book.url}</a></p>
</section>`;
  return { name: 'afterword.xhtml', id: 'afterword', title, markup: page(book, title, body) };
}

export function contentsFile(book: Book, files: readonly BookFile[]): BookFile {
  const items = files.map(
    (file) => xml`<li><a href="${file.name}">${file.title}</a></li>
`,
  );
  const firstText = files.find((file) => file.id.startsWith('chapter-')) ?? files[0];
  const bodyName = firstText?.name ?? 'preface.xhtml';
  const body = xml`<nav epub:type="toc" id="toc">
<h1>${text.contents()}</h1>
<ol>
${items}</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden">
<h2>${text.landmarks()}</h2>
<ol>
<li><a epub:type="cover" href="cover.xhtml">${text.cover()}</a></li>
<li><a epub:type="bodymatter" href="${bodyName}">${text.bodyText()}</a></li>
</ol>
</nav>`;
  const title = text.contents();
  return { name: 'contents.xhtml', id: 'contents', title, markup: page(book, title, body) };
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
  return new Xml(serialiseXhtml(html, { siteUrl: book.siteUrl, firstHeading }));
}

function page({ language, direction }: Book, title: string, body: Xml): Xml {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="${language}" xml:lang="${language}" dir="${direction}">
<head>
<meta charset="UTF-8"/>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body dir="${direction}">
${body}
</body>
</html>
`;
}
