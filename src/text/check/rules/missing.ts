// Words that are not there: seen where what stands side by side cannot.
import type { Rule, Slip } from '../finding.ts';
import { isBareVerb } from '../verbs.ts';
import type { Word } from '../words.ts';

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
const placed = new Set(
  'in into at on to through across from behind under inside outside against onto'.split(' '),
);
// Things that are counted: one of them needs its "the", "a" or "her".
const things = new Set(
  (
    'room window floor chair kitchen wall car hallway corner ceiling sofa couch doorway ' +
    'corridor garden street pocket mirror desk roof staircase forest river'
  ).split(' '),
);
const takesAt = /^(?:glanced|gazed|stared|peered|listened|belonged)$/;
const objects = new Set('the him her them me his my their'.split(' '));

/** In narration alone: speech leaves words out. */
export const missing: Rule = ({ words, tail }) => {
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
  if (!placed.has(word.lower) || !things.has(next.text)) return false;
  const near = words.slice(Math.max(0, at - 2), at).concat(third === undefined ? [] : [third]);
  if (near.some(({ lower }) => lower === next.lower || lower === 'from' || lower === 'to'))
    return false;
  return (
    third === undefined ||
    third.gap !== ' ' ||
    /^(?:and|with|as|where|when|but|he|she|they|to|of|in|at)$/.test(third.lower)
  );
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
