// Bounds of works. Characters are code points after NFC and LF; for HTML those of the sanitised
// HTML. Where a bound is the incumbent's, works brought from there fit.

/** A title has at least one character and at most this many. */
export const titleCharactersMax = 255;
export const summaryCharactersMax = 1_250;
/** Notes before and after, of works and of chapters. */
export const notesCharactersMax = 5_000;
/** A long novel's chapter many times over; more and editing in a browser becomes slow. */
export const chapterCharactersMax = 510_000;
/** Fandoms, relationships, characters and freeforms together: beyond this a tag finds nothing. */
export const openTagsMax = 75;
/** Far more than there are ratings, warnings or categories: each is looked up. */
export const choicesMax = 50;
/** What is typed may be so many times as long as the HTML kept of it: word processors add much. */
export const sourceGrowthMax = 40;
/** The same for chapters, and for Markdown, which adds little and costs the most to read. */
export const chapterGrowthMax = { html: 8, text: 2, markdown: 2 } as const;
/** Far beyond any serial; it bounds what a chapter index has to show. */
export const expectedChaptersMax = 10_000;
export const chaptersMax = 10_000;
/** Of a language: all of them stand in each choice of one. */
export const languageNameCharactersMax = 60;
/** Far more than any archive has works in. */
export const languagesMost = 300;
/** How many works a list shows on a page (contract 5). */
export const worksPerPage = 20;
/** A deleted work can be had back by its creators this long. */
export const undeleteDays = 30;
