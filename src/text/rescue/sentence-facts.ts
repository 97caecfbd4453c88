// What can be seen of one sentence: how long it is, who it is about, how it begins and ends, and
// what of it is speech.
import type { Sentence } from './sentences.ts';
import {
  determining,
  gestureWords,
  joining,
  openingKinds,
  openingWords,
  pronouns,
  questionWords,
  sayingWords,
  silentWords,
  spokenKinds,
  timeWords,
} from './words.ts';

export type Facts = {
  readonly words: number;
  readonly speechWords: number;
  /** Words before speech opens for the first time; all, where it holds none. */
  readonly headWords: number;
  /** Words after speech closes for the last time. */
  readonly tailWords: number;
  readonly opensSpeech: boolean;
  readonly closesSpeech: boolean;
  readonly holdsSpeech: boolean;
  /** A verb of saying stands right after speech or right before it. */
  readonly tagged: boolean;
  /** How it ends: 0 stop, 1 exclamation, 2 question, 3 trailing off, 4 dash, 5 colon. */
  readonly stop: number;
  /** How its first own word stands: see `openingOf`. */
  readonly opening: number;
  /** Who the part outside speech is about: a name or a pronoun, empty if neither. */
  readonly actor: string;
  readonly actorIsName: boolean;
  /** The names in it, in speech or not. */
  readonly names: readonly string[];
  /** Words longer than four letters, folded: what it is about. */
  readonly content: readonly string[];
  /** Its first six words, names as `*`; the others outside speech; its last. */
  readonly first: readonly string[];
  readonly plain: readonly string[];
  readonly last: string;
  readonly had: number;
  /** The mark before speech last closed: as `stop`, 6 a comma, 7 no speech. */
  readonly spokenStop: number;
  /** What kind of word its speech begins with; 0 no speech. */
  readonly spokenFirst: number;
  readonly spokenI: number;
  readonly spokenYou: number;
  readonly spokenNames: readonly string[];
  readonly spokenContent: readonly string[];
  /** What is said ends in a question, or is tagged as one. */
  readonly asks: boolean;
  readonly timed: boolean;
  /** What people do between two things they say. */
  readonly gestures: number;
  /** Words before the first comma, 9 where there is none among the first eight. */
  readonly lead: number;
  /** Its second word is a name, or begins with a capital. */
  readonly secondLarge: boolean;
  readonly joinedOn: boolean;
  /** It begins as a tag does that follows a cry or a question: see `tagAheadOf`. */
  readonly tagAhead: number;
};

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const capital = /^\p{Lu}/u;

/** How often each word stands with a capital where no sentence begins, and how often without. */
export type Names = ReadonlyMap<string, number>;

/** Words that a text writes with a capital inside its sentences. */
export function namesOf(text: string, sentences: readonly Sentence[]): Names {
  const large = new Map<string, number>();
  const small = new Map<string, number>();
  for (const { from, end } of sentences) {
    let first = true;
    for (const [found] of text.slice(from, end).matchAll(word)) {
      const key = keyOf(found);
      if (!capital.test(found)) small.set(key, (small.get(key) ?? 0) + 1);
      else if (!first) large.set(key, (large.get(key) ?? 0) + 1);
      first = false;
    }
  }
  for (const [key, times] of large) {
    if (openingWords.has(key) || times <= (small.get(key) ?? 0)) large.delete(key);
  }
  return large;
}

/** `said's` and `Said` are one word. */
function keyOf(found: string): string {
  return found
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/’/gu, "'");
}

type Word = { readonly key: string; readonly large: boolean; readonly inSpeech: boolean };

