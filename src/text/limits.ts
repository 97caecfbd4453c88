// How large a piece of markup may be, in the source and in what is made of it.

/** Elements in one text; a 500,000-character novel chapter has about 10,000. */
export const mostElements = 100_000;
/** Elements in a whole page or book that holds many texts; some 70 MB of memory. */
export const mostElementsOfPage = 200_000;
/** How deep elements may stand in each other. */
export const mostDepth = 256;
/** The tree may hold one element for so many characters of source ... */
export const charactersPerElement = 4;
/** ... and so many besides, so that a short text is never refused. */
export const spareElements = 1_000;
/** Cleaned markup may be so many times as long as its source: `a` and two newlines makes 3. */
export const mostGrowth = 10;
/** ... and so many characters besides. */
export const spareGrowth = 10_000;

export type MarkupProblem = 'too-many-elements' | 'too-deep' | 'too-long';

/** Thrown inside the library where a bound is met; `cleanText` turns it into an answer. */
export class MarkupRefused extends Error {
  readonly problem: MarkupProblem;

  constructor(problem: MarkupProblem) {
    super(problem);
    this.name = 'MarkupRefused';
    this.problem = problem;
  }
}
