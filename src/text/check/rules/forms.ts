// Forms of words that cannot be right where they stand: "he walk", "they was", "had went",
// "didn't saw", "a apple", "alot".
import type { Rule, Slip } from '../finding.ts';
import { kindOf } from '../kinds.ts';
import { agreeing, isBareVerb, isPast, participleFor, plainOf } from '../verbs.ts';
import { isMessage, type Word } from '../words.ts';
import { misspelt } from './misspelt.ts';

const said = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What is wrong with a word, or with the words since that place. */
type Fault = { readonly reason: string; readonly from?: number; readonly meant?: string };

/** Words that are none, in speech too; the grammar of speech is its speaker's own. */
export const forms: Rule = (line) => {
  if (isMessage(line)) return [];
  const { text, words, tail } = line;
  const slips: Slip[] = [];
  const isBrogue = brogue.test(text);
  words.forEach((word, at) => {
    const fault =
      faultOfWord(word) ??
      (isBrogue ? null : faultOfArticle(words, at)) ??
      (word.spoken ? null : faultOfVerb(words, at, words[at + 1]?.gap ?? tail));
    if (fault === null) return;
    const { reason, from = at, meant } = fault;
    const slip = { rule: 'form', reason, start: words[from]!.start, end: word.end } as const;
    slips.push(meant === undefined ? slip : { ...slip, meant });
  });
  return slips;
};

