// Bounds of the queue.

/** Of each kind: an evening of one volunteer. */
export const waitingShown = 50;
/** Spam shows itself in its first lines; the rest is one link away. */
export const excerptCharacters = 400;
/** A sentence or two. */
export const queueWordsCharactersMax = 500;
