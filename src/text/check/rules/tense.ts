// A verb that leaves the tense that the narration is told in. Speech is anybody's own.
import type { Slip } from '../finding.ts';
import { isPast, isPresent, pastFor, presentFor } from '../verbs.ts';
import type { Line, Word } from '../words.ts';

type Tense = 'past' | 'present';

const persons = new Set('he she'.split(' '));
const subjects = new Set('he she it they we i'.split(' '));
const between =
  /^(?:\p{Ll}+ly|just|then|still|also|never|always|even|only|soon|now|almost|again|both|all)$/u;

type Verb = { readonly at: number; readonly tense: Tense; readonly person: boolean };

/** A passage around a verb: so many paragraphs before it and behind. */
const around = 3;

/**
 * Verbs of narration that leave the tense of the text, each one among many that keep it. For a
 * text that is told in no tense plainly, none.
 */
export function tenseRule(lines: readonly Line[]): (line: Line) => Slip[] {
  const verbs = lines.map(({ words }) => verbsOf(words));
  const places = new Map(lines.map((line, at) => [line, at]));
  const tense = tenseOf(verbs.flat());
  return (line) => {
    const at = places.get(line);
    if (tense === null || at === undefined) return [];
    const others = verbs[at]!.filter((verb) => verb.tense !== tense);
    if (others.length === 0) return [];
    // A passage told in the other tense is meant.
    const passage = verbs.slice(Math.max(0, at - around), at + around + 1).flat();
    const same = passage.filter((verb) => verb.tense === tense).length;
    if (same < 3 || (passage.length - same) * 3 > same) return [];
    return others
      .filter((verb) => verb.person && !isTimeless(line.words, verb.at, tense))
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

/** The finite verbs of narration that can be told: behind their subject, or joined by "and". */
function verbsOf(words: readonly Word[]): Verb[] {
  const verbs: Verb[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    if (word.spoken) continue;
    const tense = formOf(words, at);
    if (tense === null || word.gap !== ' ') continue;
    const subject = subjectOf(words, at);
    if (subject !== null) {
      verbs.push({ at, tense, person: persons.has(subject) });
    } else if (tense === 'present' && isJoined(words, at, verbs)) {
      verbs.push({ at, tense, person: true });
    }
  }
  return verbs;
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

function subjectOf(words: readonly Word[], at: number): string | null {
  let before = at - 1;
  if (between.test(words[before]!.lower) && words[before]!.gap === ' ') before -= 1;
  const word = words[before];
  if (word === undefined || word.spoken || !subjects.has(word.lower)) return null;
  return word.lower;
}

/** "she opened the door and looks at him": a verb of the same subject, with what it acts on. */
function isJoined(words: readonly Word[], at: number, verbs: readonly Verb[]): boolean {
  const last = verbs.at(-1);
  const next = words[at + 1];
  if (last === undefined || next === undefined || next.gap !== ' ') return false;
  if (!/^(?:and|then)$/.test(words[at - 1]!.lower)) return false;
  if (
    !/^(?:at|the|a|her|his|him|them|up|down|out|into|to|away|back|over|for|in|on|my|it)$/.test(
      next.lower,
    )
  ) {
    return false;
  }
  const from = words.slice(last.at + 1, at);
  return (
    from.length <= 8 &&
    from.every((word) => !/[.!?;:—“”"]|--/.test(word.gap) && !isPresent(word.lower))
  );
}

const past =
  /^(?:when|before|ago|yesterday|once|last|until|since|had|used|if|as|after|while|that)$/;
const present =
  /^(?:that|what|whether|if|because|who|which|where|how|as|think|know|believe|why|for)$/;

/** The sentence says something of another time, or of all times. */
function isTimeless(words: readonly Word[], at: number, tense: Tense): boolean {
  const pattern = tense === 'past' ? present : past;
  for (let before = at - 1; before >= 0 && before > at - 12; before--) {
    if (pattern.test(words[before]!.lower)) return true;
    if (words[before]!.initial) break;
  }
  return false;
}
