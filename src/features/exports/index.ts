// The door to downloads.
export { type Book, makeBook, textsOf } from './book.ts';
export { writeEpub } from './epub/index.ts';
export { htmlFile } from './html-file.ts';
export { markdownFile } from './markdown-file.ts';
export { fontFiles, glyphsOf, lackingScripts, pdfDocument, withWordsAlone } from './pdf/index.ts';
export { packBook, unpackBook } from './pdf/packed-book.ts';
export { createTypesetter } from './pdf/typesetter.ts';
export { exportsRoutes } from './routes.ts';
export { textFile } from './text-file.ts';
