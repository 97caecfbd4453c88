/** Works in one book; more are told of, not taken. */
export const bookWorksMax = 100;
/** Words of one book of several works: 18 MB of text, a shelf of thirty novels. */
export const bookWordsMax = 3_000_000;
