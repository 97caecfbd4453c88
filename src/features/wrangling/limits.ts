// Bounds of the desk, each with its reason.

/** Rows of a queue on one page: each asks the engine what the tag occurs with. */
export const queueRows = 30;

/**
 * How many tags of a list of works a queue looks at, the most used first: a queue is worked from
 * its head, and what is found behind this many comes up as they are done.
 */
export const queueDepth = 20_000;

/** Tags of one bulk act: what a person can still look over before saying yes. */
export const tagsPerAct = 200;

/** Acts on a page of history. */
export const historyRows = 50;

/** Code points of a note: a paragraph or two. */
export const noteCharactersMax = 2000;

/** Notes shown with a tag, the newest first. */
export const notesShown = 50;

/** Fandoms of one wrangler whose queues the desk counts: each count is a question of its own. */
export const fandomsCounted = 40;

/** Fandoms on a page of who looks after what. */
export const fandomRows = 100;

/** Relatives of each kind that the page of a tag lists. */
export const relativesShown = 300;

/** Tags found by name. */
export const tagsFound = 50;

/** From this many tags on, the queue of the whole archive is up to a minute old. */
export const tagsScannedAtOnce = 200_000;