// "Th' end o' the world": what is heard there is not written as elsewhere.
const brogue = /(?:^|[\s“"‘])(?:th|o|an|wi|tha|d)['’](?=\s)/i;

function faultOfWord({ lower, text }: Word): Fault | null {
  const meant = misspelt.get(lower);
  // A capital within a sentence may be a name.
  if (meant === undefined || text === text.toUpperCase()) return null;
  return { reason: meant.includes(' ') ? 'joined' : 'spelling', meant };
}

// By sound: "an hour", "a unit", "a one-eyed man", "a European".
const silent = /^(?:hour|honest|honou?r|heir)/;
const likeYou =
  /^(?:uni(?!n|m)|use|usu|usa|uti|ur[aoei][nt]|ut[oe]|eu|ew|one|once|ubi|u-|ufo|uk|us$|ouija|oui)/;

function faultOfArticle(words: readonly Word[], at: number): Fault | null {
  const [article, word] = [words[at - 1], words[at]!];
  if (article === undefined || word.gap !== ' ' || !/^an?$/.test(article.text)) return null;
  // Names, letters and foreign words sound as they like.
  if (!/^\p{Ll}{3}/u.test(word.text) || !/^[a-z]/.test(word.lower)) return null;
  const isVowel = silent.test(word.lower)
    ? true
    : /^[aeiou]/.test(word.lower) && !likeYou.test(word.lower);
  if (article.text === 'a') {
    return isVowel ? { reason: 'an', from: at - 1, meant: `an ${word.text}` } : null;
  }
  if (isVowel || /^h(?:is|a[blr]|ot|er|y|ei|un)/.test(word.lower) || likeYou.test(word.lower))
    return null;
  // "Hm", "mm" and their like are said, not read.
  if (!/^[^aeiouy]{0,4}[aeiouy]/.test(word.lower)) return null;
  return { reason: 'a', from: at - 1, meant: `a ${word.text}` };
}

const between = said(
  'really slowly quickly suddenly finally quietly softly usually just then still also never ' +
    'always only even',
);
const opening = /^(?:and|but|because|when|while|as|until|before|after|so|then|where)$/;
const turns = said(
  'did does do should could would can will may might must let shall had lest if make made ' +
    'that to',
);
const singular = /^(?:he|she|it)$/;
const plural = /^(?:they|we|you|i)$/;

function faultOfVerb(words: readonly Word[], at: number, behind: string): Fault | null {
  const word = words[at]!;
  if (at === 0 || word.gap !== ' ' || /^\p{Lu}/u.test(word.text) || /^-/.test(behind)) return null;
  return faultAfterHad(words, at) ?? faultAfterDid(words, at) ?? faultOfNumber(words, at);
}

/** "had went", "has ran", "have took": and neither "had left" nor "all she had came to him". */
function faultAfterHad(words: readonly Word[], at: number): Fault | null {
  const { lower } = words[at]!;
  const meant = participleFor(lower);
  if (meant === undefined || lower === 'was' || lower === 'were') return null;
  let from = at - 1;
  if (/^(?:never|just|already|always|not|only|ever)$/.test(words[from]!.lower)) from -= 1;
  const had = words[from];
  if (had === undefined || !/^(?:had|has|have|hadn't|hasn't|haven't)$/.test(had.lower)) return null;
  if (words.slice(from + 1, at + 1).some(({ gap }) => gap !== ' ')) return null;
  return isHaver(words, from) ? participle(from, `${had.text} ${meant}`) : null;
}

function participle(from: number, meant: string): Fault {
  return { reason: 'participle', from, meant };
}

/** Somebody stands before "had": not "all he had went to her", "the fear she had came back". */
function isHaver(words: readonly Word[], at: number): boolean {
  if (/n't$/.test(words[at]!.lower)) return true;
  const clause = clauseBefore(words, at);
  if (clause.some(({ lower }) => /^(?:what|all|that|which|everything|who|whatever)$/.test(lower))) {
    return false;
  }
  const subject = clause.at(-1);
  if (subject === undefined) return false;
  if (/^(?:would|could|should|might|must|to|never)$/.test(subject.lower)) return true;
  const isPronoun = singular.test(subject.lower) || plural.test(subject.lower);
  if (isPronoun) return isSubject(words, at - 1);
  const kind = kindOf(subject.lower);
  const others = clause.filter(({ lower }) => singular.test(lower) || plural.test(lower));
  return (kind === 'counted' || kind === 'plurals') && others.length === 0;
}

/** "didn't went", "could not saw". */
function faultAfterDid(words: readonly Word[], at: number): Fault | null {
  const { lower } = words[at]!;
  const plain = plainOf(lower);
  if (!isPast(lower) || plain === undefined || isBareVerb(lower)) return null;
  // They are verbs of their own, or nouns.
  if (/^(?:found|felt|fell|lay|saw|wound|ground|bound|bore|left|thought)$/.test(lower)) return null;
  const before = words[at - 1]!;
  if (!/^(?:didn't|doesn't|don't|couldn't|wouldn't|can't|won't|shouldn't)$/.test(before.lower)) {
    return null;
  }
  return { reason: 'base', from: at - 1, meant: `${before.text} ${plain}` };
}

/** "He walk", "they was", "she don't". */
function faultOfNumber(words: readonly Word[], at: number): Fault | null {
  let from = at - 1;
  if (between.has(words[from]!.lower) && words[from]!.gap === ' ') from -= 1;
  const subject = words[from];
  if (subject === undefined || !isSubject(words, from)) return null;
  const meant = agreeing(words[at]!.lower, singular.test(subject.lower) ? 'one' : subject.lower);
  return meant === undefined ? null : { reason: 'agreement', from: at, meant };
}

/** It begins its clause, and nothing before turns its verb round or wishes. */
function isSubject(words: readonly Word[], at: number): boolean {
  const { lower, initial, gap, text } = words[at]!;
  if (!singular.test(lower) && !plural.test(lower)) return false;
  if (initial) return !/[“"‘]/.test(gap) && /^\p{Lu}/u.test(text);
  const before = words[at - 1]!;
  if (!/^,? $/.test(gap) || !opening.test(before.lower)) return false;
  return !sentenceBefore(words, at).some((word) => turns.has(word.lower));
}

const looksBack = 14;

function clauseBefore(words: readonly Word[], at: number): readonly Word[] {
  let from = at;
  while (from > 0 && at - from < looksBack && words[from]!.gap === ' ' && !words[from]!.initial) {
    from -= 1;
  }
  return words.slice(from, at);
}

function sentenceBefore(words: readonly Word[], at: number): readonly Word[] {
  let from = at;
  while (from > 0 && at - from < looksBack && !words[from]!.initial) from -= 1;
  return words.slice(from, at);
}
