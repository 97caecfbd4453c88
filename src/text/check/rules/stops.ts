// Stops that are missing, doubled, or stand behind a space.
import type { Rule, Slip } from '../finding.ts';
import type { Line, Word } from '../words.ts';

// They begin a sentence or a clause: in the middle of one, a capital says that a stop is missing.
const starters = new Set(
  'She He They It We The But Then There His Her You When What That This And My Their'.split(' '),
);
const beforeTitle = new Set(
  (
    'the a an of in his her my your our their called named to by from with for and that ' +
    'but or if when as because than then until where what why'
  ).split(' '),
);
const abbreviations = new Set(
  (
    'mr mrs ms dr st jr sr vs etc no vol prof capt col gen lt sgt rev hon esq inc ltd co ' +
    'mt messrs mme mlle vols fig pp approx dept est'
  ).split(' '),
);

/** `ends`: whether nearly all paragraphs of the text end with a stop. */
export function stops(ends: boolean): Rule {
  return (line) => [...atEnd(line, ends), ...inside(line), ...signs(line)];
}

/** Whether a paragraph ends as prose does. */
export function endsWithStop(text: string): boolean {
  return !/[\p{L}\p{N},;]["”»’')\]]*\s*$/u.test(text);
}

function atEnd({ text, words }: Line, ends: boolean): Slip[] {
  const last = words.at(-1);
  if (!ends || last === undefined || words.length < 6 || endsWithStop(text)) return [];
  // A speech without a stop is the dialogue's own.
  if (/["”»’]\s*$/.test(text.slice(-9))) return [];
  // Capitals throughout, or capitals in most words: a heading or a sign.
  const capitals = words.filter(({ text: word }) => /^\p{Lu}/u.test(word)).length;
  if (capitals * 2 > words.length) return [];
  return [{ rule: 'stop', reason: 'end', start: last.start, end: last.end }];
}

function inside({ words }: Line): Slip[] {
  const slips: Slip[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    const before = words[at - 1]!;
    if (isRunOn(word, before, words[at + 1])) {
      slips.push({ rule: 'stop', reason: 'between', start: before.start, end: word.end });
    } else if (isLowerStart(word, before)) {
      slips.push({ rule: 'stop', reason: 'capital', start: word.start, end: word.end });
    }
  }
  return slips;
}

/** "shut the door She walked". */
function isRunOn(word: Word, before: Word, next: Word | undefined): boolean {
  if (!/^ +$/.test(word.gap) || !starters.has(word.text)) return false;
  if (/^\p{Lu}/u.test(before.text) || beforeTitle.has(before.lower)) return false;
  // A title, or a person spoken of with a capital: "read The Long Road", "in His name".
  return next !== undefined && /^\p{Ll}/u.test(next.text) && /^ $/.test(next.gap);
}

/** "the door. she walked". */
function isLowerStart(word: Word, before: Word): boolean {
  if (!/^\. +$/.test(word.gap) || !/^\p{Ll}{2,}/u.test(word.text)) return false;
  return !isShortened(before.lower) && !/\d/.test(before.text) && !/['’]/.test(before.text);
}

const doubledSign =
  /(?<![.,])(?:,,|,\.|;[;,.]|(?<!\.)\.\.(?!\.)|\.,|:\.)(?![.,])|(?<=\p{L}) [,;](?= )/gu;

function signs({ text }: Line): Slip[] {
  const slips: Slip[] = [];
  for (const { 0: sign, index } of text.matchAll(doubledSign)) {
    const word = /[\p{L}.]*$/u.exec(text.slice(Math.max(0, index - 12), index))![0];
    if (sign.startsWith('.') && isShortened(word.toLowerCase())) continue;
    slips.push({ rule: 'stop', reason: 'signs', start: index, end: index + sign.length });
  }
  return slips;
}

/** "Mr", "vols", "K.C" or an initial: a stop behind it ends no sentence. */
function isShortened(word: string): boolean {
  return word.length === 1 || word.includes('.') || abbreviations.has(word);
}
