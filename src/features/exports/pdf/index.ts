// A work as PDF. Setting it takes a second or more and hundreds of megabytes, so it is done in a
// process of its own, one book at a time.
export { pdfDocument, withWordsAlone } from './document.ts';
export { fontFiles, glyphsOf, lackingScripts } from './fonts.ts';
