// Analysis of text for search, version 1: what a text is found by. Documents and questions go
// through the same function.
import { foldLetters } from './fold.ts';
import { longestRun, pairedCharacter, wordCharacter } from './scripts.ts';

/**
 * The terms of a text in their order: folded words (`Don't` is `dont`, `Ada's` is `ada`,
 * `l'été` is `ete`), and for scripts that write without spaces each character and each pair, so
 * that any part of a sentence is found, as a phrase too. The language does not matter yet, so
 * that a question need not know it; stemming will ask for it.
 */
export function words(text: string, _language: string): string[] {
  const terms: string[] = [];
  let end = -1;
  let before: string | null = null;
  for (const match of foldLetters(text).matchAll(runs)) {
    const [run, unspaced] = match;
    const goesOn = match.index === end;
    end = match.index + run.length;
    if (unspaced !== undefined) before = pushPairs(terms, unspaced, goesOn ? before : null);
    else {
      // What goes on is the rest of a scream.
      if (!goesOn || before !== null) terms.push(shortened(withoutApostrophes(run)));
      before = null;
    }
  }
  return terms;
}

const apostrophe = "['\\u2018\\u2019\\u02bc\\u2032]";
const apostrophePattern = new RegExp(apostrophe, 'v');
const bounded = `{1,${longestRun}}`;
const spaced = `[${wordCharacter}--${pairedCharacter}]${bounded}`;
const runs = new RegExp(
  `(${pairedCharacter}${bounded})|${spaced}(?:${apostrophe}${spaced}){0,${longestRun}}`,
  'gv',
);

/** 黒猫が: 黒, 黒猫, 猫, 猫が, が. Any part of it gives terms that stand in it side by side. */
function pushPairs(terms: string[], run: string, before: string | null): string | null {
  for (const character of run) {
    if (before !== null) terms.push(before + character);
    terms.push(character);
    before = character;
  }
  return before;
}

// Words that French and Italian shorten before a vowel; questions in other languages quote them.
const elisions = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu all dall dell nell sull gl'.split(' '),
);

function withoutApostrophes(word: string): string {
  const parts = word.split(apostrophePattern);
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
