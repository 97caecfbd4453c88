// What the fitted model is told of a place between two sentences: what stands on both sides, and
// what the paragraph that would end there holds so far. Lengths, marks, and who is spoken of; no
// word of any one writer.
import { signsOf, type Weights, weighSigns } from './openings.ts';
import { type Facts, type Genders, gendersOf } from './sentence-facts.ts';
import { pronouns } from './words.ts';

// Sentences, words: what lies further off makes no difference.
const far = 40;
const longest = 400;
// Sentences on each side whose lengths and speech are what is usual here.
const near = 15;

/** The facts of a whole text, summed up so that every place is judged in constant time. */
export class Surroundings {
  readonly facts: readonly Facts[];
  readonly weights: Weights;
  readonly #continues: readonly boolean[];
  readonly #words: Float64Array;
  readonly #spoken: Float64Array;
  /** The last sentence up to here, and the first from here on, that holds speech. */
  readonly #lastSpeech: Int32Array;
  readonly #nextSpeech: Int32Array;
  readonly #lastSeen: Int32Array;
  readonly #genders: Genders;
  readonly #speaker: readonly string[];

  constructor(facts: readonly Facts[], continues: readonly boolean[], weights: Weights) {
    this.facts = facts;
    this.weights = weights;
    this.#continues = continues;
    this.#words = sums(facts, ({ words }) => words);
    this.#spoken = sums(facts, ({ speechWords }) => speechWords);
    this.#lastSpeech = new Int32Array(facts.length).fill(-1);
    this.#nextSpeech = new Int32Array(facts.length).fill(facts.length);
    for (let at = 0, last = -1; at < facts.length; at += 1) {
      if (facts[at]?.holdsSpeech) last = at;
      this.#lastSpeech[at] = last;
    }
    for (let at = facts.length - 1, next = facts.length; at >= 0; at -= 1) {
      if (facts[at]?.holdsSpeech) next = at;
      this.#nextSpeech[at] = next;
    }
    this.#lastSeen = lastSeen(facts);
    this.#genders = gendersOf(facts);
    this.#speaker = speakersOf(facts);
  }

