// Words that sound alike, weighed by the words around them: what speaks for which of two was fitted
// on published fiction (bench/check/fit.ts). The table of homophones.ts knows the rest, which prose
// has too seldom to be fitted.

import type { Rule, Slip } from '../finding.ts';
import kept from '../sound-alikes.json' with { type: 'json' };
import type { Word } from '../words.ts';

/** Words that are taken for each other. */
export const soundAlikes: readonly (readonly string[])[] = [
  ['your', "you're"],
  ['their', 'there', "they're"],
  ['its', "it's"],
  ['to', 'too'],
  ['then', 'than'],
  ['were', 'where'],
  ['past', 'passed'],
  ['quite', 'quiet'],
  ['here', 'hear'],
  ['know', 'no'],
  ['knew', 'new'],
  ['through', 'threw'],
  ['whose', "who's"],
  ['right', 'write'],
  ['led', 'lead'],
  ['breath', 'breathe'],
  ['week', 'weak'],
  ['piece', 'peace'],
  ['lose', 'loose'],
  ['off', 'of'],
  ['by', 'buy'],
];

/** What speaks for the second of two words: by the signs around, and under "" always. */
export type Leaning = ReadonlyMap<string, number>;
/** By the two words in the order of the alphabet: `its it's`. */
export type Leanings = ReadonlyMap<string, Leaning>;

const others = new Map<string, readonly string[]>(
  soundAlikes.flatMap((group) =>
    group.map((word) => [word, group.filter((other) => other !== word)] as const),
  ),
);

/** Points at a word where its neighbours speak plainly for one that sounds like it. */
export const soundAlike: Rule = (line) => pointAt(line, readLeanings(), surely);

/** The same with other numbers, to measure by. */
export function pointAt(
  { words, tail }: Parameters<Rule>[0],
  leanings: Leanings,
  least: number,
): Slip[] {
  const slips: Slip[] = [];
  words.forEach((word, at) => {
    const alike = others.get(word.lower);
    if (alike === undefined) return;
    // Broken off, or before something quoted, anything may stand.
    if (/[—–"“‘]|--/.test(words[at + 1]?.gap ?? tail) || isPlace(words, at)) return;
    const signs = signsAround(words, at, tail);
    const best = alike
      .map((other) => ({ other, sure: leaningTo(other, word.lower, signs, leanings) }))
      .reduce((a, b) => (b.sure > a.sure ? b : a));
    // "Off" is right in more places than books show: "took her eyes off Ben".
    if (best.sure < (word.lower === 'off' ? least + 2 : least)) return;
    const { start, end } = word;
    slips.push({ rule: 'homophone', reason: 'word', start, end, meant: best.other });
  });
  return slips;
}

/** "By then", "in there", "had there been", "from left to right": they are what they say. */
function isPlace(words: readonly Word[], at: number): boolean {
  const { lower, gap } = words[at]!;
  const before = gap === ' ' ? (words[at - 1]?.lower ?? '') : '';
  if (lower === 'then') return /^(?:by|since|until|till|from|before|even|just|right)$/.test(before);
  if (lower === 'right') return before === 'to' && words[at - 2]?.lower === 'left';
  if (lower !== 'there') return false;
  return (
    /^(?:in|out|up|down|over|back|under|from)$/.test(before) || words[at + 1]?.lower === 'been'
  );
}

/** In logarithms of odds. On books left out of the fitting it gave 0.2 false alarms in 1,000 words
 * and found seven of ten planted slips; on pieces of today 0.1, and as many. */
const surely = 2.5;

function leaningTo(
  other: string,
  word: string,
  signs: readonly string[],
  leanings: Leanings,
): number {
  const isSecond = word < other;
  const leaning = leanings.get(isSecond ? `${word} ${other}` : `${other} ${word}`);
  if (leaning === undefined) return Number.NEGATIVE_INFINITY;
  const sum = signs.reduce((sure, sign) => sure + (leaning.get(sign) ?? 0), leaning.get('') ?? 0);
  return isSecond ? sum : -sum;
}

/** What stands around a word: two words before and two behind, or the marks between. */
export function signsAround(words: readonly Word[], at: number, tail: string): string[] {
  const [first, second] = [words[at - 1], words[at - 2]];
  const [third, fourth] = [words[at + 1], words[at + 2]];
  const gap = words[at]!.gap;
  // A space behind the last word parts it from nothing.
  const behind = third?.gap ?? tail.trimEnd();
  const before = at === 0 || gap !== ' ' ? markOf(gap) : classOf(first!);
  const next = behind !== ' ' ? markOf(behind) : classOf(third!);
  const farther = before.startsWith('.') || second === undefined ? '-' : classOf(second);
  const later = next.startsWith('.') || fourth === undefined ? '-' : classOf(fourth);
  return [
    `a ${before}`,
    `b ${next}`,
    `c ${farther} ${before}`,
    `d ${next} ${later}`,
    `e ${before} ${next}`,
  ];
}

function markOf(gap: string): string {
  if (/[.!?…“"]/.test(gap) || gap === '') return '.';
  return /[,;:—–-]/.test(gap) ? '.,' : '.*';
}

/** The word itself if it is short, else how it ends. */
function classOf({ lower, text, initial }: Word): string {
  if (!initial && /^\p{Lu}/u.test(text) && lower !== 'i' && !lower.startsWith("i'")) return 'Name';
  if (lower.length <= 5) return lower;
  return `-${lower.slice(-3)}`;
}

let read: Leanings | undefined;

function readLeanings(): Leanings {
  read ??= unpackLeanings(kept);
  return read;
}

/** From what is kept, `one other|sign hundredths|…`, to what is used. */
export function unpackLeanings(rows: readonly string[]): Leanings {
  return new Map(
    rows.map((row) => {
      const [pair = '', ...signs] = row.split('|');
      const leaning = signs.map((entry) => {
        const cut = entry.lastIndexOf(' ');
        return [entry.slice(0, cut), Number(entry.slice(cut + 1)) / 100] as const;
      });
      return [pair, new Map(leaning)];
    }),
  );
}
