// Words that are not there: seen where what stands side by side cannot.
import type { Rule, Slip } from '../finding.ts';
import { kindOf } from '../kinds.ts';
import { isBareVerb } from '../verbs.ts';
import { isDirection, type Word } from '../words.ts';

const takesTo = new Set(
  (
    'wanted wants want going tried trying tries decided ought able refused managed seemed ' +
    'supposed hoped hoping began begins attempted started continued promised pretended ' +
    'threatened needed'
  ).split(' '),
);
const alsoNouns = /^(?:like|stay|love|hope|fear|need|work|talk|rest|play|use|hate|pain)$/;
const articles = new Set(['the', 'a', 'an']);
const possessives = new Set(['my', 'your', 'our', 'their', 'his']);
const notNouns = new Set(
  'of and was is were are had has he she they it him them we who which but or if been be'.split(
    ' ',
  ),
);
// Behind these a thing that is counted needs its "the", "a" or "her", whatever thing it is.
const placed = new Set(
  (
    'into onto through across behind beside near toward towards against inside outside opened ' +
    'reached entered crossed grabbed slammed locked unlocked'
  ).split(' '),
);
// Behind these there are turns of speech: "in answer to", "on deck", "to task".
const alsoTurns = new Set('in at on to from under'.split(' '));
const things = new Set(
  (
    'room window floor chair kitchen wall car hallway corner ceiling sofa couch doorway door ' +
    'corridor garden street pocket mirror desk roof staircase forest river table bench bedroom ' +
    'bathroom porch counter fireplace house village castle lake beach fridge shelf stool drawer'
  ).split(' '),
);
const after = /^(?:and|with|as|where|when|but|he|she|they|to|of|in|at|on|for|from|until|before)$/;
const takesAt = /^(?:glanced|gazed|stared|peered|listened|belonged)$/;
const objects = new Set('the him her them me his my their'.split(' '));

/** In narration alone: speech leaves words out. */
export const missing: Rule = (line) => {
  if (isDirection(line)) return [];
  const { words, tail } = line;
  const slips: Slip[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const next = words[at + 1];
    const gap = next?.gap ?? tail;
    const reason = word.spoken ? null : reasonOf(words, at, gap);
    if (reason === null) continue;
    slips.push({ rule: 'missing', reason, start: word.start, end: next?.end ?? word.end });
  }
  return slips;
};

function reasonOf(words: readonly Word[], at: number, gap: string): string | null {
  const word = words[at]!;
  const next = words[at + 1];
  const isDetermined = articles.has(word.lower) && word.text === word.lower;
  if (
    (isDetermined || possessives.has(word.lower)) &&
    word.lower !== 'his' &&
    /^[.,;!?](?![.])/.test(gap)
  ) {
    return word.lower === 'her' ? null : 'noun';
  }
  if (next === undefined || gap !== ' ') return null;
  if (isDetermined && notNouns.has(next.text)) return 'noun';
  if (possessives.has(word.lower) && /^(?:was|were|of|and|is|had|he|she|they)$/.test(next.text)) {
    return word.lower === 'his' ? null : 'noun';
  }
  if (takesTo.has(word.lower) && isBareVerb(next.lower) && !alsoNouns.test(next.lower)) return 'to';
  if (takesAt.test(word.lower) && objects.has(next.lower)) return 'preposition';
  if (isLackingArticle(words, at)) return 'article';
  if (/^(?:he|she|they|we)$/.test(word.lower) && word.initial && isGoingOn(words, at))
    return 'verb';
  return null;
}

/** "into room", and neither "from room to room" nor "into room 7" nor "on window ledges". */
function isLackingArticle(words: readonly Word[], at: number): boolean {
  const [word, next, third] = [words[at]!, words[at + 1]!, words[at + 2]];
  if (next.text !== next.lower || next.lower === 'back') return false;
  if (word.lower === 'from' && third?.lower === 'to') return false;
  const isLacking = placed.has(word.lower)
    ? kindOf(next.lower) === 'counted' || things.has(next.lower)
    : alsoTurns.has(word.lower) && things.has(next.lower);
  if (!isLacking) return false;
  const near = words.slice(Math.max(0, at - 2), at).concat(third === undefined ? [] : [third]);
  const isTurn = near.some(({ lower }) => lower === next.lower || /^(?:from|or)$/.test(lower));
  return !isTurn && (third === undefined || third.gap !== ' ' || after.test(third.lower));
}

/** "She looking at the door": a sentence that has no other verb before its first stop. */
function isGoingOn(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]!;
  if (!/^\p{Ll}{2,}ing$/u.test(next.text) || !isBareVerb(stemOf(next.text))) return false;
  return true;
}

function stemOf(word: string): string {
  const stem = word.slice(0, -3);
  if (isBareVerb(stem)) return stem;
  if (isBareVerb(`${stem}e`)) return `${stem}e`;
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}
