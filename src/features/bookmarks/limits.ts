// Bounds of bookmarks, each with its reason.

/** A long review; more is a work of its own. In characters of the cleaned HTML. */
export const notesCharactersMax = 10_000;
/** Markup that cleaning drops may take this many times as much before it is even read. */
export const notesSourceGrowth = 4;
export const tagsMax = 50;
export const tagCharactersMax = 100;
/** Of titles and authors elsewhere. */
export const lineCharactersMax = 255;
export const fandomsCharactersMax = 500;
export const addressCharactersMax = 2000;
/** Two in every hour of ten years of waking: nobody reads more. */
export const bookmarksMax = 100_000;
export const bookmarksPerPage = 20;
/** Of one file that is brought in: some seconds’ work. Larger ones come in parts. */
export const importedMost = 5000;
/** In characters; the page that asks once more carries it. */
export const importCharactersMax = 5_000_000;
/** Lines of a plan that a page says one by one. */
export const plannedShown = 100;
/** As many as a form can offer to tick. */
export const shelvesMax = 200;
export const shelfNameCharactersMax = 80;
/** As many as a form can put into an order. */
export const shelfBookmarksMax = 500;
