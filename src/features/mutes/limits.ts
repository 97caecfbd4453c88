// Bounds of mutes, each with its reason.

/** Works aside: each is a clause of every list, and the engine takes 500 with ease. */
export const mutesMax = 500;
/** Works are one set for the engine, however many. */
export const mutedWorksMax = 5_000;
/** The longest phrase: a sentence. In characters, that is code points. */
export const phraseCharactersMax = 100;
/** The longest work there is has some millions of words. */
export const wordsMax = 100_000_000;
