// A book on its way to the process that sets it.
import type { Book } from '../book.ts';

/** The book as JSON; bytes of pictures as base64. Styles stay behind: pages of paper have ours. */
export function packBook(book: Book): string {
  const chapters = book.chapters.map(({ own, ...one }) => {
    return { ...one, own: own === null ? null : { ...own, skin: null } };
  });
  const pictures = book.pictures.map(({ bytes, ...one }) => {
    return { ...one, bytes: Buffer.from(bytes).toString('base64') };
  });
  return JSON.stringify({ ...book, skin: null, chapters, pictures });
}

/** The same read back. */
export function unpackBook(packed: string): Book {
  const book = JSON.parse(packed) as Book & { pictures: { bytes: string }[] };
  const pictures = book.pictures.map((one) => {
    return { ...one, bytes: Buffer.from(one.bytes as unknown as string, 'base64') };
  });
  return { ...book, pictures };
}
