// EPUB books: the package says what the parts are and in which order. Which reader takes the parts
// is decided by what they are: a download of an archive, a book of a fetching tool, any other.
import type { ByteSource } from '../../../kit/archive/index.ts';
import { applySheets, type MarkupNode, readSheets, type SheetRules } from '../../../text/index.ts';
import type { BroughtPicture } from '../../works/index.ts';
import { takePictures, withTaken } from '../brought-pictures.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { type BookPart, readAnyBook } from './epub-any.ts';
import { isOwnBook, readOwnBook } from './epub-own.ts';
import { type BookPackage, readBookPackage, resolvePath } from './epub-package.ts';
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
  const inBook = countPictures(parts);
  const taken = namePictures(file, parts);
  const work = readByKind(book, parts);
  const decisions = [...work.decisions, ...book.decisions];
  return withTaken({ ...work, decisions }, taken, inBook);
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
  const rulesOf = sheetsOf(file);
  // Programs on systems that take both for one name write them now so, now so.
  const named = new Map(file.paths.map((path) => [path.toLowerCase(), path]));
  return book.spine.map(({ path, isContents }) => {
    const source = file.text(path) ?? file.text(named.get(path.toLowerCase()) ?? '');
    if (source === null) throw new FileRefused(text.spineLies({ path }));
    const page = readXhtml(source);
    applySheets(page, rulesOf(path, page));
    return { path, page, isContents };
  });
}

/** What the sheets say that a part links to; most parts of a book link to the same. */
function sheetsOf(file: Package): (path: string, page: MarkupNode) => SheetRules {
  const texts = new Map<string, string>();
  const known = new Map<string, SheetRules>();
  let left = sheetCharactersMost;
  const textOf = (path: string): string => {
    const found = texts.get(path) ?? sheetText(file, path);
    texts.set(path, found);
    left -= found.length;
    return left < 0 ? '' : found;
  };
  return (path, page) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const links = elementsBelow(page).filter(
      (node) => node.name === 'link' && /stylesheet/i.test(attribute(node, 'rel')),
    );
    const sheets = [...new Set(links.map((link) => resolvePath(folder, attribute(link, 'href'))))];
    const key = sheets.join('\n');
    const rules = known.get(key) ?? readSheets(sheets.map(textOf));
    known.set(key, rules);
    return rules;
  };
}

function sheetText(file: Package, path: string): string {
  const bytes = file.size(path) > sheetBytesMax ? null : file.bytesOrNone(path);
  return bytes === null ? '' : Buffer.from(bytes).toString('utf8');
}

/** More is no sheet of a book, and would use up what the book may cost. */
const sheetBytesMax = 400_000;
/** Read for all parts together: a few seconds' work where each links to others. */
const sheetCharactersMost = 40_000_000;

/** Gives pictures that lie in the book the addresses by which they are brought. */
function namePictures(file: Package, parts: readonly BookPart[]): readonly BroughtPicture[] {
  const { pictures, take } = takePictures();
  const byPath = new Map<string, string | null>();
  for (const { path, page } of parts) {
    if (isCover(page)) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const node of elementsBelow(page).filter(({ name }) => name === 'img')) {
      const source = node.attributes.find(({ name }) => name === 'src');
      if (source === undefined || /^[a-z][a-z0-9+.-]*:|^\//i.test(source.value)) continue;
      const found = resolvePath(folder, source.value);
      const alt = attribute(node, 'alt');
      const decorative = node.attributes.some(({ name }) => name === 'alt') && alt === '';
      const open = () => file.bytesOrNone(found);
      const known = byPath.get(found);
      const said = { alt, decorative, cover: false };
      const name = known === undefined ? take(file.size(found), open, said) : known;
      byPath.set(found, name);
      if (name !== null) source.value = `picture:${name}`;
    }
  }
  return pictures;
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
