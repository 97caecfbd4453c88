// A small word left out between two others: "went door", "wanted leave", "in middle of". Weighed by
// what stands around the gap; names and plain lists of words keep it from what is only unusual.

import type { Rule, Slip } from '../finding.ts';
import { signsOf } from '../gap-signs.ts';
import { type GapReader, gapReader, type LeftOut } from '../gaps.ts';
import { kindOf } from '../kinds.ts';
import { isParticiple } from '../verbs.ts';
import { isDirection, type Line, type Word } from '../words.ts';
import { standsAsItIs } from './complete.ts';

/**
 * Least logarithms of odds by what was left out, chosen on books left out of the fitting for some
 * 0.6 false alarms in 1,000 words. `sure` is for what leaves least doubt, a thing that is counted;
 * `doubted` for what may stand as it is, and `named` for what stands beside a name.
 */
type Least = Readonly<Record<'sure' | 'other' | 'doubted' | 'named', number>>;
const never = 99;
const least: Record<LeftOut, Least> = {
  '': { sure: never, other: never, doubted: never, named: never },
  article: { sure: 1.8, other: 3.3, doubted: 4.4, named: never },
  possessive: { sure: 1.7, other: 3.8, doubted: 4.2, named: never },
  to: { sure: 2, other: 2, doubted: 2.6, named: never },
  of: { sure: 3.1, other: 3.1, doubted: 4, named: 3.1 },
  be: { sure: 3, other: 3, doubted: 4, named: 3 },
  have: { sure: 2.1, other: 2.1, doubted: 3.6, named: 3 },
  place: { sure: 3.8, other: 3.8, doubted: never, named: never },
  and: { sure: 3.6, other: 3.6, doubted: never, named: never },
};

const said = (words: string): ReadonlySet<string> => new Set(words.split(' '));

let shipped: GapReader | undefined;

/** In narration alone: speech leaves words out. */
export const wordLeftOut: Rule = (line) => {
  shipped ??= gapReader();
  return pointAtGaps(line, shipped);
};

/** The same with other numbers, to measure by, and with `more` odds asked for. */
export function pointAtGaps(line: Line, read: GapReader, more = 0): Slip[] {
  const { words } = line;
  if (isDirection(line)) return [];
  const signs = signsOf(line);
  const slips: Slip[] = [];
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1]!, words[at]!];
    if (word.gap !== ' ' || word.spoken) continue;
    const answer = read(signs, signs.places[at]!);
    if (answer.sure < 1.7 + more || isTurn(words, at)) continue;
    if (answer.sure < leastFor(answer.most, words, at) + more) continue;
    const { most } = answer;
    slips.push({ rule: 'missing', reason: most, start: before.start, end: word.end });
    // The gap behind it looks odd for the same reason.
    at += 1;
  }
  return slips;
}

function leastFor(most: LeftOut, words: readonly Word[], at: number): number {
  const isNoun = most === 'article' || most === 'possessive';
  const { sure, other, doubted, named } = least[most];
  if (standsAsItIs(most, words, at)) return never;
  if (most === 'to' && isOneThing(words, at)) return never;
  if (isNoun && isDescribed(words, at)) return never;
  if ((most === 'be' || most === 'have') && amid.test(words[at]!.lower)) return never;
  const plain = isNoun && isCounted(words, at) ? sure : other;
  const isDoubted =
    (isNoun && mayLackArticle(words, at)) ||
    (most === 'article' && words[at - 1]!.lower === 'of') ||
    (most === 'to' && mayLackTo(words[at - 1]!)) ||
    (most === 'of' && !ofWhat.has(words[at]!.lower)) ||
    ((most === 'be' || most === 'have') && mayLackVerb(words, at));
  return Math.max(plain, isDoubted ? doubted : 0, isBesideName(words, at) ? named : 0);
}

/** "In person"; "hour by hour", "from bush to bush"; and numbers stand as they like. */
function isTurn(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1]!, words[at]!];
  if (idioms.has(`${before.lower} ${word.lower}`)) return true;
  if (/\d/.test(word.text) || /\d/.test(before.text)) return true;
  const near = words.slice(Math.max(0, at - 3), at).concat(words.slice(at + 1, at + 3));
  return near.some(({ lower }) => lower === word.lower);
}

const idioms: ReadonlySet<string> = new Set(
  (
    'in person,by name,by way,by race,on deck,on horse,to sea,at sea,at luncheon,in chorus,' +
    'room number,take note,took note,taking note,keep pace,kept pace,gave voice,give voice,' +
    'was head,to bottom,ask permission,asked permission,in answer,in distress,in search,in aid,' +
    'in state,in hand,to task,by letter,by chance,beyond question,keep house,kept house,' +
    'gave evidence,for answer,send word,sent word,bring word,brought word,find fault,' +
    'found fault,ask pardon,asked pardon,evening dress,lost track,give way,gave way,hit send,' +
    'go left,go right,went left,went right,pointed left,pointed right,' +
    'said thank,shook hands,shake hands,without loss,without ceremony,to roof,with arms,' +
    'with promise,breakfast table,below stairs,of mouth,had wound,wink his,wink her'
  ).split(','),
);

/** Names do without much that other words need. */
function isBesideName(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!;
  return /^\p{Lu}/u.test(words[at]!.text) || (/^\p{Lu}/u.test(before.text) && !before.initial);
}

const determiners = said(
  'this that these those what which whose all no any some each every another such one two ' +
    'and or nor my your his her its our their the a an kind sort like between',
);
const unlike = said(
  'was were is are be been seemed felt grew became looked as so more most very quite',
);
const stuff = /(?:ness|ment|[ts]ion|[ae]nce|ty|ism|ing|[^sui]s)$/;

