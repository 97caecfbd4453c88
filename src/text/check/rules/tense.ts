// A verb that leaves the tense that the narration is told in. Speech is anybody's own.
import type { Slip } from '../finding.ts';
import { isPast, isPresent, pastFor, presentFor } from '../verbs.ts';
import { isMessage, type Line, namesIn, type Word } from '../words.ts';
import { speechVerbs } from './dialogue.ts';

type Tense = 'past' | 'present';

const persons = new Set('he she'.split(' '));
const subjects = new Set('he she it they we i'.split(' '));
const between =
  /^(?:\p{Ll}+ly|just|then|still|also|never|always|even|only|soon|now|almost|again|both|all)$/u;

type Verb = {
  readonly at: number;
  readonly tense: Tense;
  readonly person: boolean;
  /** It says who spoke, behind the speech. */
  readonly tag: boolean;
};

/** A text is told in its tense surely by so many verbs, and at most one of another for so many. */
const sureVerbs = 30;
const sureShare = 12;

/** A passage around a verb: so many paragraphs before it and behind. */
const around = 3;

/**
 * Verbs of narration that leave the tense of the text, each one among many that keep it. For a
 * text that is told in no tense plainly, none.
 */
export function tenseRule(lines: readonly Line[]): (line: Line) => Slip[] {
  const { isName } = namesIn(lines);
  const verbs = lines.map(({ words }) => verbsOf(words, isName));
  const places = new Map(lines.map((line, at) => [line, at]));
  const all = verbs.flat();
  const tense = tenseOf(all);
  const kept = all.filter((verb) => verb.tense === tense).length;
  const isSure = kept >= sureVerbs && (all.length - kept) * sureShare <= kept;
  return (line) => {
    const at = places.get(line);
    if (tense === null || at === undefined || isMessage(line)) return [];
    const others = verbs[at]!.filter((verb) => verb.tense !== tense);
    if (others.length === 0) return [];
    // A passage told in the other tense is meant.
    const passage = verbs.slice(Math.max(0, at - around), at + around + 1).flat();
    const same = passage.filter((verb) => verb.tense === tense).length;
    const other = passage.length - same;
    const isAmong = (same >= 3 && other * 3 <= same) || (isSure && other === 1 && same > 0);
    return others
      .filter((verb) => isAmong || (isSure && verb.tag))
      .filter((verb) => verb.person && !isTimeless(line.words, verb.at, tense, verbs[at]!))
      .map((verb) => slipAt(line.words[verb.at]!, tense));
  };
}

function slipAt({ start, end, lower }: Word, tense: Tense): Slip {
  const meant = tense === 'past' ? pastFor(lower) : presentFor(lower);
  const slip = { rule: 'tense', reason: tense, start, end } as const;
  return meant === undefined ? slip : { ...slip, meant };
}

/** What the narration of a text is told in; null where it cannot be said. */
function tenseOf(verbs: readonly Verb[]): Tense | null {
  const past = verbs.filter(({ tense }) => tense === 'past').length;
  const present = verbs.filter(({ tense, person }) => tense === 'present' && person).length;
  if (past + present < 4) return null;
  return past >= present * 4 ? 'past' : present >= past * 2 ? 'present' : null;
}

type IsName = (lower: string) => boolean;

/**
 * The finite verbs of narration that can be told: behind their subject, joined by "and", or saying
 * who spoke.
 */
