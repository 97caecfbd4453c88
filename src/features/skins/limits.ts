// Bounds of skins, each with its reason.

/** Of one person: each is a line of the form of every work. */
export const skinsMax = 100;
/** As long as a title of a chapter that still fits a list. */
export const skinTitleMax = 100;
