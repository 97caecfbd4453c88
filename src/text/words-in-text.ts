// How many words stand in plain text: the part of counting that needs no markup.
import { countsAlone, longestRun, wordCharacter } from './scripts.ts';

// One character that counts by itself; or letters and digits, joined by single apostrophes,
// hyphens and joiners, digits also by points and commas.
const joint = "['\\u2018\\u2019\\u02bc\\-\\u2010\\u2011\\u00ad\\u200c\\u200d]";
const point = '(?<=\\p{N})[.,:](?=\\p{N})';
const spaced = `[${wordCharacter}--${countsAlone}]{1,${longestRun}}`;
const countable = new RegExp(
  `${countsAlone}|${spaced}(?:(?:${joint}|${point})${spaced}){0,${longestRun}}`,
  'gv',
);

/** Words of a text in which a space stands for every break and every block's end. */
export function countWordsInText(text: string): number {
  let count = 0;
  countable.lastIndex = 0;
  while (countable.test(text)) count += 1;
  return count;
}
