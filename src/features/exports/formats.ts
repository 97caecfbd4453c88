// The formats a work can be taken home in.
import type { Book } from './book.ts';
import { writeEpub } from './epub/index.ts';
import { htmlFile } from './html-file.ts';

export type Format = {
  readonly extension: string;
  readonly type: string;
  readonly write: (book: Book) => Promise<Uint8Array | string>;
};

export const formats: readonly Format[] = [
  { extension: 'epub', type: 'application/epub+zip', write: writeEpub },
  {
    extension: 'html',
    type: 'text/html; charset=utf-8',
    write: async (book) => htmlFile(book),
  },
];
