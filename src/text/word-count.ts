// How many words a text has, and how long it takes to read.
import { markupTokens } from './markup-tokens.ts';
import { blockNames } from './sanitise/places.ts';
import { countWordsInText } from './words-in-text.ts';

/**
 * Words of cleaned markup. Han, kana and Thai count each character; everything else counts by
 * word: `don't`, `well-known` and `3.14` are one each, two hyphens or a dash part words, and a
 * tag inside a word does not. Readings above characters (`rt`) are not counted.
 */
export function countWords(html: string): number {
  let text = '';
  let readings = 0;
  for (const token of markupTokens(html)) {
    if (token.kind === 'text') {
      if (readings === 0) text += token.text;
    } else if (token.name === 'rt' || token.name === 'rp') {
      readings += token.kind === 'open' ? 1 : -1;
    } else if (token.name === 'br' || blockNames.has(token.name)) text += ' ';
  }
  return countWordsInText(text);
}

/** A grown-up reads fiction at about this many words a minute. */
const wordsAMinute = 250;
/** Counted words that are characters go by faster. */
const charactersAMinute = new Map([
  ['ja', 500],
  ['th', 900],
  ['wuu', 500],
  ['yue', 500],
  ['zh', 500],
]);

/** Whole minutes, at least 1 where there is a word; `words` as `countWords` counts them. */
export function readingMinutes(words: number, language: string): number {
  if (words <= 0) return 0;
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return Math.max(1, Math.round(words / (charactersAMinute.get(primary) ?? wordsAMinute)));
}
