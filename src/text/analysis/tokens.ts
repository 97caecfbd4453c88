// Where the words of a text are. Documents, questions and highlights all see them through here.
import { longestRun, pairedCharacter, wordCharacter } from '../scripts.ts';
import { foldTerm } from './fold-term.ts';

/**
 * What is indexed, with its place in the text (UTF-16 units, the end outside).
 * - word: a whole word (`Don't` is `dont`, `Ada's` is `ada`, `l'été` is `ete`, `1,000` is `1000`).
 * - pair: two neighbours in a script that writes without spaces: 黒猫が gives 黒猫, 猫が.
 * - last: the last character of such a run, が. Any part of the run of two characters or more is
 *   a row of pairs that stand side by side; one character alone is what some term begins with.
 */
export type Token = {
  readonly kind: 'word' | 'pair' | 'last';
  readonly term: string;
  /** The word in small letters with its accents, as stemmers want it; of pairs the term. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
};

/** The tokens of a text in their order. Never throws. */
export function* tokensOf(text: string): Generator<Token> {
  let waiting: Unit | null = null;
  for (const match of text.matchAll(runs)) {
    const [run, number, unspaced] = match;
    const from = match.index;
    if (waiting !== null && (unspaced === undefined || from !== waiting.to)) {
      yield lastOf(waiting);
      waiting = null;
    }
    if (unspaced === undefined) {
      const token = number === undefined ? wordAt(run, from) : numberAt(number, from);
      if (token !== null) yield token;
      continue;
    }
    for (const unit of unitsOf(unspaced, from)) {
      if (waiting !== null) yield pairOf(waiting, unit);
      waiting = unit;
    }
  }
  if (waiting !== null) yield lastOf(waiting);
}

/** One character as it is indexed, with the marks that stand on it. */
type Unit = { readonly term: string; readonly from: number; readonly to: number };

const apostrophe = "['\\u2018\\u2019\\u02bc\\u2032\\uff07]";
const apostrophePattern = new RegExp(apostrophe, 'v');
const bounded = `{0,${longestRun}}`;
// Soft hyphens, joiners and selectors stand inside words and are not seen.
const within = '\\u00ad\\u200b-\\u200d\\ufe00-\\ufe0f';
const letter = `[${wordCharacter}--${pairedCharacter}]`;
const spaced = `${letter}[${letter}${within}]${bounded}`;
const thousands = '\\p{Nd}{1,3}(?:[,.]\\p{Nd}{3})+(?![\\p{L}\\p{M}\\p{N}])';
// Half-width kana carry their voice marks behind them.
const voiceMarks = '\\uff9e\\uff9f';
const runs = new RegExp(
  `(${thousands})|(${pairedCharacter}[${pairedCharacter}${within}\\p{M}${voiceMarks}]${bounded})|` +
    `${spaced}(?:${apostrophe}${spaced})${bounded}`,
  'gv',
);
const units = new RegExp(`.[${within}\\p{M}${voiceMarks}]*`, 'gsv');

function* unitsOf(run: string, from: number): Generator<Unit> {
  for (const { 0: whole, index } of run.matchAll(units)) {
    const place = { from: from + index, to: from + index + whole.length };
    for (const term of foldTerm(whole)) yield { term, ...place };
  }
}

function pairOf(first: Unit, second: Unit): Token {
  const term = first.term + second.term;
  return { kind: 'pair', term, word: term, from: first.from, to: second.to };
}

function lastOf({ term, from, to }: Unit): Token {
  return { kind: 'last', term, word: term, from, to };
}

function numberAt(number: string, from: number): Token {
  const term = foldTerm(number);
  return { kind: 'word', term, word: term, from, to: from + number.length };
}

function wordAt(run: string, from: number): Token | null {
  let known = seen.get(run);
  if (known === undefined) {
    const bare = withoutApostrophes(run);
    known = { term: foldTerm(bare), word: bare.toLowerCase().normalize('NFC') };
    if (seen.size >= seenMax) seen.clear();
    seen.set(run, known);
  }
  if (known.term === '') return null;
  return { kind: 'word', ...known, from, to: from + run.length };
}

// Words come again and again; folding one takes ten times as long as looking it up.
const seen = new Map<string, Pick<Token, 'term' | 'word'>>();
const seenMax = 50_000;

// Words that French and Italian shorten before a vowel; questions in other languages quote them.
const elisions = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu all dall dell nell sull gl'.split(' '),
);

function withoutApostrophes(word: string): string {
  const parts = word.split(apostrophePattern);
  if (parts.length === 1) return word;
  if (elisions.has(parts[0]!.toLowerCase()) && parts[1]!.length > 1) parts.shift();
  if (parts.length > 1 && parts.at(-1)!.toLowerCase() === 's') parts.pop();
  return parts.join('');
}
