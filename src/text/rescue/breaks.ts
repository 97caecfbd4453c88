// Where the paragraphs of a text without breaks ended, and how sure that is.
import { Surroundings } from './features.ts';
import { type Fitted, readFitted } from './fitted.ts';
import type { Weights } from './openings.ts';
import { type Facts, factsOf, namesOf } from './sentence-facts.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Marks, marksOf } from './speech.ts';
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
  const spaces = spacing(text, sentences);
  const script = scriptOf(around.facts);
  const pace = paceOf(around.facts);
  return sentences.slice(0, -1).map((sentence, at) => {
    const next = sentences[at + 1]?.from ?? text.length;
    const sum = pace + sumOf(fitted.trees, around.around(at)) + spaces(sentence, next);
    const opener = text[next] === '[' || text[next] === '|' ? bracketed : 0;
    return { at: sentence.end, next, chance: script(at) ?? 1 / (1 + Math.exp(-sum - opener)) };
  });
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
// message; where most sentences are parted by one space, none or two are what a line break left.
const bracketed = 2.5;
const unlike = 4;
const rareShare = 0.45;

function spacing(text: string, sentences: readonly Sentence[]) {
  const widths = sentences
    .slice(0, -1)
    .map(({ end }, at) => (sentences[at + 1]?.from ?? end) - end);
  const rare = (width: (size: number) => boolean) => {
    const times = widths.filter(width).length;
    return times > 0 && times < rareShare * widths.length;
  };
  const rarelyWide = rare((size) => size > 1);
  const rarelyNone = rare((size) => size === 0) && !/[。！？]/u.test(text.slice(0, 2_000));
  return ({ end }: Sentence, next: number) => {
    if (next - end > 1) return rarelyWide ? unlike : 0;
    return next === end && rarelyNone ? unlike : 0;
  };
}

// Whoever writes short sentences writes short paragraphs. The books that the numbers were fitted to
// have some 15 words a sentence, prose of our day 7 to 11.
const usualWords = 14.1;
const perWord = 0.14;

function paceOf(facts: readonly Facts[]): number {
  const words = facts.reduce((sum, fact) => sum + fact.words, 0) / Math.max(1, facts.length);
  return Math.max(-0.15, Math.min(0.6, (usualWords - words) * perWord));
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
