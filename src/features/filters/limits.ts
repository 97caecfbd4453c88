// Bounds of saved filters, each with its reason.

/** More than anyone tells apart by name. */
export const filtersMax = 200;
/** A line of a list. In characters, that is code points. */
export const filterNameCharactersMax = 100;
/** Addresses of lists are short; a longer one is none. */
export const listPathCharactersMax = 300;
