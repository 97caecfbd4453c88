import { foldLetters } from '../fold.ts';

const otherDigits = /[^\P{Nd}0-9]/gv;
const notInTerms = /[^\p{L}\p{M}\p{N}]/gv;
// A longer run of letters is a scream; databases bound what they index.
const charactersMax = 60;

/**
 * A word as it is indexed and looked for: without case, accents, width and apostrophes, digits of
 * every script as 0 to 9, at most 60 characters. May be empty. Folding it again changes nothing.
 */
export function foldTerm(word: string): string {
  let folded = foldedOnce(word);
  // A capital may become a letter that is itself taken apart; three rounds are the most known.
  for (let round = 0; round < roundsMax; round += 1) {
    const again = foldedOnce(folded);
    if (again === folded) break;
    folded = again;
  }
  return folded.length <= charactersMax ? folded : [...folded].slice(0, charactersMax).join('');
}

const roundsMax = 5;

function foldedOnce(word: string): string {
  return foldLetters(word.replace(notInTerms, ''))
    .replace(otherDigits, plainDigit)
    .replace(notInTerms, '');
}

/** Unicode gives each script's digits a run of ten that begins at its zero. */
function plainDigit(digit: string): string {
  const point = digit.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && isDigit(point - value - 1)) value += 1;
  return String(value);
}

const digit = /^\p{Nd}$/u;

function isDigit(point: number): boolean {
  return digit.test(String.fromCodePoint(point));
}
