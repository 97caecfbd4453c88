// Words side by side that look as if a small word were missing between them, and are complete: the
// word is further ahead in the sentence, or none belongs there.
import type { LeftOut } from '../gaps.ts';
import type { Word } from '../words.ts';

const said = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const determiners = said(
  'the a an his her my your its our their this that some any no these those',
);
const having = /^(?:had|has|have|having|hadn't|hasn't|haven't)$/;
const moments = said('time times way moment day days minute night year years reason second week');
const subjects = said('it he she they we you i the his her my their our its this that there');
const joining = said('while when where if as because though although until unless than that');

/** Whether nothing of this kind is left out before the word at this place. */
export function standsAsItIs(most: LeftOut, words: readonly Word[], at: number): boolean {
  if (most === 'article' || most === 'possessive') {
    return joining.has(words[at]!.lower) || isToldAhead(words, at);
  }
  if (most === 'have') return isTurnedRound(words, at);
  // "He could of course have gone."
  if (most === 'to') return words[at - 1]!.lower === 'course';
  return most === 'of' && isOwnClause(words, at);
}

/** "The desired and expected boy", "Mrs. Allan's approving smile". */
function isToldAhead(words: readonly Word[], at: number): boolean {
  if (!/.(?:ed|ing)$/.test(words[at - 1]!.lower)) return false;
  for (let ahead = at - 2; ahead >= Math.max(0, at - 6); ahead--) {
    if (!/^(?:, |,| |-)$/.test(words[ahead + 1]!.gap)) return false;
    const { lower } = words[ahead]!;
    if (determiners.has(lower) || lower.endsWith("'s")) return !isHeld(words, ahead, at - 1);
  }
  return false;
}

/** "The boy opened door": what was determined is somebody already. */
function isHeld(words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(from + 1, to);
  return between.some(
    ({ lower }) => !/^(?:and|or|most|more|very|so)$|(?:ed|ing|y|ive|ful)$/.test(lower),
  );
}

/** "Had some of the servants been listening?" */
function isTurnedRound(words: readonly Word[], at: number): boolean {
  for (let ahead = at - 2; ahead >= Math.max(0, at - 8); ahead--) {
    if (having.test(words[ahead]!.lower)) return true;
    if (words[ahead]!.initial) return false;
  }
  return false;
}

/** "Out the window", "the first time it happened", "Instead the green thinned", "a kind letter". */
function isOwnClause(words: readonly Word[], at: number): boolean {
  const [second, before, word] = [words[at - 2], words[at - 1]!, words[at]!.lower];
  if (before.lower === 'out') return true;
  if (before.lower === 'instead') return before.initial || !determiners.has(word);
  if (before.lower === 'kind') return determiners.has(second?.lower ?? '');
  return moments.has(before.lower) && subjects.has(word);
}
