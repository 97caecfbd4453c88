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
      if (isParallel(words, before, at) || isMeant(words, before, at)) return;
      slips.push({ rule: 'repeated', reason: 'near', start: word.start, end: word.end });
    });
    return slips;
  };
}

// Nobody hears them: they only join what is told.
const joining = new Set(
  (
    'about across against almost already although always another anything around because ' +
    'before behind beneath beside between beyond cannot during enough everyone everything ' +
    'except herself himself however instead itself myself neither nobody nothing others ' +
    'people rather really should someone something somewhere therefore though through ' +
    'together toward towards unless whether without would yourself themselves'
  ).split(' '),
);

function standsOut({ text, lower, spoken }: Word): boolean {
  if (spoken || text !== lower || lower.length < shortest || joining.has(lower)) return false;
  return /^\p{L}+$/u.test(lower);
}

/** "a greater evil and a greater good": built on the repetition. */
function isParallel(words: readonly Word[], one: number, other: number): boolean {
  const same = (a: number, b: number) =>
    words[a] !== undefined && words[a]?.lower === words[b]?.lower;
  return same(one - 1, other - 1) || same(one + 1, other + 1);
}

/** "Brought questions and did not bring any", "turned it over, and turned it again". */
function isMeant(words: readonly Word[], one: number, other: number): boolean {
  const denies = (at: number) => /^(?:not|never|no)$|n't$/.test(words[at]?.lower ?? '');
  if ([one - 1, one - 2, other - 1, other - 2].some(denies)) return true;
  const after = words.slice(other + 1, other + 3);
  return after.some(({ lower }) => /^(?:again|too|also|either|twice)$/.test(lower));
}
