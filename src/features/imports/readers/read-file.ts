// One file becomes a work: what it is, its bytes say, and its name only where they do not.
import { type ByteSource, looksLikeZip } from '../../../kit/archive/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import {
  chapterBroughtCharactersMax,
  chaptersBroughtMax,
  fileBytesMax,
  textBytesMax,
} from '../limits.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { isDocxText, readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readHtmlFile } from './html-file.ts';
import { readOdt } from './odt.ts';
import { openPackage } from './packages.ts';
import { readMarkdownFile, readPlainText } from './plain-text.ts';
import { readRtf } from './rtf.ts';
import { isTakeoutWork, readTakeoutWork } from './takeout.ts';
import type { Beside } from './takeout-revisions.ts';

/** What a zip is: a book, a document, or files. */
export type ZipKind = 'epub' | 'docx' | 'odt' | 'files';

/**
 * Reads one work of a file; `beside`: of a work in a takeout. Throws `FileRefused` with the reason
 * as a sentence.
 */
export function readWorkOfFile(name: string, source: ByteSource, beside?: Beside): BroughtWork {
  if (source.size === 0) throw new FileRefused(text.fileEmpty());
  if (source.size > fileBytesMax) throw new FileRefused(tooLarge(fileBytesMax));
  const work = readByContent(name, source, beside);
  if (work.chapters.length > chaptersBroughtMax) {
    throw new FileRefused(text.tooManyChapters({ most: chaptersBroughtMax }));
  }
  for (const [at, { source: words }] of work.chapters.entries()) {
    if (words.length <= chapterBroughtCharactersMax) continue;
    const most = chapterBroughtCharactersMax;
    throw new FileRefused(text.chapterTooLong({ number: at + 1, most }));
  }
  return { ...work, title: work.title || titleOfFile(name) };
}

function readByContent(name: string, source: ByteSource, beside?: Beside): BroughtWork {
  if (looksLikeZip(source)) {
    const kind = zipKind(source);
    if (kind === 'epub') return readEpub(source);
    if (kind === 'docx') return readDocx(source);
    if (kind === 'odt') return readOdt(source);
    throw new FileRefused(text.kindUnknown());
  }
  refuseForeign(source, name);
  if (source.size > textBytesMax) throw new FileRefused(tooLarge(textBytesMax));
  const bytes = source.read(0, source.size);
  const head = Buffer.from(bytes.subarray(0, 4_000)).toString('latin1');
  if (head.startsWith('{\\rtf')) return readRtf(bytes);
  if (isTakeoutWork(name)) return readTakeoutWork(bytes, beside);
  if (/\.x?html?$/i.test(name)) return readHtmlFile(bytes);
  if (/\.(?:md|markdown|mdown)$/i.test(name)) return readMarkdownFile(bytes);
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html|<head|<body|<\?xml)/i.test(head)) {
    return readHtmlFile(bytes);
  }
  if (/\.(?:te?xt|text|asc)$|^[^.]*$/i.test(name)) return readPlainText(bytes);
  throw new FileRefused(text.kindUnknown());
}

/** Whether a zip is one book or document, or holds files. Throws `FileRefused`. */
export function zipKind(source: ByteSource): ZipKind {
  const { paths } = openPackage(source, { ...directoryOnly });
  const has = (path: string) => paths.includes(path);
  if (has('META-INF/container.xml')) return 'epub';
  if (paths.some(isDocxText)) return 'docx';
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'odt';
  if (has('[Content_Types].xml') && paths.some((path) => path.startsWith('word/'))) {
    throw new FileRefused(text.documentMissing());
  }
  // Only books and documents have it: the parts of one that is damaged are no works.
  if (has('mimetype')) throw new FileRefused(text.bookIncomplete());
  return 'files';
}

// Nothing is inflated to look at the directory.
const directoryOnly = { entriesMax: 20_000, entryBytesMax: 0, totalBytesMax: 0 };

const foreign: readonly (readonly [RegExp, keyof typeof text])[] = [
  [/^%PDF/, 'isPdf'],
  [/^\xd0\xcf\x11\xe0/, 'isOldOffice'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s, 'isPicture'],
  [/^.{60}(?:BOOKMOBI|TEXtREAd)/s, 'isKindle'],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/, 'isOtherArchive'],
  [/^\s*<svg/i, 'isPicture'],
];

/** Kinds of files that are known and not read, each with what to do instead. */
function refuseForeign(source: ByteSource, name: string): void {
  const head = Buffer.from(source.read(0, Math.min(source.size, 100))).toString('latin1');
  for (const [pattern, sentence] of foreign) {
    if (pattern.test(head)) throw new FileRefused(text[sentence]());
  }
  if (/\.(?:zip|epub|docx|odt)$/i.test(name)) throw new FileRefused(text.zipNot());
}

function tooLarge(most: number): string {
  return text.fileTooLarge({ megabytes: Math.floor(most / 1_000_000) });
}

function titleOfFile(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return last
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replaceAll('_', ' ')
    .trim();
}
