// Sets of characters, as pieces of regular expressions with the flag `v`.

/** What words are made of: letters, the marks on them, digits. */
export const wordCharacter = '[\\p{L}\\p{M}\\p{N}]';

// Letters only: the dot below Vietnamese vowels counts as written in kana, too.
const hanAndKana = '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}]&&[\\p{L}\\p{Nl}]]';

/** Han, kana and Thai: each character counts as a word. */
export const countsAlone = `[${hanAndKana}[\\p{sc=Thai}&&${wordCharacter}]]`;

const southeastAsian = '[\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';

/**
 * Scripts that write without spaces, searched by pairs of characters. Korean has spaces, but
 * joins its particles on, so that a word alone is seldom what is looked for.
 */
export const pairedCharacter =
  `[${hanAndKana}[\\p{sc=Hang}&&\\p{L}][\\p{sc=Bopo}&&\\p{L}]` +
  `[${southeastAsian}&&${wordCharacter}]]`;

/** Letters in one match: patterns for runs without end meet the end of the stack at 2 million. */
export const longestRun = 500;
