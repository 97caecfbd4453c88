// Selectors of a skin. Each is led back to the text: what comes out begins with #workskin and can
// reach nothing beside it. Classes are those that writers type, which the sanitiser calls u-NAME,
// and a few of the page's own, by which title, summary and notes are known.
import type { SkinProblems, SkinReason } from './problem.ts';
import type { Token } from './tokens.ts';

/** A selector as it is kept; `isWhole`: the text itself and nothing in it. */
export type Selector = { readonly css: string; readonly isWhole: boolean };

/** The text of a work on its page and in files. */
export const skinRoot = '#workskin';

/** What the page itself calls these parts, in the text's own box. */
const placeClasses: ReadonlySet<string> = new Set(
  'preface title heading byline chapter summary notes end module userstuff landmark'.split(' '),
);
const outsideElements: ReadonlySet<string> = new Set(
  `html head body main header footer nav aside form fieldset input button select textarea label
  script style link iframe object embed svg`.split(/\s+/),
);
const states: ReadonlySet<string> = new Set(
  `first-child last-child only-child first-of-type last-of-type only-of-type empty hover focus
  focus-within focus-visible active link visited target`.split(/\s+/),
);
const counted: ReadonlySet<string> = new Set(
  'nth-child nth-last-child nth-of-type nth-last-of-type'.split(' '),
);
const pieces: ReadonlySet<string> = new Set(
  'before after first-letter first-line marker'.split(' '),
);

/** Words and signs of one selector: longer ones are no writer's. */
const tokensMost = 80;

class Refusal extends Error {
  readonly reason: SkinReason;
  readonly token: Token | undefined;
  constructor(reason: SkinReason, token: Token | undefined) {
    super(reason);
    this.reason = reason;
    this.token = token;
  }
}

/** The selectors of one rule, whose tokens are given; null if one of them is refused. */
export function readSelectors(
  tokens: readonly Token[],
  source: string,
  problems: SkinProblems,
): Selector[] | null {
  const selectors: Selector[] = [];
  let isWrong = false;
  for (const part of splitAtCommas(tokens)) {
    const first = part[0] ?? tokens[0];
    try {
      selectors.push(readSelector(part, source));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { reason, token = first } = error;
      const end = part.at(-1)?.end ?? token?.end;
      problems.add(reason, token?.at ?? 0, source.slice(token?.at, end));
      isWrong = true;
    }
  }
  return isWrong ? null : selectors;
}

function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'function' || token.text === '(') depth += 1;
    if (token.kind === 'sign' && token.text === ')') depth -= 1;
    const isBetween = token.kind === 'sign' && token.text === ',' && depth === 0;
    if (isBetween) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function readSelector(tokens: readonly Token[], source: string): Selector {
  const [first] = tokens;
  if (first === undefined || tokens.length > tokensMost) throw new Refusal('selector', first);
  const isRooted = first.kind === 'hash' && first.text === skinRoot;
  if (isRooted && tokens.length === 1) return { css: skinRoot, isWhole: true };
  const reader = new SelectorReader(isRooted ? tokens.slice(1) : tokens, source);
  return { css: reader.read(isRooted), isWhole: false };
}

class SelectorReader {
  readonly #tokens: readonly Token[];
  readonly #source: string;
  #at = 0;
  constructor(tokens: readonly Token[], source: string) {
    this.#tokens = tokens;
    this.#source = source;
  }

