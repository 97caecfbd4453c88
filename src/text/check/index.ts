// Points at slips in English fiction: places and reasons, never another text. Everything here is
// made to be silent where it is not sure: a false alarm costs a writer more than a miss.
import type { TextFormat } from '../clean-text.ts';
import type { CheckRule, Slip } from './finding.ts';
import { contractions } from './rules/contractions.ts';
import { dialogue } from './rules/dialogue.ts';
import { doubled } from './rules/doubled.ts';
import { forms } from './rules/forms.ts';
import { homophones } from './rules/homophones.ts';
import { wordLeftOut } from './rules/left-out.ts';
import { missing } from './rules/missing.ts';
import { repeatedWords } from './rules/repeated.ts';
import { smallWords } from './rules/small-words.ts';
import { soundAlike } from './rules/sound-alikes.ts';
import { runTogether, whoSpeaks } from './rules/speakers.ts';
import { stops } from './rules/stops.ts';
import { tenseRule } from './rules/tense.ts';
import { type Paragraph, typedProse } from './typed-prose.ts';
import { type Line, lineOf, marksOf } from './words.ts';

export type { CheckRule } from './finding.ts';
export { checkRules } from './finding.ts';

/** Where a rule points. Places count UTF-16 units of the source as it was given. */
export type Finding = {
  readonly rule: CheckRule;
  /** Which of the rule's reasons it is: a word of the rule's own. */
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** The paragraph it is in, from 1. */
  readonly paragraph: number;
  /** The words around, without markup; `quote` is what is pointed at. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** What may have been meant, where the rule knows. */
  readonly meant?: string;
};

export type CheckedText = {
  readonly findings: readonly Finding[];
  readonly words: number;
  /** There are more: only the first `findingsMost` are given. */
  readonly cut: boolean;
};

/** A list that nobody would read to its end is cut here. */
export const findingsMost = 300;

/** Checks a text as it was typed. In time and memory by its length; never throws. */
export function checkText(source: string, format: TextFormat): CheckedText {
  const paragraphs = typedProse(source, format);
  const marks = marksOf(paragraphs.map(({ text }) => text));
  const lines = paragraphs.map(({ text }) => lineOf(text, marks));
  const slips = slipsOf(paragraphs, lines);
  const findings = slips
    .slice(0, findingsMost)
    .map(({ slip, at }) => findingOf(slip, paragraphs[at]!, at));
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  return { findings, words, cut: slips.length > findingsMost };
}

function slipsOf(paragraphs: readonly Paragraph[], lines: readonly Line[]) {
  const isProse = (_: Line, at: number) => paragraphs[at]!.kind === 'prose';
  const prose = lines.filter(isProse);
  const tense = tenseRule(prose);
  const bare = whoSpeaks();
  const repeated = repeatedWords(prose);
  const rules = [
    doubled,
    homophones,
    contractions,
    soundAlike,
    forms,
    missing,
    smallWords,
    wordLeftOut,
    stops(prose),
    repeated,
  ];
  return lines.flatMap((line, at) => {
    const run = bare(line, at);
    if (!isProse(line, at)) return [];
    const slips = rules.flatMap((rule) => rule(line, at));
    slips.push(...dialogue(line, lines[at + 1]), ...run);
    slips.push(...runTogether(line), ...tense(line));
    slips.sort((one, other) => one.start - other.start || one.end - other.end);
    // Two rules may mean the same slip.
    return slips
      .filter(({ start }, place) => place === 0 || slips[place - 1]!.end <= start)
      .map((slip) => ({ slip, at }));
  });
}

const contextCharacters = 48;

function findingOf(slip: Slip, { text, placeOf }: Paragraph, at: number): Finding {
  const { rule, reason, start, end, meant } = slip;
  const earlier = text.slice(Math.max(0, start - contextCharacters), start);
  const later = text.slice(end, end + contextCharacters);
  return {
    rule,
    reason,
    start: placeOf(start),
    end: placeOf(end - 1) + 1,
    paragraph: at + 1,
    before: start > contextCharacters ? earlier.replace(/^\S*\s/, '') : earlier,
    quote: text.slice(start, end),
    after: end + contextCharacters < text.length ? later.replace(/\s\S*$/, '') : later,
    ...(meant === undefined ? {} : { meant }),
  };
}
