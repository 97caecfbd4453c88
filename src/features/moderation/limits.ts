// Bounds of moderation.

/** Room for a few paragraphs and a link. */
export const reasonCharactersMax = 5_000;
