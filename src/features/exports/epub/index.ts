// A work as EPUB 3: the same work gives the same bytes, on every machine and every day.
import { writeZip, type ZipEntry } from '../../../kit/archive/index.ts';
import type { Book } from '../book.ts';
import { contentsFile, oldContents } from './contents.ts';
import { coverImage } from './cover.ts';
import { xml } from './markup.ts';
import { heldPictures, packageDocument } from './package.ts';
import {
  afterwordFile,
  chapterFile,
  coverFile,
  pictureName,
  prefaceFile,
  skinName,
  skinsOf,
} from './pages.ts';
import { bookStyles } from './styles.ts';

const folder = 'book';

/** Writes the book; its time inside is that of the work's last change. */
export function writeEpub(book: Book): Promise<Uint8Array> {
  const readable = [
    coverFile(book),
    prefaceFile(book),
    ...book.chapters.map((chapter) => chapterFile(book, chapter)),
    ...(book.endNotes === '' ? [] : [afterwordFile(book)]),
  ];
  const listed = readable.filter((file) => file.id !== 'cover');
  const files = [...readable, contentsFile(book, listed)];
  const hasCover = book.pictures.some(({ cover }) => cover);
  const entries: ZipEntry[] = [
    // First and not compressed: that is how a reader knows what the file is.
    { path: 'mimetype', text: 'application/epub+zip', stored: true },
    { path: 'META-INF/container.xml', text: container.source },
    { path: `${folder}/package.opf`, text: packageDocument(book, files).source },
    { path: `${folder}/contents.ncx`, text: oldContents(book, listed).source },
    { path: `${folder}/style.css`, text: bookStyles },
    ...skinsOf(book).map((skin) => {
      return { path: `${folder}/${skinName(book, skin)}`, text: skinOfBook(skin) };
    }),
    ...(hasCover ? [] : [{ path: `${folder}/cover.svg`, text: coverImage(book).source }]),
    ...heldPictures(book).map((one) => {
      return { path: `${folder}/${pictureName(one)}`, bytes: one.bytes, stored: true };
    }),
    ...files.map(({ name, markup }) => ({ path: `${folder}/${name}`, text: markup.source })),
  ];
  return writeZip(entries, { modified: book.editedAt });
}

// Headings of a text stand two ranks higher in a book than on its page (`chapterFile`).
function skinOfBook(css: string): string {
  return css.replace(/^\s*#workskin[^{]*/gm, (selectors) =>
    selectors.replace(/(?<![\w.-])h([456])(?![\w-])/g, (_, rank) => `h${Number(rank) - 2}`),
  );
}

const container = xml`<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="${folder}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;