/** The facts of one sentence of a text. */
export function factsOf(text: string, sentence: Sentence, names: Names): Facts {
  const words = wordsOf(text, sentence);
  const own = words.filter(({ inSpeech }) => !inSpeech);
  const spoken = words.filter((each) => each.inSpeech);
  const { turns, inSpeech, leavesSpeech } = sentence;
  const firstTurn = turns[0];
  const lastTurn = turns.at(-1);
  const opensSpeech = firstTurn?.turn === 1 && startsAt(text, sentence, firstTurn.at);
  const closesSpeech = !leavesSpeech && lastTurn?.turn === -1 && endsAt(text, sentence, lastTurn);
  const firstSpoken = words.findIndex((each) => each.inSpeech);
  const lastSpoken = words.findLastIndex((each) => each.inSpeech);
  const holdsSpeech = inSpeech || turns.length > 0;
  const actor = actorOf(own, names);
  const saying = sayingNear(words, firstSpoken, lastSpoken);
  return {
    words: words.length,
    speechWords: words.length - own.length,
    headWords: firstSpoken < 0 ? words.length : firstSpoken,
    tailWords: lastSpoken < 0 ? 0 : words.length - 1 - lastSpoken,
    opensSpeech,
    closesSpeech,
    holdsSpeech,
    tagged: holdsSpeech && saying,
    stop: stopOf(text.slice(Math.max(sentence.from, sentence.end - 6), sentence.end)),
    opening: openingOf(words, names),
    actor,
    actorIsName: actor !== '' && !pronouns.has(actor),
    names: words
      .filter(({ key, large }) => large && names.has(key))
      .slice(0, 30)
      .map(({ key }) => key),
    content: own
      .filter(({ key }) => key.length > 4)
      .slice(-40)
      .map(({ key }) => key),
    first: words.slice(0, 6).map((each) => plainOf(each, names)),
    plain: own.slice(0, 60).map((each) => plainOf(each, names)),
    last: plainOf(words.at(-1), names),
    had: own.filter(({ key }) => key === 'had').length,
    spokenStop: holdsSpeech ? spokenStopOf(text, sentence) : 7,
    spokenFirst: spoken[0] === undefined ? 0 : spokenKind(spoken[0].key, names),
    spokenI: spoken.filter(({ key }) => firstPerson.test(key)).length,
    spokenYou: spoken.filter(({ key }) => secondPerson.test(key)).length,
    spokenNames: spoken
      .filter(({ key, large }) => large && names.has(key))
      .slice(0, 30)
      .map(({ key }) => key),
    spokenContent: spoken
      .filter(({ key }) => key.length > 3)
      .slice(-40)
      .map(({ key }) => key),
    asks:
      holdsSpeech &&
      (own.some(({ key }) => questionWords.has(key)) ||
        /[?？]["”’'»」]/u.test(text.slice(sentence.from, sentence.end))),
    gestures: own.filter(({ key }) => gestureWords.has(key)).length,
    lead: leadOf(text.slice(sentence.from, Math.min(sentence.end, sentence.from + 80))),
    secondLarge: words[1]?.large ?? false,
    timed: own.slice(0, 5).some(({ key }) => timeWords.has(key)),
    joinedOn: joining.has(own[0]?.key ?? ''),
    tagAhead: words[0]?.inSpeech ? 0 : tagAheadOf(own, names),
  };
}

function plainOf(word: Word | undefined, names: Names): string {
  return word === undefined ? '' : names.has(word.key) ? '*' : word.key;
}

function wordsOf(text: string, { from, end, inSpeech, turns }: Sentence): Word[] {
  const found: Word[] = [];
  let turn = 0;
  let spoken = inSpeech;
  for (const hit of text.slice(from, end).matchAll(word)) {
    for (let mark = turns[turn]; mark !== undefined && mark.at < from + hit.index; ) {
      spoken = mark.turn === 1;
      turn += 1;
      mark = turns[turn];
    }
    found.push({ key: keyOf(hit[0]), large: capital.test(hit[0]), inSpeech: spoken });
  }
  return found;
}

function startsAt(text: string, { from }: Sentence, at: number): boolean {
  return at - from < 4 && !/[\p{L}\p{N}]/u.test(text.slice(from, at));
}

function endsAt(text: string, { end }: Sentence, { at }: { readonly at: number }): boolean {
  return end - at < 8 && !/[\p{L}\p{N}]/u.test(text.slice(at, end));
}

function stopOf(tail: string): number {
  if (/\.\.|…/u.test(tail)) return 3;
  if (tail.includes('?') || tail.includes('？')) return 2;
  if (tail.includes('!') || tail.includes('！')) return 1;
  if (/[.。]/u.test(tail)) return 0;
  return tail.includes(':') ? 5 : 4;
}

/** 0 name, then the kinds of `openingKinds`, then participle, adverb, other. */
function openingOf(words: readonly Word[], names: Names): number {
  const key = words[0]?.key ?? '';
  if (names.has(key)) return 0;
  const kind = openingKinds.findIndex((kinds) => kinds.has(key));
  if (kind >= 0) return kind + 1;
  if (key.endsWith('ing')) return openingKinds.length + 1;
  return openingKinds.length + (key.endsWith('ly') ? 2 : 3);
}

const firstPerson = /^(?:i|i'[a-z]+|my|me|mine)$/;
const secondPerson = /^(?:you|you'[a-z]+|your|yours)$/;

function spokenKind(key: string, names: Names): number {
  if (names.has(key)) return 1;
  const kind = spokenKinds.findIndex((kinds) => kinds.has(key));
  return kind < 0 ? spokenKinds.length + 2 : kind + 2;
}

function spokenStopOf(text: string, { from, end, turns }: Sentence): number {
  const closed = turns.findLast(({ turn }) => turn === -1);
  if (closed === undefined) return stopOf(text.slice(Math.max(from, end - 6), end));
  const tail = text.slice(Math.max(from, closed.at - 3), closed.at);
  return /[,，]\s?$/u.test(tail) ? 6 : stopOf(tail);
}

function leadOf(head: string): number {
  const comma = head.indexOf(',');
  return comma < 0 ? 9 : Math.min(9, head.slice(0, comma).split(/\s+/).length);
}

/** The first name or pronoun among the first words outside speech. */
function actorOf(own: readonly Word[], names: Names): string {
  for (const { key, large } of own.slice(0, 8)) {
    if (pronouns.has(key) && key !== 'it') return key;
    if (large && names.has(key)) return key;
  }
  return '';
}

/** Within three words after the last speech, or within four before the first. */
function sayingNear(words: readonly Word[], first: number, last: number): boolean {
  const after = words.slice(last + 1, last + 4);
  const before = first < 0 ? [] : words.slice(Math.max(0, first - 4), first);
  return [...after, ...before].some(({ key, inSpeech }) => !inSpeech && sayingWords.has(key));
}

const nobody: Word = { key: '', large: false, inSpeech: false };

/**
 * 1 `Mira asked`, 2 `Mira laughed`, 3 `the boy asked`, 4 `asked Mira`, 5 `and asked`;
 * 0 none of these.
 */
function tagAheadOf(own: readonly Word[], names: Names): number {
  const [first, second, third] = [own[0] ?? nobody, own[1] ?? nobody, own[2] ?? nobody];
  const says = ({ key }: Word) => sayingWords.has(key);
  if (says(first)) return 4;
  const isName = first.large && names.has(first.key);
  if (isName || (pronouns.has(first.key) && first.key !== 'it')) {
    for (let at = 1; at < Math.min(5, own.length); at += 1) {
      const word = own[at] ?? nobody;
      if (says(word)) return silentWords.has(word.key) ? 2 : 1;
      if (!word.large && !word.key.endsWith('ly')) return 0;
    }
    return 0;
  }
  if (determining.has(first.key)) return own.slice(2, 5).some(says) ? 3 : 0;
  return joining.has(first.key) && (says(second) || says(third)) ? 5 : 0;
}

/** Of each name, how often the next sentence goes on with "he" (positive) or "she" (negative). */
export type Genders = ReadonlyMap<string, number>;

/** Learns the genders of a text's names from its pronouns. */
export function gendersOf(facts: readonly Facts[]): Genders {
  const genders = new Map<string, number>();
  facts.forEach(({ actor, actorIsName }, at) => {
    const next = facts[at + 1]?.actor;
    if (!actorIsName || (next !== 'he' && next !== 'she')) return;
    genders.set(actor, (genders.get(actor) ?? 0) + (next === 'he' ? 1 : -1));
  });
  return genders;
}