function verbsOf(words: readonly Word[], isName: IsName): Verb[] {
  const verbs: Verb[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    if (word.spoken) continue;
    const tense = formOf(words, at);
    if (tense === null) continue;
    if (speechVerbs.has(word.lower) && /["”»’] $/.test(word.gap)) {
      verbs.push({ at, tense, person: isName(words[at + 1]?.lower ?? ''), tag: true });
      continue;
    }
    if (word.gap !== ' ') continue;
    const subject = subjectOf(words, at, isName);
    if (subject !== null) {
      verbs.push({ at, tense, person: persons.has(subject), tag: isTag(words, at) });
    } else if (tense === 'present' && isJoined(words, at)) {
      verbs.push({ at, tense, person: true, tag: false });
    }
  }
  return verbs;
}

function isTag(words: readonly Word[], at: number): boolean {
  return speechVerbs.has(words[at]!.lower) && /["”»’] $/.test(words[at - 1]!.gap);
}

// They stand behind "he" and are no verbs.
const notVerbs =
  /(?:ss|us|is|ways|times|wards|haps|sides|ous)$|^(?:as|this|his|alas|yes|less|its)$/;

function formOf(words: readonly Word[], at: number): Tense | null {
  const { lower, text } = words[at]!;
  if (isPast(lower)) return 'past';
  if (isPresent(lower)) return 'present';
  const isPerson = persons.has(words[at - 1]!.lower);
  if (!isPerson || text !== lower || !/^\p{Ll}{4,}$/u.test(lower)) return null;
  if (lower.endsWith('ed')) return 'past';
  return lower.endsWith('s') && !notVerbs.test(lower) ? 'present' : null;
}

/** A pronoun, or "he" for a name that begins its clause. */
function subjectOf(words: readonly Word[], at: number, isName: IsName): string | null {
  let before = at - 1;
  if (between.test(words[before]!.lower) && words[before]!.gap === ' ') before -= 1;
  const word = words[before];
  if (word === undefined || word.spoken) return null;
  if (subjects.has(word.lower)) return word.lower;
  const isFirst =
    word.initial || /^(?:and|but|when|while|as)$/.test(words[before - 1]?.lower ?? '');
  return isFirst && /^\p{Lu}\p{Ll}/u.test(word.text) && isName(word.lower) ? 'he' : null;
}

const reachesBack = 9;

/** "she opened the door and looks at him": a verb of the same subject, with what it acts on. */
function isJoined(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.gap !== ' ') return false;
  if (!/^(?:and|then)$/.test(words[at - 1]!.lower)) return false;
  if (
    !/^(?:at|the|a|her|his|him|them|up|down|out|into|to|away|back|over|for|in|on|my|it)$/.test(
      next.lower,
    )
  ) {
    return false;
  }
  for (let before = at - 1; before >= Math.max(0, at - reachesBack); before--) {
    const { lower, gap, initial, spoken } = words[before]!;
    if (spoken || isPresent(lower)) return false;
    if (isPast(lower)) return true;
    if (initial || /[.!?;:—“”"]|--/.test(gap)) return false;
  }
  return false;
}

const pastJoins = /^(?:when|before|until|since|if|as|after|while|that)$/;
const pastTimes = /^(?:ago|yesterday|once|last|had|used|time|never)$/;
const present =
  /^(?:that|what|whether|if|because|who|which|where|how|as|think|know|believe|why|for)$/;
const always = /^(?:who|if|whether|because|why|perhaps|though|think|know|believe)$/;

/**
 * The sentence says something of another time, or of all times. In the past it does behind "that"
 * and its like only where the sentence has no verb of the past before.
 */
function isTimeless(
  words: readonly Word[],
  at: number,
  tense: Tense,
  verbs: readonly Verb[],
): boolean {
  let from = at;
  while (from > 0 && at - from < 12 && !words[from]!.initial && !words[from - 1]!.spoken) {
    from -= 1;
  }
  const clause = words.slice(from, at);
  if (tense === 'present')
    return clause.some(({ lower }) => pastJoins.test(lower) || pastTimes.test(lower));
  if (clause.some(({ lower }) => always.test(lower))) return true;
  // "He's a big man, Tim. He takes up space."
  if (words.slice(Math.max(0, at - 14), at).some(saysNow)) return true;
  const isTold = verbs.some((verb) => verb.tense === 'past' && verb.at >= from && verb.at < at);
  // "She means well": what somebody is like.
  if (!isTold && /^(?:means|loves|likes|knows)$/.test(words[at]!.lower)) return true;
  return !isTold && clause.some(({ lower }) => present.test(lower));
}

const now =
  /^(?:is|are|am|do|does|has|(?:is|are|do|does)n't|(?:he|she|it|they|we|i|that)'(?:s|re|m))$/;

function saysNow({ lower, spoken }: Word): boolean {
  return !spoken && now.test(lower);
}
