// The contents: the page that readers open, and the one for those that know only EPUB 2. Chapters
// stand below their works, headings below their chapters.
import type { Book } from '../book.ts';
import { text } from '../messages.ts';
import { Xml, xml } from './markup.ts';
import { type BookFile, page } from './pages.ts';

type Entry = { readonly href: string; readonly title: Xml; readonly inside: Entry[] };

export function contentsFile(book: Book, files: readonly BookFile[]): BookFile {
  const firstText = files.find((file) => file.id.startsWith('chapter-')) ?? files[0];
  const bodyName = firstText?.name ?? 'preface.xhtml';
  const body = xml`<nav epub:type="toc" id="toc" role="doc-toc">
<h1>${text.contents()}</h1>
${list(entriesOf(files))}</nav>
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

function list(entries: readonly Entry[]): Xml {
  const items = entries.map(
    ({ href, title, inside }) => xml`<li><a href="${href}">${title}</a>${
      inside.length === 0 ? null : list(inside)
    }</li>
`,
  );
  return xml`<ol>
${items}</ol>
`;
}

/** The contents for readers that know only EPUB 2. */
export function oldContents(book: Book, files: readonly BookFile[]): Xml {
  const entries = entriesOf(files);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${book.language}">
<head>
<meta name="dtb:uid" content="${book.url}"/>
<meta name="dtb:depth" content="${deepestOf(entries)}"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${book.title}</text></docTitle>
<navMap>
${points(entries, { number: 0 })}</navMap>
</ncx>
`;
}

function points(entries: readonly Entry[], order: { number: number }): Xml[] {
  return entries.map(({ href, title, inside }) => {
    order.number += 1;
    return xml`<navPoint id="point-${order.number}" playOrder="${order.number}">
<navLabel><text>${title}</text></navLabel>
<content src="${href}"/>
${points(inside, order)}</navPoint>
`;
  });
}

function deepestOf(entries: readonly Entry[]): number {
  return 1 + Math.max(0, ...entries.map(({ inside }) => (inside[0] ? deepestOf(inside) : 0)));
}

/** A tree of what stands in order: each below the last that is less deep. */
function entriesOf(files: readonly BookFile[]): Entry[] {
  const top: Entry[] = [];
  const open: { depth: number; inside: Entry[] }[] = [{ depth: 0, inside: top }];
  const add = (depth: number, href: string, title: Xml) => {
    while (open.at(-1)!.depth >= depth) open.pop();
    const entry: Entry = { href, title, inside: [] };
    open.at(-1)!.inside.push(entry);
    open.push({ depth, inside: entry.inside });
  };
  for (const { name, title, level = 1, headings = [] } of files) {
    add(level, name, xml`${title}`);
    for (const one of headings) add(level + one.depth, `${name}#${one.id}`, new Xml(one.title));
  }
  return top;
}
