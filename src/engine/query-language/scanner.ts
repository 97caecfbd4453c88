// A place in a text that moves on. Every pattern is sticky and looks a bounded way ahead, or takes
// what it has looked at, so that reading is linear; `steps` counts it.

// The longest that a pattern looks at in vain.
const lookedAtInVain = 48;

/** Reads one text from its beginning to its end. */
export class Scanner {
  readonly text: string;
  at = 0;
  /** Code units looked at, an upper bound: what a test holds against the length of the text. */
  steps = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  /** What the pattern finds here; moves past it. */
  take(pattern: RegExp): RegExpExecArray | null {
    const found = this.look(pattern);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  /** What the pattern finds here; stays. */
  look(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.steps += lookedAtInVain + (found?.[0].length ?? 0);
    return found;
  }

  skipSpace(): void {
    this.take(space);
  }
}

const space = /\s*/y;

/** Signs that end a word. */
export const ends = '\\s()（）"“”„‟＂|｜';
/** Nothing of a word comes next. */
export const boundary = `(?=[${ends},，、]|$)`;
/** Holds no word; pictures such as hearts do. */
export const signsAlone = /^[\p{P}+<=>^`|~$\s]+$/u;
