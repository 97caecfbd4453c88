// The package document: what the book is, what it is made of, in which order it is read.
import { isoDate, isoTime } from '../../../kit/time/index.ts';
import type { PictureFile } from '../../works/index.ts';
import type { Book } from '../book.ts';
import { text } from '../messages.ts';
import { type Xml, xml } from './markup.ts';
import { type BookFile, pictureName, skinName, skinsOf } from './pages.ts';

export function packageDocument(book: Book, files: readonly BookFile[]): Xml {
  // Everything but the contents page, which readers reach by their own button, is read in order.
  const spine = files.filter((file) => file.id !== 'contents');
  const items = files.map(
    ({ id, name }) => xml`<item id="${id}" href="${name}" media-type="application/xhtml+xml"${
      id === 'contents' ? xml` properties="nav"` : null
    }/>
`,
  );
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0"
 unique-identifier="work" xml:lang="${book.language}"
 prefix="calibre: https://calibre-ebook.com">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(book)}</metadata>
<manifest>
${items}<item id="ncx" href="contents.ncx" media-type="application/x-dtbncx+xml"/>
${pictureItems(book)}<item id="style" href="style.css" media-type="text/css"/>
${skinsOf(book).map(
  (
    skin,
    at,
  ) => xml`<item id="skin-${at + 1}" href="${skinName(book, skin) ?? ''}" media-type="text/css"/>
`,
)}</manifest>
<spine toc="ncx"${book.direction === 'rtl' ? xml` page-progression-direction="rtl"` : null}>
${spine.map(
  ({ id }) => xml`<itemref idref="${id}"/>
`,
)}</spine>
</package>
`;
}

/** Each file once, though works in a book of several may show the same. */
export function heldPictures({ pictures }: Book): PictureFile[] {
  return [...new Map(pictures.map((one) => [one.file, one])).values()];
}

function pictureItems(book: Book): Xml[] {
  const held = heldPictures(book).map(({ cover, ...one }, at) => {
    const id = cover ? 'cover-image' : `picture-${at + 1}`;
    const properties = cover ? xml` properties="cover-image"` : null;
    return xml`<item id="${id}" href="${pictureName(one)}" media-type="${one.type}"${properties}/>
`;
  });
  if (book.pictures.some(({ cover }) => cover)) return held;
  return [
    xml`<item id="cover-image" href="cover.svg" media-type="image/svg+xml"
 properties="cover-image"/>
`,
    ...held,
  ];
}

function metadata(book: Book): Xml[] {
  const { publishedAt } = book;
  return [
    xml`<dc:identifier id="work">${book.url}</dc:identifier>
<dc:title>${book.title}</dc:title>
<dc:language>${book.language}</dc:language>
<dc:source>${book.url}</dc:source>
`,
    // Seconds: the format allows no fractions here.
    xml`<meta property="dcterms:modified">${isoTime(book.editedAt).slice(0, 19)}Z</meta>
`,
    ...(publishedAt === null
      ? []
      : [
          xml`<dc:date>${isoDate(publishedAt)}</dc:date>
`,
        ]),
    ...book.creators.map(
      ({ name }, at) => xml`<dc:creator id="creator-${at + 1}">${name}</dc:creator>
<meta refines="#creator-${at + 1}" property="role" scheme="marc:relators">aut</meta>
`,
    ),
    ...book.tags.flatMap(({ names }) =>
      names.map(
        (name) => xml`<dc:subject>${name}</dc:subject>
`,
      ),
    ),
    ...book.series.map(seriesMetadata),
    ...accessibility(book),
    xml`<meta name="cover" content="cover-image"/>
`,
  ];
}

/** In the standard's manner for every series, and for the first in the manner of older shelves. */
function seriesMetadata({ title, position }: Book['series'][number], at: number): Xml {
  const id = `series-${at + 1}`;
  return xml`<meta property="belongs-to-collection" id="${id}">${title}</meta>
<meta refines="#${id}" property="collection-type">series</meta>
<meta refines="#${id}" property="group-position">${position}</meta>
${
  at === 0
    ? xml`<meta name="calibre:series" content="${title}"/>
<meta name="calibre:series_index" content="${position}"/>
`
    : null
}`;
}

/** The EPUB Accessibility vocabulary, told of this very book: nothing is claimed for all. */
function accessibility(book: Book): Xml[] {
  const texts = [
    book.notes,
    book.endNotes,
    ...book.chapters.flatMap(({ html, notes, endNotes }) => [html, notes, endNotes]),
  ];
  const has = (pattern: RegExp) => texts.some((html) => pattern.test(html));
  const isPictured = has(/<img /) && heldPictures(book).length > 0;
  const features = [
    ...['displayTransformability', 'readingOrder', 'structuralNavigation', 'tableOfContents'],
    ...(has(/<ruby\b/) ? ['rubyAnnotations'] : []),
    ...(isPictured && has(/<img [^>]*alt="[^"]/) ? ['alternativeText'] : []),
  ];
  const told: readonly (readonly [string, string])[] = [
    ['schema:accessMode', 'textual'],
    ...(isPictured ? [['schema:accessMode', 'visual'] as const] : []),
    ['schema:accessModeSufficient', 'textual'],
    ...features.map((name) => ['schema:accessibilityFeature', name] as const),
    ['schema:accessibilityHazard', 'none'],
    ['schema:accessibilitySummary', summaryOf(book, has)],
  ];
  return told.map(
    ([property, value]) => xml`<meta property="${property}">${value}</meta>
`,
  );
}

function summaryOf({ chapters }: Book, has: (pattern: RegExp) => boolean): string {
  return [
    text.accessibleText({ chapters: chapters.length }),
    ...(has(/<h[4-6]\b/) ? [text.accessibleHeadings()] : []),
    ...(has(/<table\b/) ? [text.accessibleTables()] : []),
    ...(has(/<ruby\b/) ? [text.accessibleReadings()] : []),
    has(/<img /) ? text.accessiblePictured() : text.accessiblePictures(),
  ].join(' ');
}
