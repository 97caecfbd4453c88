// What full text is asked for, one thing at a time, and what it answers: a set of works that joins
// the engine's plan. Words parsed from a question become leaves; the plan puts them together.
import type { Viewer } from '../../../shared/viewer.ts';

/** `any`: title, summary, notes or text. Tags' and creators' names are not among its fields. */
export type TextField = 'any' | 'title' | 'summary' | 'notes' | 'text';

export type TextLeaf = {
  readonly kind: 'text';
  readonly field: TextField;
  /** As typed. Several words without `phrase`: all of them, each anywhere in the field. */
  readonly words: string;
  /** The very words side by side, without stemming. */
  readonly phrase: boolean;
  /** The last word may go on. */
  readonly prefix: boolean;
};

export type TextHits = {
  /** Works that the viewer may find by text, each once. Words without a term find none. */
  readonly ids: Float64Array;
  /**
   * Greater is better: for each word above 3 in a title, from 1 to 2 in a summary, below 1 in notes
   * and text. Works without one are hits that were too many to rank.
   */
  readonly scores: ReadonlyMap<number, number>;
};

/** What a tag with the word adds: less than a title, more than a summary. */
export const tagScore = 2;

export type SearchText = (
  leaf: TextLeaf,
  viewer: Viewer,
  /** `ranked: false` leaves the scores out, for lists in another order. */
  wishes?: { readonly ranked?: boolean },
) => Promise<TextHits>;
