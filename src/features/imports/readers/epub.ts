// EPUB books: the package says what the parts are and in which order. Which reader takes the parts
// is decided by what they are: a download of an archive, a book of a fetching tool, any other.
import type { ByteSource } from '../../../kit/archive/index.ts';
import type { MarkupNode } from '../../../text/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { type BookPart, readAnyBook } from './epub-any.ts';
import { isOwnBook, readOwnBook } from './epub-own.ts';
import { type BookPackage, readBookPackage } from './epub-package.ts';
import { isFanFicFare, isFicHub, readFanFicFare, readFicHub } from './epub-tools.ts';
import { attribute, elementsBelow, findBelow, readXhtml } from './nodes.ts';
import { isOtwDownload, readOtwDownload } from './otw-page.ts';
import { openPackage, type Package } from './packages.ts';

/** Reads a book; throws `FileRefused`. */
export function readEpub(source: ByteSource): BroughtWork {
  const file = openPackage(source);
  const book = readBookPackage(file);
  const parts = readParts(file, book);
  if (parts.length === 0) throw new FileRefused(text.noChapters());
  const work = readByKind(book, parts);
  const pictures = countPictures(parts);
  const decisions = [...work.decisions, ...book.decisions];
  if (pictures > 0) decisions.push(text.picturesLeftOut({ count: pictures }));
  return { ...work, decisions };
}

function readByKind(book: BookPackage, parts: readonly BookPart[]): BroughtWork {
  if (isFanFicFare(book)) return readFanFicFare(book, parts);
  const pages = parts.map(({ page }) => page);
  if (isOtwDownload(pages)) {
    const work = readOtwDownload(pages, 'otw-epub');
    return { ...work, title: work.title || book.title };
  }
  if (isOwnBook(parts)) return readOwnBook(book, parts);
  if (isFicHub(book, parts)) return readFicHub(book, parts);
  return readAnyBook(book, parts);
}

/** The parts in reading order. A part that is promised and not there would be lost words. */
function readParts(file: Package, book: BookPackage): BookPart[] {
  return book.spine.map(({ path, isContents }) => {
    const source = file.text(path);
    if (source === null) throw new FileRefused(text.spineLies({ path }));
    return { path, page: readXhtml(source), isContents };
  });
}

function countPictures(parts: readonly BookPart[]): number {
  const isPicture = ({ name }: MarkupNode) => /^(?:img|svg)$/.test(name);
  const texts = parts.filter(({ page }) => !isCover(page));
  return texts.reduce((sum, { page }) => sum + elementsBelow(page).filter(isPicture).length, 0);
}

/** A part that is a cover and says so: its picture is of the book, not of the text. */
function isCover(page: MarkupNode): boolean {
  const types = (node: MarkupNode) => attribute(node, 'epub:type').split(/\s+/);
  return findBelow(page, (node) => types(node).includes('cover')) !== undefined;
}
