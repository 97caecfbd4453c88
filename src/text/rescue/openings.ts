// How the plain words on both sides of a place speak for a break: words that every writer uses,
// each with a fitted weight.
import type { Facts } from './sentence-facts.ts';

/** Weights of what `signsOf` gives; a sign without a weight says nothing. */
export type Weights = ReadonlyMap<string, number>;

/** The sum of the weights at a place. */
export function weighSigns(signs: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const sign of signs) sum += weights.get(sign) ?? 0;
  return sum;
}

/** What stands there: first words singly and in pairs, what else occurs, the last word before. */
export function signsOf(before: Facts, left: Facts, right: Facts, next: Facts): string[] {
  const kind = kindOf(left, right);
  const [first = '', second = ''] = right.first;
  const signs = [
    `${kind}a ${first}`,
    `${kind}b ${first} ${second}`,
    `${kind}e ${left.first[0] ?? ''}`,
    `${kind}h ${next.first[0] ?? ''}`,
    `${kind}k ${before.first[0] ?? ''}`,
    `${kind}f ${left.last}`,
  ];
  for (const word of right.first) signs.push(`${kind}c ${word}`);
  for (const word of right.plain) signs.push(`${kind}d ${word}`);
  for (const word of left.plain) signs.push(`${kind}g ${word}`);
  return [...new Set(signs)];
}

function kindOf(left: Facts, right: Facts): string {
  const before = left.closesSpeech ? 'C' : left.holdsSpeech ? 't' : 'N';
  return before + (right.opensSpeech ? 'O' : right.holdsSpeech ? 'l' : 'N');
}