  #fact(at: number): Facts {
    return this.facts[at] ?? nothing;
  }

  #wordsBetween(from: number, to: number): number {
    return (this.#words[to] ?? 0) - (this.#words[from] ?? 0);
  }

  #spokenBetween(from: number, to: number): number {
    return (this.#spoken[to] ?? 0) - (this.#spoken[from] ?? 0);
  }

  /** What is seen of the place between sentences `at` and `at + 1`. */
  around(at: number): number[] {
    const from = Math.max(0, at + 1 - near);
    const to = Math.min(this.facts.length, at + 1 + near);
    const words = Math.max(1, this.#wordsBetween(from, to));
    const mean = Math.max(1, words / (to - from));
    return [
      ...this.#beside(at),
      ...this.#talk(at),
      this.#fact(at).tagAhead,
      this.#fact(at + 1).tagAhead,
      this.#fact(at + 2).tagAhead,
      (this.facts[at]?.words ?? 0) / mean,
      (this.facts[at + 1]?.words ?? 0) / mean,
      this.#spokenBetween(from, to) / words,
      words / (to - from),
      weighSigns(this.signs(at), this.weights),
    ];
  }

  /** The sentences on both sides. */
  #beside(at: number): number[] {
    const [before, left, right] = [this.#fact(at - 1), this.#fact(at), this.#fact(at + 1)];
    const [next, third] = [this.#fact(at + 2), this.#fact(at + 3)];
    return [
      ...sideOf(left),
      ...sideOf(right),
      this.#continues[at] ? 1 : 0,
      shapeOf(before),
      shapeOf(left),
      shapeOf(right),
      shapeOf(next),
      shapeOf(third),
      before.words,
      next.words,
      third.words,
      left.opening,
      right.opening,
      next.opening,
      third.opening,
      left.opening === right.opening ? 1 : 0,
      right.opening === next.opening ? 1 : 0,
      right.lead,
      next.lead,
      right.secondLarge ? 1 : 0,
      this.#same(left.actor, right.actor),
      this.#lastSeen[at + 1] ?? far,
      shared(left.names, right.names) + 0.5 * shared(before.names, right.names),
      cohesion([before, left], [right, next]),
      cohesion(this.facts.slice(Math.max(0, at - 3), at + 1), this.facts.slice(at + 1, at + 5)),
      shared(right.spokenContent, left.spokenContent),
    ];
  }

  /** The last speech up to here and the next from here on: who speaks, to whom, answering what. */
  #talk(at: number): number[] {
    const last = this.#lastSpeech[at] ?? -1;
    const coming = this.#nextSpeech[at + 1] ?? this.facts.length;
    const [left, right] = [this.#fact(at), this.#fact(at + 1)];
    const [said, answer] = [this.#fact(last), this.#fact(coming)];
    const speaker = this.#speaker[last] ?? '';
    return [
      Math.min(far, at - last),
      last < 0 ? longest : Math.min(longest, this.#wordsBetween(last + 1, at + 1)),
      Math.min(far, coming - at - 1),
      Math.min(longest, this.#wordsBetween(at + 1, coming)),
      said.tagged ? 1 : 0,
      said.asks ? 1 : 0,
      said.stop,
      said.tailWords,
      said.spokenStop,
      said.spokenFirst,
      answer.tagged ? 1 : 0,
      answer.opensSpeech ? 1 : 0,
      answer.headWords,
      answer.spokenStop,
      answer.spokenFirst,
      this.#runOfSpeech(coming),
      this.#same(said.actor, right.actor),
      this.#same(right.actor, answer.actor),
      this.#same(said.actor, answer.actor),
      this.#same(speaker, left.actor),
      this.#same(speaker, right.actor),
      this.#same(speaker, answer.actor),
      shared(answer.spokenContent, said.spokenContent),
      shared(said.spokenNames, answer.spokenNames),
      answer.spokenNames.includes(left.actor) ? 1 : 0,
      answer.spokenNames.includes(said.actor) ? 1 : 0,
      answer.spokenNames.includes(speaker) ? 1 : 0,
      said.spokenNames.includes(right.actor) ? 1 : 0,
      said.spokenNames.includes(answer.actor) ? 1 : 0,
    ];
  }

  /** The plain words there, for their weights. */
  signs(at: number): string[] {
    return signsOf(this.#fact(at - 1), this.#fact(at), this.#fact(at + 1), this.#fact(at + 2));
  }

  /**
   * 0 neither is known, 1 and 2 one is, 3 the same word, 4 a name and its pronoun, 5 a name and a
   * pronoun that may be its own, 6 two names, 7 cannot be the same.
   */
  #same(one: string, other: string): number {
    if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : 2;
    if (one === other) return 3;
    const [first, second] = [pronouns.has(one), pronouns.has(other)];
    if (first && second) return 7;
    if (!first && !second) return 6;
    const [name, pronoun] = first ? [other, one] : [one, other];
    if (pronoun !== 'he' && pronoun !== 'she') return 6;
    const gender = (this.#genders.get(name) ?? 0) * (pronoun === 'he' ? 1 : -1);
    return gender > 1 ? 4 : gender < -1 ? 7 : 5;
  }

  /** Sentences that a run of speech goes on for, from where it begins. */
  #runOfSpeech(at: number): number {
    let run = 0;
    while (run < 6 && this.#continues[at + run]) run += 1;
    return run;
  }
}

const nothing: Facts = {
  words: 0,
  speechWords: 0,
  headWords: 0,
  tailWords: 0,
  opensSpeech: false,
  closesSpeech: false,
  holdsSpeech: false,
  tagged: false,
  stop: 6,
  opening: 14,
  actor: '',
  actorIsName: false,
  names: [],
  content: [],
  had: 0,
  timed: false,
  spokenStop: 7,
  spokenFirst: 0,
  spokenI: 0,
  spokenYou: 0,
  spokenNames: [],
  spokenContent: [],
  asks: false,
  first: [],
  plain: [],
  last: '',
  gestures: 0,
  lead: 9,
  secondLarge: false,
  joinedOn: false,
  tagAhead: 0,
};

function sums(facts: readonly Facts[], of: (facts: Facts) => number): Float64Array {
  const all = new Float64Array(facts.length + 1);
  facts.forEach((each, at) => {
    all[at + 1] = (all[at] ?? 0) + of(each);
  });
  return all;
}

function sideOf(side: Facts): number[] {
  return [
    side.words,
    side.speechWords,
    side.headWords,
    side.tailWords,
    side.opensSpeech ? 1 : 0,
    side.closesSpeech ? 1 : 0,
    side.tagged ? 1 : 0,
    side.stop,
    side.spokenStop,
    side.spokenFirst,
    side.spokenI,
    side.spokenYou,
    side.asks ? 1 : 0,
    side.gestures,
    side.actor === '' ? 0 : side.actorIsName ? 1 : 2,
    side.had,
    side.timed ? 1 : 0,
    side.joinedOn ? 1 : 0,
  ];
}

/**
 * 0 nothing, 1 narration, 2 speech alone, 3 inside speech, 4 speech with its tag, 5 speech and more
 * narration, 6 narration that leads into speech.
 */
function shapeOf(side: Facts): number {
  if (side.words === 0) return 0;
  if (!side.holdsSpeech) return 1;
  if (side.headWords > 0) return 6;
  if (side.tailWords > 0) return side.tagged ? 4 : 5;
  return side.opensSpeech ? 2 : 3;
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.reduce((sum, each) => sum + (others.includes(each) ? 1 : 0), 0);
}

/** The share of words on the right that stand on the left too. */
function cohesion(left: readonly Facts[], right: readonly Facts[]): number {
  const known = left.flatMap(({ content }) => content);
  const asked = right.flatMap(({ content }) => content);
  return asked.length === 0 ? 0 : shared(asked, known) / asked.length;
}

/** How many sentences ago the actor of each was last named. */
function lastSeen(facts: readonly Facts[]): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from(facts, ({ actor, names }, at) => {
    const ago = actor === '' ? 0 : Math.min(far, at - (seen.get(actor) ?? at - far));
    if (actor !== '') seen.set(actor, at);
    for (const name of names) seen.set(name, at);
    return ago;
  });
}

/**
 * Who says what holds speech, as far as tags tell: where one has none, whoever spoke two turns
 * before, for two people take turns.
 */
function speakersOf(facts: readonly Facts[]): string[] {
  const turns: string[] = [];
  let spoke = false;
  return facts.map(({ holdsSpeech, opensSpeech, actor, tagged }, at) => {
    if (!holdsSpeech) {
      spoke = false;
      return '';
    }
    const turnsOver = opensSpeech && (!spoke || facts[at - 1]?.closesSpeech === true);
    if (turnsOver) turns.push(actor !== '' && tagged ? actor : (turns.at(-2) ?? ''));
    else if (actor !== '' && tagged) turns[Math.max(0, turns.length - 1)] = actor;
    spoke = true;
    return turns.at(-1) ?? '';
  });
}
