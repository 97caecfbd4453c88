// Sets of characters, as pieces of regular expressions with the flag `v`.

/** What words are made of: letters, the marks on them, digits. */
export const wordCharacter = '[\\p{L}\\p{M}\\p{N}]';

const hanAndKana = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}';

/** Han, kana and Thai: each character counts as a word. */
export const countsAlone = `[[${hanAndKana}\\p{sc=Thai}]&&${wordCharacter}]`;

/**
 * Scripts that write without spaces, searched by pairs of characters. Korean has spaces, but
 * joins its particles on, so that a word alone is seldom what is looked for.
 */
export const pairedCharacter = `[[${hanAndKana}\\p{scx=Hang}\\p{scx=Bopo}${[
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
]
  .map((script) => `\\p{sc=${script}}`)
  .join('')}]&&${wordCharacter}]`;
