// Bounds of the site's own texts.

/** Fits a phone's header. */
export const siteNameCharactersMax = 60;
/** Fits what search engines and link previews show of a page. */
export const descriptionCharactersMax = 200;
export const noticeCharactersMax = 500;
/** A long policy many times over. */
export const pageCharactersMax = 100_000;
/** What a visitor takes in at a glance. */
export const homeWorksShown = 8;
export const homeFandomsShown = 12;
