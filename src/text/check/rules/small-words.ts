// Words that never stand side by side without a small word between them, whatever the story:
// "both them", "looked him", "able go", "because there no door".

import type { Rule, Slip } from '../finding.ts';
import { kindOf } from '../kinds.ts';
import type { Word } from '../words.ts';

const said = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** In narration alone: speech leaves words out. */
export const smallWords: Rule = ({ words }) => {
  const slips: Slip[] = [];
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1]!, words[at]!];
    if (word.gap !== ' ' || word.spoken || before.spoken || word.text !== word.lower) continue;
    const reason = lackingBetween(words, at);
    if (reason === null) continue;
    slips.push({ rule: 'missing', reason, start: before.start, end: word.end });
    at += 1;
  }
  return slips;
};

function lackingBetween(words: readonly Word[], at: number): string | null {
  if (lacksAt(words, at)) return 'preposition';
  if (lacksOf(words, at)) return 'of';
  if (lacksTo(words, at)) return 'to';
  if (lacksHave(words, at)) return 'have';
  return lacksBe(words, at) ? 'be' : null;
}

const looking = said('look looks looked looking');
const turning = said(
  'stare stares staring gaze gazes gazing glance glances glancing peer peers peering glared ' +
    'glares glaring grinned grins grinning winked winks squinted squints listens listening ' +
    'belongs blinked frowned frowns scowled scowls',
);
const whom = said('him them me us');
// "Looked him over", "in the eye", "up and down"; "stared him down".
const wayOf = said(
  'over up down in straight full square squarely out directly dead right steadily fairly through ' +
    'back into about a',
);
const looks = said('picture part image king queen hero boy girl child man woman lady witch');

function lacksAt(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1]!.lower, words[at]!.lower, words[at + 1]];
  const isLook = looking.has(before);
  if (!isLook && !turning.has(before)) return false;
  const follows = next?.gap === ' ' ? next.lower : '';
  if (whom.has(word)) return !wayOf.has(follows);
  // "Looked the worse for it", "gazing the while": a thing that is seen tells them apart.
  return word === 'the' && kindOf(follows) === 'counted' && !looks.has(follows);
}

const shares = said('both neither none most each either');
const insides = said('edge middle outskirts surface');
const owning = said('the his her its their my our');

function lacksOf(words: readonly Word[], at: number): boolean {
  const [second, before, word] = [words[at - 2], words[at - 1]!, words[at]!.lower];
  if (shares.has(before.lower)) return word === 'them' || word === 'us';
  return (
    insides.has(before.lower) &&
    owning.has(word) &&
    second?.lower === 'the' &&
    before.gap === ' ' &&
    kindOf(words[at + 1]?.lower ?? '') === 'counted'
  );
}

const wishing = said(
  'able unable beginning wanting trying forgot forgets refuses decides agreed agrees learned ' +
    'learns manages hopes hesitated prepared ready willing likely enough plenty',
);
// They are no things, and what has been done is called otherwise.
const doing = said(
  'go be do see hear know tell ask make get give take keep find think speak bring become ' +
    'believe say eat',
);
const undone = said('go be do tell make see take give know think speak bring ask');

function lacksTo(words: readonly Word[], at: number): boolean {
  const [second, before, word] = [words[at - 2], words[at - 1]!, words[at]!.lower];
  if (wishing.has(before.lower)) return doing.has(word);
  if (!/^(?:had|has)$/.test(before.lower) || !undone.has(word)) return false;
  return second !== undefined && subjects.has(second.lower) && before.gap === ' ';
}

const subjects = said('he she they we i it');
const asking = said('had has have having not never could would should might must may');

/** "He been waiting." */
function lacksHave(words: readonly Word[], at: number): boolean {
  const [second, before, word] = [words[at - 2], words[at - 1]!, words[at]!.lower];
  if (word !== 'been' || !subjects.has(before.lower)) return false;
  return before.initial || second === undefined || !asking.has(second.lower);
}

const holding = said('that because if when though');
const found = said('no nothing nowhere nobody something someone');
const states = said('afraid asleep awake alone tired glad sorry unable hungry aware');
const people = said('he she they we i');
const verbs = said(
  'was were is are am be been being made found left kept held thought how so as than nor neither',
);

/** "Because there no door", "she afraid". */
function lacksBe(words: readonly Word[], at: number): boolean {
  const [second, before, word] = [words[at - 2], words[at - 1]!, words[at]!.lower];
  if (before.lower === 'there') {
    return before.gap === ' ' && holding.has(second?.lower ?? '') && found.has(word);
  }
  if (!people.has(before.lower) || !states.has(word)) return false;
  // "He alone knew": who stands alone has a verb behind it.
  if (word === 'alone' && words[at + 1]?.gap === ' ') return false;
  const isAsked = words.slice(Math.max(0, at - 4), at - 1).some(({ lower }) => verbs.has(lower));
  return before.initial || (before.gap === ' ' && !isAsked);
}