  read(isRooted: boolean): string {
    let css: string = skinRoot;
    if (isRooted) {
      const combinator = this.#combinator();
      if (combinator === '+' || combinator === '~') throw new Refusal('outside', this.#tokens[0]);
      if (combinator === null) throw new Refusal('selector', this.#tokens[0]);
      css += combinator === ' ' ? ' ' : ' > ';
    } else {
      css += ' ';
    }
    css += this.#compound(true);
    while (this.#at < this.#tokens.length) {
      const combinator = this.#combinator();
      if (combinator === null) throw new Refusal('selector', this.#tokens[this.#at]);
      css += combinator === ' ' ? ' ' : ` ${combinator} `;
      css += this.#compound(true);
    }
    return css;
  }

  #combinator(): ' ' | '>' | '+' | '~' | null {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'sign' && /^[>+~]$/.test(token.text)) {
      this.#at += 1;
      return token.text as '>' | '+' | '~';
    }
    return token?.apart ? ' ' : null;
  }

  /** One element with what is asked of it. */
  #compound(isOuter: boolean): string {
    let css = '';
    const first = this.#tokens[this.#at];
    if (first === undefined) throw new Refusal('selector', this.#tokens.at(-1));
    if (first.kind === 'word') {
      css += elementName(first);
      this.#at += 1;
    } else if (first.kind === 'sign' && first.text === '*') {
      css += '*';
      this.#at += 1;
    }
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || (token.apart && css !== '')) break;
      const asked = this.#asked(token, isOuter);
      if (asked === null) break;
      css += asked;
    }
    if (css === '') throw new Refusal('selector', first);
    return css;
  }

  #asked(token: Token, isOuter: boolean): string | null {
    if (token.kind === 'hash') throw new Refusal('id', token);
    if (token.kind !== 'sign') return null;
    if (token.text === '[') throw new Refusal('attribute', token);
    if (token.text === '.') {
      const name = this.#next('class');
      if (name.kind !== 'word') throw new Refusal('class', name);
      this.#at += 2;
      return `.${className(name)}`;
    }
    return token.text === ':' ? this.#pseudo(isOuter) : null;
  }

  #pseudo(isOuter: boolean): string {
    const isDouble = this.#isSign(this.#at + 1, ':');
    const nameAt = this.#at + (isDouble ? 2 : 1);
    const token = this.#tokens[nameAt];
    if (token === undefined || token.apart) throw new Refusal('pseudo', this.#tokens[this.#at]);
    const name = token.text.toLowerCase();
    if (token.kind === 'function' && !isDouble) {
      this.#at = nameAt + 1;
      return this.#asking(name, token, isOuter);
    }
    if (token.kind !== 'word') throw new Refusal('pseudo', token);
    this.#at = nameAt + 1;
    if (!isDouble && states.has(name)) return `:${name}`;
    // The old way to write them has one colon. Nothing may follow one.
    const isLast = isOuter && this.#at === this.#tokens.length;
    if (pieces.has(name) && isLast) return `::${name}`;
    throw new Refusal('pseudo', token);
  }

  #asking(name: string, token: Token, isOuter: boolean): string {
    if (counted.has(name)) {
      const close = this.#closing(token);
      const typed = this.#source.slice(token.end, close.at).replace(/\/\*.*?\*\//gs, ' ');
      const formula = typed
        .trim()
        .toLowerCase()
        .replace(/\s*([+-])\s*/g, '$1');
      const isFormula = /^(?:odd|even|[+-]?\d{1,4}|[+-]?\d{0,4}n(?:[+-]\d{1,4})?)$/.test(formula);
      if (!isFormula || /\d\s+\d/.test(typed)) throw new Refusal('pseudo', token);
      return `:${name}(${formula})`;
    }
    if (!isOuter || (name !== 'not' && name !== 'is')) throw new Refusal('pseudo', token);
    const asked: string[] = [];
    for (;;) {
      asked.push(this.#compound(false));
      const next = this.#tokens[this.#at];
      this.#at += 1;
      if (next?.kind === 'sign' && next.text === ')') return `:${name}(${asked.join(', ')})`;
      if (next?.kind !== 'sign' || next.text !== ',') throw new Refusal('pseudo', token);
    }
  }

  /** The bracket that closes what is open, past which it goes on. */
  #closing(opened: Token): Token {
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) throw new Refusal('unclosed', opened);
      this.#at += 1;
      if (token.kind === 'sign' && token.text === ')') return token;
    }
  }

  #next(reason: SkinReason): Token {
    const token = this.#tokens[this.#at + 1];
    if (token === undefined || token.apart) throw new Refusal(reason, this.#tokens[this.#at]);
    return token;
  }

  #isSign(at: number, text: string): boolean {
    const token = this.#tokens[at];
    return token?.kind === 'sign' && token.text === text && !token.apart;
  }
}

function elementName(token: Token): string {
  const name = token.text.toLowerCase();
  if (outsideElements.has(name)) throw new Refusal('outside', token);
  if (!/^[a-z][a-z0-9]{0,15}$/.test(name)) throw new Refusal('element', token);
  return name;
}

const longestClass = 60;

/** As the sanitiser writes the classes of a text (src/text/sanitise/attributes.ts). */
function className(token: Token): string {
  const name = token.text;
  if (placeClasses.has(name)) return name;
  const prefixed = name.startsWith('u-') ? name : `u-${name}`;
  const fits = /^[A-Za-z][\w-]+$/.test(name) && prefixed.length <= longestClass;
  if (!fits) throw new Refusal('class', token);
  return prefixed;
}
