// Analysis of text for search, version 1: what a text is found by. Documents and questions go
// through the same function.
import { foldLetters } from './fold.ts';
import { pairedCharacter, wordCharacter } from './scripts.ts';

/**
 * The terms of a text in their order: folded words (`Don't` is `dont`, `Ada's` is `ada`,
 * `l'été` is `ete`), and for scripts that write without spaces each character and each pair, so
 * that any part of a sentence is found, as a phrase too. The language does not matter yet, so
 * that a question need not know it; stemming will ask for it.
 */
export function words(text: string, _language: string): string[] {
  const terms: string[] = [];
  for (const [run, unspaced] of foldLetters(text).matchAll(runs)) {
    if (unspaced === undefined) terms.push(shortened(withoutApostrophes(run)));
    else pushPairs(terms, [...unspaced]);
  }
  return terms;
}

const apostrophe = "['\\u2018\\u2019\\u02bc\\u2032]";
const spaced = `[${wordCharacter}--${pairedCharacter}]+`;
const runs = new RegExp(`(${pairedCharacter}+)|${spaced}(?:${apostrophe}${spaced})*`, 'gv');

/** 黒猫が: 黒, 黒猫, 猫, 猫が, が. Any part of it gives terms that stand in it side by side. */
function pushPairs(terms: string[], characters: readonly string[]): void {
  characters.forEach((character, at) => {
    terms.push(character);
    const next = characters[at + 1];
    if (next !== undefined) terms.push(character + next);
  });
}

// Words that French and Italian shorten before a vowel; questions in other languages quote them.
const elisions = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu all dall dell nell sull gl'.split(' '),
);

function withoutApostrophes(word: string): string {
  const parts = word.split(new RegExp(apostrophe, 'v'));
  if (parts.length === 1) return word;
  if (elisions.has(parts[0]!) && parts[1]!.length > 1) parts.shift();
  if (parts.length > 1 && parts.at(-1) === 's') parts.pop();
  return parts.join('');
}

/** A longer run of letters is a scream; databases bound what they index. */
const longestTerm = 60;

function shortened(term: string): string {
  return term.length <= longestTerm ? term : [...term].slice(0, longestTerm).join('');
}
