// Where words begin in a look key; in scripts that write without spaces, at each character.

const unspaced = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}';
const wordStarts = new RegExp(`(?<=^| )\\S|[${unspaced}]`, 'gu');
const unspacedSign = new RegExp(`[${unspaced}]`, 'u');

// A word is indexed by so much of its beginning; the rest is compared in the key itself.
export const wordUnitsMax = 16;

/** Whether the name, or a word in it, begins so. */
export function beginsSo(lookKey: string, start: string): boolean {
  if (isAscii(lookKey)) return lookKey.startsWith(start) || lookKey.includes(` ${start}`);
  for (const { index } of lookKey.matchAll(wordStarts)) {
    if (lookKey.startsWith(start, index)) return true;
  }
  return false;
}

/** The beginnings of its words by which a key is indexed, in order; one may come twice. */
export function indexedWords(lookKey: string): string[] {
  if (isAscii(lookKey)) return lookKey.split(' ').map(beginningOf);
  return Array.from(lookKey.matchAll(wordStarts), ({ index }) => {
    const space = lookKey.indexOf(' ', index);
    return beginningOf(lookKey.slice(index, space < 0 ? undefined : space));
  });
}

/** What of a word is indexed. */
export function beginningOf(word: string): string {
  if (word.length <= wordUnitsMax) return word;
  // Half of a pair of surrogates is no character.
  const isCut = /[\ud800-\udbff]/.test(word[wordUnitsMax - 1]!);
  return word.slice(0, isCut ? wordUnitsMax - 1 : wordUnitsMax);
}

/** Whether it is written in a script without spaces, so that slips of letters say nothing. */
export function isUnspaced(text: string): boolean {
  return unspacedSign.test(text);
}

function isAscii(text: string): boolean {
  // Faster by half than a look at each character's class.
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
