// "Its late", "your late", "who's coat", "it's tail", "there own", "use to": an apostrophe too many
// or too few, where what follows leaves no doubt.
import type { Rule, Slip } from '../finding.ts';
import { isParticiple } from '../verbs.ts';
import type { Word } from '../words.ts';

const said = (words: string) => new Set(words.split(' '));

// What somebody or something is said to be. Before a noun they may stand behind "its" and "your".
const states = said(
  'late early cold dark hot warm raining snowing fine true okay ok over funny weird nice ' +
    'good bad great hard easy possible impossible obvious clear important strange ' +
    'ridiculous stupid perfect beautiful amazing wonderful terrible awful dangerous safe ' +
    'quiet wrong right alive dead sick tired crazy insane mad sure lucky drunk hurt ' +
    'bleeding shaking lying joking kidding welcome ready busy alone afraid scared jealous ' +
    'angry upset hungry freezing enough gone done useless hopeless finished broken locked ' +
    'empty working',
);
const neverOwned = said(
  'a an the not been just so me him us them you he she i really probably definitely ' +
    'always never still already getting gonna supposed because like okay what where why how ' +
    'nothing something everything',
);
// Behind "your" they are more than once something else: "your always being here".
const neverYours = said('a an the not gonna supposed already still never always definitely too');
const owned = said(
  'coat jacket shirt hat shoes boots bag book books phone car dog cat house room bed desk ' +
    'chair idea fault turn side child kid blood name voice job house place birthday party ' +
    'mother father brother sister son daughter wife husband friend hand hands face eyes ' +
    'life',
);
const ofBeasts = said(
  'tail paws paw claws wings wing fur beak jaws hinges lid ears teeth mouth snout scales ' +
    'feathers muzzle nest prey owner',
);
const ofYou = said(
  'name mother father mum mom dad brother sister turn fault house hand hands head face ' +
    'eyes heart phone coat shoes bag friends life voice hair room bed job family dog cat ' +
    'sword',
);

/** In speech too: however somebody speaks, it is spelt so. */
export const contractions: Rule = ({ words, tail }) => {
  const slips: Slip[] = [];
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next === undefined || next.gap !== ' ') return;
    const behind = words[at + 2]?.gap ?? tail;
    const meant = meantBy(words, at, behind);
    if (meant === null) return;
    slips.push({ rule: 'homophone', reason: 'word', start: word.start, end: word.end, meant });
  });
  return slips;
};

function meantBy(words: readonly Word[], at: number, behind: string): string | null {
  const word = words[at]!;
  const next = words[at + 1]!.lower;
  switch (word.lower) {
    case 'its':
      return neverOwned.has(next) || isState(words, at, behind) ? "it's" : null;
    case 'your':
      return neverYours.has(next) || isState(words, at, behind) ? "you're" : null;
    case "it's":
      return ofBeasts.has(next) && !(word.initial && /^[.!?]/.test(behind)) ? 'its' : null;
    case "you're":
      return ofYou.has(next) ? 'your' : null;
    case "who's":
      return owned.has(next) || isAsked(words, at) ? 'whose' : null;
    case 'there':
    case "they're":
      return next === 'own' ? 'their' : null;
    case 'use':
      return isHabit(words, at) ? 'used' : null;
    case 'suppose':
      return next === 'to' && isBe(words[at - 1], word) ? 'supposed' : null;
    default:
      return isHave(words, at) ? 'have' : null;
  }
}

/** "Its late." and "your late for", and neither "its late owner" nor "its right, its left". */
function isState(words: readonly Word[], at: number, behind: string): boolean {
  const next = words[at + 1]!;
  if (!states.has(next.lower)) return false;
  const later = words[at + 2];
  const isFirst =
    words[at]!.initial ||
    /^(?:that|if|because|think|know|but|when|so|and)$/.test(words[at - 1]?.lower ?? '');
  // "On your right", "of its good": what is owned stands in such places too.
  if (!isFirst) return false;
  if (/^[.,!?;…—]/.test(behind)) return !/^(?:right|working|good|dead)$/.test(next.lower);
  if (behind !== ' ' || later === undefined) return false;
  return /^(?:to|that|for|when|in|out|here|outside|enough|now|today|tonight|again|about|if)$/.test(
    later.lower,
  );
}

/** "Who's umbrella is this?" */
function isAsked(words: readonly Word[], at: number): boolean {
  const [noun, verb, last] = words.slice(at + 1, at + 4);
  if (noun === undefined || verb === undefined || last === undefined) return false;
  if (/^(?:there|here|that|this|it|he|she|they|who|what)$/.test(noun.lower)) return false;
  const isVerb = /^(?:is|was|are|were)$/.test(verb.lower) && verb.gap === ' ';
  return isVerb && /^(?:this|that|it|these|those)$/.test(last.lower) && last.gap === ' ';
}

/** "They use to live here": not "it is no use to him", nor "he did not use to". */
function isHabit(words: readonly Word[], at: number): boolean {
  const [subject, , to, verb] = words.slice(at - 1, at + 3);
  if (at === 0 || to?.lower !== 'to' || verb === undefined || verb.gap !== ' ') return false;
  if (words[at]!.gap !== ' ' || !/^(?:i|he|she|we|they|it)$/.test(subject!.lower)) return false;
  const earlier = words[at - 2]?.lower ?? '';
  return (
    /^(?:be|have|live|go|come|love|hate|think|know|say|work|play|do|see|tell)$/.test(verb.lower) &&
    !/^(?:did|didn't|does|do|could|what|that|can|tools|words)$/.test(earlier)
  );
}

function isBe(before: Word | undefined, word: Word): boolean {
  if (before === undefined || word.gap !== ' ') return false;
  return /^(?:was|were|is|are|am|be|been|not|i'm|you're|he's|she's|it's|we're|they're)$/.test(
    before.lower,
  );
}

/** "could of gone", and not "he could of course". */
function isHave(words: readonly Word[], at: number): boolean {
  const [before, of, next] = [words[at - 1], words[at]!, words[at + 1]!];
  if (of.lower !== 'of' || of.gap !== ' ' || before === undefined) return false;
  if (!/^(?:could|should|would|couldn't|shouldn't|wouldn't|must|might)$/.test(before.lower)) {
    return false;
  }
  // "The might of armed men" is a noun.
  const isNoun = /^(?:the|a|his|her|their|its|our|all)$/.test(words[at - 2]?.lower ?? '');
  return !isNoun && (isParticiple(next.lower) || /(?:[^e]ed|^been|^had|^never)$/.test(next.lower));
}
