// A verb that leaves the tense that the narration is told in. Speech is anybody's own.
import type { Slip } from '../finding.ts';
import { isPast, isPresent, pastFor, presentFor } from '../verbs.ts';
import type { Line, Word } from '../words.ts';

export type Tense = 'past' | 'present' | 'mixed';

const persons = new Set('he she'.split(' '));
const subjects = new Set('he she it they we i'.split(' '));
const between =
  /^(?:\p{Ll}+ly|just|then|still|also|never|always|even|only|soon|now|almost|again|both|all)$/u;

type Verb = { readonly at: number; readonly tense: 'past' | 'present'; readonly person: boolean };

/** What the narration of a text is told in; `mixed` where it cannot be said. */
export function tenseOf(lines: readonly Line[]): Tense {
  let past = 0;
  let present = 0;
  for (const line of lines) {
    for (const { tense, person } of verbsOf(line.words)) {
      if (tense === 'past') past += 1;
      else if (person) present += 1;
    }
  }
  if (past + present < 4) return 'mixed';
  return past >= present * 4 ? 'past' : present >= past * 2 ? 'present' : 'mixed';
}

/** Verbs of narration that leave the tense of the text, one among many that keep it. */
export function tenseSlips({ words }: Line, tense: Tense): Slip[] {
  if (tense === 'mixed') return [];
  const verbs = verbsOf(words);
  const same = verbs.filter((verb) => verb.tense === tense).length;
  const others = verbs.filter((verb) => verb.tense !== tense);
  // A passage told in the other tense is meant; one verb among many of the text's own is a slip.
  if (same < 2 || others.length * 2 > same) return [];
  return others
    .filter((verb) => verb.person && !isTimeless(words, verb.at, tense))
    .map(({ at }) => {
      const { start, end, lower } = words[at]!;
      const meant = tense === 'past' ? pastFor(lower) : presentFor(lower);
      const reason = tense === 'past' ? 'past' : 'present';
      return { rule: 'tense', reason, start, end, ...(meant === undefined ? {} : { meant }) };
    });
}

/** The finite verbs of narration that can be told: behind their subject, or joined by "and". */
function verbsOf(words: readonly Word[]): Verb[] {
  const verbs: Verb[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    if (word.spoken) continue;
    const tense = isPast(word.lower) ? 'past' : isPresent(word.lower) ? 'present' : null;
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
