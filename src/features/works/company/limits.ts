// Bounds of what works have to do with others.

/** One work in more series than this is a list of labels, not of series. */
export const seriesPerWorkMax = 20;
/** The highest number of a work in a series, and the most works one holds. */
export const seriesNumberMax = 9_999;
/** Creators of a work with those who are asked; more make a byline that nobody reads. */
export const creatorsMax = 20;
/** Gifts of one work, refused ones too. */
export const giftsMax = 20;
/** A name that a gift is for: long enough for any name, short enough for a byline. */
export const giftNameCharactersMax = 100;
/** Works that one work names as what it was made after. */
export const relatedMax = 20;
/** Works changed at once: one transaction holds the lock for well under a second. */
export const bulkMax = 100;
/** Longer addresses are not for people. */
export const addressCharactersMax = 2_000;
/** Notices left in one transaction. */
export const toldAtOnce = 100;
