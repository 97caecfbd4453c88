// Splits TypeScript into code, comments, strings, templates and regular expressions, closely enough
// for the policy tests. It keeps every offset and line, so that what is found can be pointed at.

/** A string or template as written, without its quotes; a hole of a template is `hole`. */
export type Literal = {
  readonly at: number;
  readonly quote: string;
  /** The identifier before a template, as `html`; else ''. */
  readonly tag: string;
  readonly text: string;
};

export type Scan = {
  /** The source with comments and the contents of literals turned into blanks. */
  readonly code: string;
  /** The source with comments turned into blanks. */
  readonly uncommented: string;
  readonly literals: readonly Literal[];
};

/** Stands where a template has `${...}`. */
export const hole = '\u0000';

type Frame = { readonly at: number; readonly tag: string; text: string; depth: number };

// A slash after one of these divides; elsewhere it opens a regular expression.
const endsValue = /[\w$)\]}'"`]$/;
const keywordBeforeValue =
  /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|new|await|else|do)$/;

/** Scans a source file. Never throws: what it cannot follow it takes for code. */
export function scan(source: string): Scan {
  return new Scanner(source).run();
}

class Scanner {
  readonly #source: string;
  readonly #code: string[];
  readonly #uncommented: string[];
  readonly #literals: Literal[] = [];
  readonly #templates: Frame[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#code = source.split('');
    this.#uncommented = source.split('');
  }

  run(): Scan {
    while (this.#at < this.#source.length) this.#step();
    return {
      code: this.#code.join(''),
      uncommented: this.#uncommented.join(''),
      literals: this.#literals,
    };
  }

  #step(): void {
    const here = this.#source[this.#at] ?? '';
    const two = this.#source.slice(this.#at, this.#at + 2);
    const template = this.#templates.at(-1);
    if (two === '//' || (two === '#!' && this.#at === 0)) this.#comment(this.#end('\n', 0));
    else if (two === '/*') this.#comment(this.#end('*/', 2));
    else if (here === "'" || here === '"') this.#string(here);
    else if (here === '`') this.#openTemplate();
    else if (here === '/' && !this.#followsValue()) this.#regularExpression();
    else if (here === '}' && template?.depth === 0) this.#templateText(template);
    else {
      if (template !== undefined) template.depth += here === '{' ? 1 : here === '}' ? -1 : 0;
      this.#at += 1;
    }
  }

  #comment(end: number): void {
    this.#blank(this.#code, this.#at, end);
    this.#blank(this.#uncommented, this.#at, end);
    this.#at = end;
  }

  #string(quote: string): void {
    const start = this.#at + 1;
    let end = start;
    while (end < this.#source.length && this.#source[end] !== quote && this.#source[end] !== '\n') {
      end += this.#source[end] === '\\' ? 2 : 1;
    }
    this.#literals.push({ at: start, quote, tag: '', text: this.#source.slice(start, end) });
    this.#blank(this.#code, start, end);
    this.#at = end + 1;
  }

  #openTemplate(): void {
    const tag = /[\w$]+$/.exec(this.#source.slice(Math.max(0, this.#at - 40), this.#at))?.[0] ?? '';
    const frame = { at: this.#at + 1, tag, text: '', depth: 0 };
    this.#templates.push(frame);
    this.#templateText(frame);
  }

  // From a backtick or from the brace that ends a hole, to the next hole or to the end.
  #templateText(frame: Frame): void {
    const start = this.#at + 1;
    let end = start;
    while (end < this.#source.length && this.#source[end] !== '`') {
      if (this.#source.startsWith('${', end)) break;
      end += this.#source[end] === '\\' ? 2 : 1;
    }
    frame.text += this.#source.slice(start, end);
    this.#blank(this.#code, start, end);
    if (this.#source[end] === '$') {
      frame.text += hole;
      this.#at = end + 2;
      return;
    }
    this.#templates.pop();
    this.#literals.push({ at: frame.at, quote: '`', tag: frame.tag, text: frame.text });
    this.#at = end + 1;
  }

  #regularExpression(): void {
    let end = this.#at + 1;
    let inClass = false;
    while (end < this.#source.length && this.#source[end] !== '\n') {
      const here = this.#source[end];
      if (here === '/' && !inClass) break;
      if (here === '[') inClass = true;
      if (here === ']') inClass = false;
      end += here === '\\' ? 2 : 1;
    }
    this.#blank(this.#code, this.#at + 1, end);
    this.#at = end + 1;
  }

  #followsValue(): boolean {
    const before = this.#code
      .slice(Math.max(0, this.#at - 200), this.#at)
      .join('')
      .trimEnd();
    return endsValue.test(before) && !keywordBeforeValue.test(before);
  }

  #end(mark: string, extra: number): number {
    const found = this.#source.indexOf(mark, this.#at + extra);
    return found === -1 ? this.#source.length : found + extra;
  }

  #blank(target: string[], start: number, end: number): void {
    for (let at = start; at < end && at < target.length; at += 1) {
      if (target[at] !== '\n') target[at] = ' ';
    }
  }
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
