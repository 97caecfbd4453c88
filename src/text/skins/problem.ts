// Why a skin is refused, and where: words for people are made of it by whoever shows it.

export type SkinReason =
  /** More characters, or more rules, than a skin may have. */
  | 'too-long'
  | 'too-many-rules'
  /** Something that was opened is not closed where it must be. */
  | 'unclosed'
  /** A sign that means nothing here. */
  | 'sign'
  | 'escape'
  | 'at-rule'
  | 'media'
  | 'selector'
  /** It would reach what stands beside or around the text. */
  | 'outside'
  | 'id'
  | 'class'
  | 'element'
  | 'attribute'
  | 'pseudo'
  /** No `name: value`. */
  | 'declaration'
  | 'custom-property'
  | 'property'
  /** The text as a whole cannot have this property; what stands in it can. */
  | 'whole-text'
  | 'position'
  | 'function'
  | 'word'
  | 'string'
  | 'unit'
  | 'number'
  | 'colour'
  | 'value';

/** `what`: the piece of the sheet that is meant, cut to what a line can show. */
export type SkinProblem = {
  readonly line: number;
  readonly reason: SkinReason;
  readonly what: string;
};

/** More would not be read. */
const problemsMost = 20;
const longestWhat = 60;

/** What is wrong with one sheet, in the order in which it was found. */
export class SkinProblems {
  readonly #source: string;
  readonly #found: SkinProblem[] = [];
  constructor(source: string) {
    this.#source = source;
  }
  get found(): readonly SkinProblem[] {
    return this.#found;
  }
  get isFull(): boolean {
    return this.#found.length >= problemsMost;
  }
  add(reason: SkinReason, at: number, what: string): void {
    if (this.isFull) return;
    const line = this.#source.slice(0, at).split('\n').length;
    this.#found.push({ line, reason, what: [...what.trim()].slice(0, longestWhat).join('') });
  }
}
