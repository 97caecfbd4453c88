// Where the paragraphs of a text without breaks ended, and how sure that is.
import { Surroundings } from './features.ts';
import { type Fitted, type Numbers, readFitted } from './fitted.ts';
import { type Weights, weighSigns } from './openings.ts';
import { type Facts, factsOf, namesOf } from './sentence-facts.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Marks, marksOf } from './speech.ts';
import { seenToday, todayOf } from './today.ts';
import { sumOf } from './trees.ts';

/** The end of a sentence, and the chance that a paragraph ended there. */
export type PossibleBreak = {
  /** After the last mark of the sentence before it. */
  readonly at: number;
  /** Where the next sentence begins. */
  readonly next: number;
  /** From 0 to 1. */
  readonly chance: number;
};

/**
 * The ends of all sentences but the last of a text without line breaks that matter, in order, each
 * with its chance. Time grows with the length of the text, whatever it holds.
 */
export function possibleBreaks(text: string, fitted: Fitted = readFitted()): PossibleBreak[] {
  const { sentences, around } = surroundingsOf(text, marksOf(text), fitted.weights);
  const script = scriptOf(around.facts);
  const today = todayOf(text, around.facts);
  const pace = (1 - today) * paceOf(around.facts);
  const seen = sentences.slice(0, -1).map((_, at) => around.around(at));
  const told = seen.map((row) => sumOf(fitted.trees, row));
  const added = today === 0 ? null : addedToday(fitted.today, around, seen, told);
  const sums = told.map((sum, at) => {
    const opener = text[sentences[at + 1]?.from ?? 0] ?? '';
    const bracket = opener === '[' || opener === '|' ? bracketed : 0;
    const tag = isTag(around.facts[at], around.facts[at + 1]) ? tagging : 0;
    return pace + bracket + tag + sum + (added === null ? 0 : today * added(at));
  });
  const spaces = spacing(sentences, sums);
  return sums.map((sum, at) => {
    const chance = script(at) ?? chanceOf(sum + spaces(at));
    return { at: sentences[at]?.end ?? 0, next: sentences[at + 1]?.from ?? text.length, chance };
  });
}

/** What prose of our day adds at each place to what the novels told. */
function addedToday(
  { weights, trees }: Numbers,
  around: Surroundings,
  seen: readonly (readonly number[])[],
  told: readonly number[],
): (at: number) => number {
  const words = seen.map((_, at) => weighSigns(around.signs(at), weights));
  return (at) => sumOf(trees, seenToday(seen, told, words, at));
}

function chanceOf(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** The sentences of a text and what is known of each place between two of them. */
export function surroundingsOf(
  text: string,
  marks: Marks,
  weights: Weights,
): { sentences: Sentence[]; around: Surroundings } {
  const sentences = sentencesOf(text, marks);
  const names = namesOf(text, sentences);
  const facts = sentences.map((sentence) => factsOf(text, sentence, names));
  const continues = sentences.map(({ leavesSpeech }) => leavesSpeech);
  return { sentences, around: new Surroundings(facts, continues, weights) };
}

// What lies outside the sentences speaks too, in logits: a square bracket begins a direction or a
// message; who asked stands beside the question, though a sentence begins there.
const bracketed = 2.5;
const tagging = -2;

function isTag(said: Facts | undefined, tag: Facts | undefined): boolean {
  if (said === undefined || tag === undefined || !said.closesSpeech) return false;
  return (said.spokenStop === 1 || said.spokenStop === 2) && tag.tagAhead === 1;
}

// Lines that were joined with two spaces or with none show it: such spaces stand where breaks are
// likely anyway, so many times oftener. A writer's own habit stands anywhere.
const oftener = 1.5;
const there = 4;
const elsewhere = -2.5;
const leastTimes = 3;

function spacing(sentences: readonly Sentence[], sums: readonly number[]) {
  const widths = sums.map((_, at) => (sentences[at + 1]?.from ?? 0) - (sentences[at]?.end ?? 0));
  const tells = (isSuch: (width: number) => boolean) => {
    const such = sums.filter((_, at) => isSuch(widths[at] ?? 1));
    const others = sums.filter((_, at) => !isSuch(widths[at] ?? 1));
    if (such.length < leastTimes || others.length < leastTimes) return false;
    return meanChance(such) > oftener * meanChance(others);
  };
  const isWide = (width: number) => width > 1;
  const isNone = (width: number) => width === 0;
  const isLineBreak = tells(isWide) ? isWide : tells(isNone) ? isNone : null;
  return (at: number) =>
    isLineBreak === null ? 0 : isLineBreak(widths[at] ?? 1) ? there : elsewhere;
}

function meanChance(sums: readonly number[]): number {
  return sums.reduce((total, sum) => total + chanceOf(sum), 0) / sums.length;
}

// Whoever writes short sentences writes short paragraphs. The books that the numbers were fitted to
// have some 15 words a sentence, prose of our day 7 to 11. Where a text shows that it is of our
// day, the numbers that such prose gave say it better.
const usualWords = 14.1;
const perWord = 0.18;

function paceOf(facts: readonly Facts[]): number {
  const words = facts.reduce((sum, fact) => sum + fact.words, 0) / Math.max(1, facts.length);
  return Math.max(-0.15, Math.min(0.75, (usualWords - words) * perWord));
}

/** A script names who speaks before each speech: `Knight. The spell!` */
function scriptOf(facts: readonly Facts[]): (at: number) => number | null {
  const times = new Map<string, number>();
  const cue = ({ words, stop, names }: Facts) =>
    words === 1 && (stop === 0 || stop === 5) ? (names[0] ?? '') : '';
  for (const fact of facts) {
    const name = cue(fact);
    if (name !== '') times.set(name, (times.get(name) ?? 0) + 1);
  }
  const speaks = (at: number) => {
    const fact = facts[at];
    return fact !== undefined && (times.get(cue(fact)) ?? 0) > 2;
  };
  return (at) => (speaks(at) ? 0.02 : speaks(at + 1) ? 0.95 : null);
}