const acts = said(
  'whistle end ward spell matter scream yell shout knock click pause chuckle giggle groan ' +
    'moan bark howl hug kiss laugh smile frown sigh nod shrug glance gaze look whisper cough ' +
    'hammer wink blush shiver shudder guard answer question step hand face back head book ' +
    'notice sign signal cook trap bear lie plan dream park dock land',
);
const parts = said(
  'kind sort manner type lack word change position part role title piece bit sort kinds ' +
    'sorts tone sense sign year years month months week weeks',
);

/** Nothing needs to stand before the noun: stuff, more than one, a pair, or part of another. */
function mayLackArticle(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1]!, words[at]!, words[at + 1]];
  const second = words[at - 2]?.lower ?? '';
  // "To whistle", "not spell"; "from head to foot"; "the kind of boy", "a change of face".
  if (/^(?:to|not|could|would|cannot)$/.test(before.lower) && acts.has(word.lower)) return true;
  if (before.lower === 'from' && next?.lower === 'to') return true;
  if (before.lower === 'of' && parts.has(second)) return true;
  if (determiners.has(before.lower) || word.lower.includes("'")) return true;
  const kind = kindOf(word.lower);
  if (kind === 'bare' || kind === 'plurals') return true;
  if (kind === undefined && (stuff.test(word.lower) || unlike.has(before.lower))) return true;
  if (next === undefined || next.gap !== ' ') return false;
  const nextKind = kindOf(next.lower);
  if (nextKind === 'bare' || nextKind === 'plurals') return true;
  if (/^(?:and|or)$/.test(next.lower)) return true;
  return kind === 'counted' ? !/^.{1,4}$|(?:ed|ing|ly)$/.test(next.lower) : stuff.test(next.lower);
}

const letting = said(
  'make makes made making let lets letting see sees saw seen seeing hear hears heard hearing ' +
    'watch watches watched watching feel feels felt feeling help helps helped helping bid bade',
);

/** "Someone speak": what somebody is heard to do. */
function mayLackTo(before: Word): boolean {
  if (/(?:one|thing|body|again|thought|voice|nearer|ly)$/.test(before.lower)) return true;
  const kind = kindOf(before.lower);
  return kind !== undefined && kind !== 'told';
}

/** "That unfinished sentence", "a flat, square parcel": the article stands further ahead. */
function isDescribed(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!;
  const [third, second] = [words[at - 3]?.lower ?? '', words[at - 2]?.lower ?? ''];
  if (nounsAhead.has(second)) return /(?:ed|ing|y)$/.test(before.lower);
  return nounsAhead.has(third) && (before.gap === ', ' || /ly$|^almost$/.test(second));
}

/** "A continued stay", "turning the colour of ash": what is done to something needs no "to". */
function isOneThing(words: readonly Word[], at: number): boolean {
  const [second, before] = [words[at - 2], words[at - 1]!];
  if (objects.has(words[at]!.lower) && !goes.has(before.lower)) return true;
  // "Made him ask", "saw the whole business go".
  if (words.slice(Math.max(0, at - 6), at).some(({ lower }) => letting.has(lower))) return true;
  if (/^(?:him|them|it|us|me|her)$|sel(?:f|ves)$/.test(before.lower)) return true;
  return second !== undefined && before.gap === ' ' && nounsAhead.has(second.lower);
}

// Others may be named by the word before them: "the kind interest".
const ofWhat = said(
  'the a an his her its my our your their this that it them him me us these those',
);
const objects = said('the a an his her him me my us them it its our their this that any some');
const goes = said(
  'went goes came comes walked walks ran back close next according belonged listened ' +
    'listens returned talked happened up over',
);
const nounsAhead = said('the a an his her my your its our their this that some very these those');

/** "Were they a", "thought it curious". */
function mayLackVerb(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!;
  // "They'd been", "she's often late": the verb is there.
  if (words.slice(Math.max(0, at - 3), at + 1).some(({ lower }) => lower.includes("'")))
    return true;
  if (/^(?:how|might|could|this|there)$/.test(before.lower)) return true;
  if (isParted(words, at)) return true;
  return before.gap === ' ' && turns.has(words[at - 2]?.lower ?? '');
}

/** "His eyes drawn together", "the letter written to her": what is told of a thing in passing. */
function isParted(words: readonly Word[], at: number): boolean {
  const word = words[at]!.lower;
  if (word === 'been' || !(isParticiple(word) || /(?:ing|ed)$/.test(word))) return false;
  return !subjects.has(words[at - 1]!.lower);
}

const subjects = said('he she they we i it who which that there');
// "It greatly worried him", "they both liked it", "she no longer came".
const amid = /^(?:quite|very|both|so|all|ever|hardly|barely|no|neither|once|hit|wound)$|ly$/;

const turns = said(
  'were was is are had did has have do does how so nor thought found made think find make ' +
    'proved held kept left with',
);

/** "door", or "old door". */
function isCounted(words: readonly Word[], at: number): boolean {
  const kind = kindOf(words[at]!.lower);
  const next = words[at + 1];
  // "A wall of flame", "as chief of the guard", "sent word".
  if (/^(?:of|as|with|by)$/.test(words[at - 1]!.lower) || words[at]!.lower === 'word') return false;
  if (kind === 'counted') return true;
  return kind === 'told' && next?.gap === ' ' && kindOf(next.lower) === 'counted';
}
