// A word that stands out, again within a few words.
import type { Slip } from '../finding.ts';
import type { Line, Word } from '../words.ts';

/** Nearer than this, in words, the echo is heard. */
const near = 14;
/** Words as short as this are not heard as echoes. */
const shortest = 6;
/** A word of the story itself is used again and again: more often than once in so many words. */
const commonOnceIn = 4_000;

/** Counts the words of a text; points only at those that the text seldom uses. */
export function repeatedWords(lines: readonly Line[]): (line: Line) => Slip[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { words } of lines) {
    total += words.length;
    for (const { lower } of words) counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  const most = 2 + Math.floor(total / commonOnceIn);
  return ({ words }) => {
    const slips: Slip[] = [];
    const seen = new Map<string, number>();
    words.forEach((word, at) => {
      if (!standsOut(word) || counts.get(word.lower)! > most) return;
      const before = seen.get(word.lower);
      seen.set(word.lower, at);
      if (before === undefined || at - before > near || at - before < 3) return;
      if (isParallel(words, before, at)) return;
      slips.push({ rule: 'repeated', reason: 'near', start: word.start, end: word.end });
    });
    return slips;
  };
}

function standsOut({ text, lower, spoken }: Word): boolean {
  return !spoken && text === lower && lower.length >= shortest && /^\p{L}+$/u.test(lower);
}

/** "a greater evil and a greater good": built on the repetition. */
function isParallel(words: readonly Word[], one: number, other: number): boolean {
  const same = (a: number, b: number) =>
    words[a] !== undefined && words[a]?.lower === words[b]?.lower;
  return same(one - 1, other - 1) || same(one + 1, other + 1);
}
