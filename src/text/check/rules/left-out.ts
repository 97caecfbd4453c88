// A small word left out between two others: "went door", "wanted leave", "in middle of". Weighed by
// what stands around the gap; names and plain lists of words keep it from what is only unusual.

import type { Rule, Slip } from '../finding.ts';
import { signsOf } from '../gap-signs.ts';
import { type GapReader, gapReader, type LeftOut } from '../gaps.ts';
import { kindOf } from '../kinds.ts';
import type { Line, Word } from '../words.ts';

/**
 * Least logarithms of odds by what was left out, chosen for at most 0.4 false alarms in 1,000 words
 * of books that were not fitted. `sure` is for what leaves least doubt: a thing that is counted.
 */
const least: Record<LeftOut, { readonly sure: number; readonly other: number }> = {
  '': { sure: 99, other: 99 },
  article: { sure: 2, other: 3.5 },
  possessive: { sure: 1.8, other: 4 },
  to: { sure: 2.2, other: 2.2 },
  of: { sure: 4, other: 4 },
  be: { sure: 3.3, other: 3.3 },
  have: { sure: 2.3, other: 2.3 },
  place: { sure: 4, other: 4 },
  and: { sure: 4, other: 4 },
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
  const signs = signsOf(line);
  const slips: Slip[] = [];
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1]!, words[at]!];
    if (word.gap !== ' ' || word.spoken) continue;
    const answer = read(signs, signs.places[at]!);
    if (answer.sure < 1.5 + more || mayStand(words, at)) continue;
    const { most } = answer;
    const isNoun = most === 'article' || most === 'possessive';
    if (isNoun && mayLackArticle(words, at)) continue;
    if (most === 'to' && mayLackTo(words, at)) continue;
    if ((most === 'be' || most === 'have') && mayLackVerb(words, at)) continue;
    const { sure, other } = least[most];
    if (answer.sure < (isNoun && isCounted(words, at) ? sure : other) + more) continue;
    slips.push({ rule: 'missing', reason: most, start: before.start, end: word.end });
    // The gap behind it looks odd for the same reason.
    at += 1;
  }
  return slips;
}

/** Unusual, and right all the same. */
function mayStand(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1]!, words[at]!];
  // Names and numbers stand as they like.
  if (/^\p{Lu}|\d/u.test(word.text) || /\d/.test(before.text)) return true;
  if (/^\p{Lu}/u.test(before.text) && !before.initial) return true;
  // "Hour by hour", "from bush to bush".
  const near = words.slice(Math.max(0, at - 3), at).concat(words.slice(at + 1, at + 3));
  return near.some(({ lower }) => lower === word.lower);
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

/** "A continued stay", "someone speak": nouns, and what somebody is heard to do. */
function mayLackTo(words: readonly Word[], at: number): boolean {
  const [second, before] = [words[at - 2], words[at - 1]!];
  if (/(?:one|thing|body|again|thought|voice|nearer)$/.test(before.lower)) return true;
  // "Turning the colour of ash": what is done to something needs no "to", where one goes does.
  if (objects.has(words[at]!.lower) && !goes.has(before.lower)) return true;
  const kind = kindOf(before.lower);
  if (kind !== undefined && kind !== 'told') return true;
  return second !== undefined && before.gap === ' ' && nounsAhead.has(second.lower);
}

const objects = said('the a an his her him me my us them it its our their this that any some');
const goes = said(
  'went goes came comes walked walks ran back close next according belonged listened ' +
    'listens returned talked happened up over down',
);
const nounsAhead = said('the a an his her my your its our their this that some very these those');

/** "Were they a", "thought it curious". */
function mayLackVerb(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!;
  // "They'd been", "she's often late": the verb is there.
  if (words.slice(Math.max(0, at - 3), at + 1).some(({ lower }) => lower.includes("'")))
    return true;
  if (/^(?:how|might|could|this|there)$/.test(before.lower)) return true;
  // "It greatly worried him", "they both liked it".
  if (/^(?:quite|very|both|so|all|ever|hardly|barely)$|ly$/.test(words[at]!.lower)) return true;
  return before.gap === ' ' && turns.has(words[at - 2]?.lower ?? '');
}

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
