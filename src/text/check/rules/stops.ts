// Stops that are missing, doubled, or stand behind a space.
import type { Rule, Slip } from '../finding.ts';
import { isPast, isPresent } from '../verbs.ts';
import { isMessage, type Line, namesIn, type Word } from '../words.ts';

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

/** For the prose of one text, whose manner of ending paragraphs and whose names it learns first. */
export function stops(lines: readonly Line[]): Rule {
  const whole = lines.filter(({ words }) => words.length >= wholeWords);
  const open = whole.filter(({ text }) => !endsWithStop(text)).length;
  const ends = open <= whole.length * 0.2 || (open <= 2 && open * 2 <= whole.length);
  const places = new Map(lines.map((line, at) => [line, at]));
  const { isPlain } = namesIn(lines);
  return (line) => {
    if (isMessage(line)) return [];
    const at = places.get(line) ?? -1;
    // Verse, a letter's head, a talk in messages: line after line without a stop.
    const near = [lines[at - 2], lines[at - 1], lines[at + 1], lines[at + 2]];
    const openNear = near.filter((other) => other !== undefined && !endsWithStop(other.text));
    const isAlone = openNear.length <= 1;
    const isOnly = lines.length === 1 && /\p{Ll}[.!?]["”]? \p{Lu}/u.test(line.text);
    const isMeant = !isAlone || !(ends || isOnly);
    return [...(isMeant ? [] : atEnd(line)), ...inside(line, isPlain), ...signs(line)];
  };
}

/** Shorter ones may be headings. */
const wholeWords = 6;

/** Whether a paragraph ends as prose does. */
function endsWithStop(text: string): boolean {
  return !/[\p{L}\p{N},;]["”»’')\]]*\s*$/u.test(text);
}

function atEnd({ text, words }: Line): Slip[] {
  const last = words.at(-1);
  if (last === undefined || endsWithStop(text) || !isSentence(words)) return [];
  // A speech without a stop is the dialogue's own.
  if (/["”»’]\s*$/.test(text.slice(-9))) return [];
  // Capitals throughout, or capitals in most words: a heading or a sign.
  const capitals = words.filter(({ text: word }) => /^\p{Lu}/u.test(word)).length;
  if (capitals * 2 > words.length) return [];
  return [{ rule: 'stop', reason: 'end', start: last.start, end: last.end }];
}

/** Long enough, or somebody does something in it. */
function isSentence(words: readonly Word[]): boolean {
  if (words.length >= wholeWords) return true;
  const second = words[1]?.lower ?? '';
  const isTold = isPast(second) || isPresent(second) || /(?:ed|n't)$/.test(second);
  return isTold && /^(?:he|she|it|they|we|i)$/.test(words[0]!.lower);
}

function inside({ words }: Line, isPlain: (lower: string) => boolean): Slip[] {
  const slips: Slip[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    const before = words[at - 1]!;
    if (isRunOn(word, before, words[at + 1], isPlain)) {
      slips.push({ rule: 'stop', reason: 'between', start: before.start, end: word.end });
    } else if (isLowerStart(word, before)) {
      slips.push({ rule: 'stop', reason: 'capital', start: word.start, end: word.end });
    }
  }
  // Verse in one paragraph has a capital in each of its lines.
  const between = slips.filter(({ reason }) => reason === 'between').length;
  return between > 1 ? slips.filter(({ reason }) => reason !== 'between') : slips;
}

/** "shut the door She walked". */
function isRunOn(
  word: Word,
  before: Word,
  next: Word | undefined,
  isPlain: (lower: string) => boolean,
): boolean {
  if (!/^ +$/.test(word.gap) || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  if (/^\p{Lu}/u.test(before.text) || beforeTitle.has(before.lower)) return false;
  // A title, or a person spoken of with a capital: "read The Long Road", "in His name".
  if (next === undefined || !/^\p{Ll}/u.test(next.text) || !/^ $/.test(next.gap)) return false;
  return starters.has(word.text) || (!word.spoken && isPlain(word.lower));
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
