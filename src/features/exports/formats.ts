// The formats a work can be taken home in.
import { nativePackage, typesetterFamily } from '../../kit/processes/index.ts';
import type { Book } from './book.ts';
import { writeEpub } from './epub/index.ts';
import { htmlFile } from './html-file.ts';
import { markdownFile } from './markdown-file.ts';
import { textFile } from './text-file.ts';

export type Format = {
  readonly extension: string;
  readonly type: string;
  readonly write: (book: Book, wishes: Wishes, typeset: Typeset) => Promise<Uint8Array | string>;
};

/** Sets a book as PDF, somewhere beside the process that serves. */
export type Typeset = (book: Book) => Promise<Uint8Array>;

/** What may be asked for besides the format. */
export type Wishes = {
  /** Plain text: characters in a line at most; 0: a paragraph is a line. */
  readonly wrap: number;
};

const pdf: Format = {
  extension: 'pdf',
  type: 'application/pdf',
  write: (book, _wishes, typeset) => typeset(book),
};

/** In the order in which they are offered. */
export const formats: readonly Format[] = [
  { extension: 'epub', type: 'application/epub+zip', write: writeEpub },
  {
    extension: 'html',
    type: 'text/html; charset=utf-8',
    write: async (book) => htmlFile(book),
  },
  // Where there is no typesetter for the platform there is no PDF.
  ...(nativePackage(typesetterFamily) === null ? [] : [pdf]),
  {
    extension: 'txt',
    type: 'text/plain; charset=utf-8',
    write: async (book, { wrap }) => textFile(book, { wrap }),
  },
  {
    extension: 'md',
    type: 'text/markdown; charset=utf-8',
    write: async (book) => markdownFile(book),
  },
];
