// How far a text is prose of our day, and not a novel of a century ago: by its words, and by the
// short forms (`didn't`, `he'd`) that such novels keep for speech.
import type { Facts } from './sentence-facts.ts';
import { wordsOfThen, wordsOfToday } from './words.ts';

const shortForm = /(?:n't|'(?:d|ll|re|ve|m))$/;
// Shares of the words outside speech. Five old novels have at most 0.0011; of 46 pieces in today's
// manner 44 have 0.008 and more.
const none = 0.002;
const all = 0.006;
// A text that tells less than this in words shows nothing by them.
const leastWords = 100;
// How much oftener words of then stand than words of today, among all words. The novels have 0.006
// and more; of the pieces three have as much as 0.005, and those have short forms.
const old = 0.005;
// What the novels give a place before anything is known of it, near enough, in logits.
const outside = -2;
const word = /[a-z]+(?:-[a-z]+)?/gi;

/** From 0, as told a century ago, to 1, as told today. */
export function todayOf(text: string, facts: readonly Facts[]): number {
  const byForms = (shareOfShortForms(facts) - none) / (all - none);
  const byWords = 1 - agedShare(text) / old;
  return Math.max(0, Math.min(1, Math.max(byForms, byWords)));
}

function shareOfShortForms(facts: readonly Facts[]): number {
  let words = 0;
  let short = 0;
  for (const { plain } of facts) {
    words += plain.length;
    for (const each of plain) if (each.includes("'") && shortForm.test(each)) short += 1;
  }
  return short / Math.max(leastWords, words);
}

function agedShare(text: string): number {
  let words = 0;
  let aged = 0;
  for (const [found] of text.matchAll(word)) {
    const key = found.toLowerCase();
    words += 1;
    if (wordsOfThen.has(key)) aged += 1;
    else if (wordsOfToday.has(key)) aged -= 1;
  }
  return aged / Math.max(leastWords, words);
}

/**
 * What is seen of a place in prose of our day: all that is seen in any, and there and on both sides
 * the sums that the novels gave and the weights of words of today.
 */
export function seenToday(
  seen: readonly (readonly number[])[],
  told: readonly number[],
  words: readonly number[],
  at: number,
): number[] {
  const sides = [at, at - 1, at + 1];
  return [
    ...(seen[at] ?? []),
    ...sides.map((side) => told[side] ?? outside),
    ...sides.map((side) => words[side] ?? 0),
  ];
}
