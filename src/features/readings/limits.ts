// Bounds of readings, each with its reason.
export const readingsPerPage = 20;
/** A chapter may be of so many paragraphs: more than a text at its limit has. */
export const paragraphsMax = 1_000_000;
