// What a rule says of a text.
import type { Line } from './words.ts';

/** The kinds of slips; the reason in words is the caller's. */
export const checkRules = [
  'doubled',
  'missing',
  'stop',
  'homophone',
  'form',
  'dialogue',
  'speaker',
  'repeated',
  'tense',
  'together',
] as const;
/** One of `checkRules`. */
export type CheckRule = (typeof checkRules)[number];

/** A place in a paragraph that a rule points at. */
export type Slip = {
  readonly rule: CheckRule;
  /** Which of the rule's reasons it is. */
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** What may have been meant, where the rule knows. */
  readonly meant?: string;
};

/** Looks at one paragraph after the other; a rule that needs more keeps it to itself. */
export type Rule = (line: Line, at: number) => readonly Slip[];
