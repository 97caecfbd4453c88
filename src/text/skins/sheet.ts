// Rules and declarations of a skin, in their order. What is wrong is told, and reading goes on
// behind it, so that a writer hears of everything at once.
import type { SkinProblems } from './problem.ts';
import { properties, wholeTextProperties } from './properties.ts';
import { readSelectors, type Selector } from './selectors.ts';
import { type Token, tokensOf } from './tokens.ts';
import { readValue } from './values.ts';

/** One rule, written anew: `#workskin p` and `color: red`. */
export type SkinRule = {
  readonly selectors: readonly string[];
  readonly declarations: readonly string[];
};
/** Rules that hold always, or on screens of a kind. */
export type SkinBlock = { readonly media: string | null; readonly rules: readonly SkinRule[] };

/** Each selector is asked of every element of a page. */
const selectorsMost = 1_000;

/** The blocks of a sheet; with any problem they are not to be used. */
export function readSheet(source: string, problems: SkinProblems): SkinBlock[] {
  const tokens = tokensOf(source, problems);
  return tokens === null ? [] : new SheetReader(source, tokens, problems).read();
}

class SheetReader {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  readonly #problems: SkinProblems;
  #at = 0;
  #selectors = 0;
  constructor(source: string, tokens: readonly Token[], problems: SkinProblems) {
    this.#source = source;
    this.#tokens = tokens;
    this.#problems = problems;
  }

  read(): SkinBlock[] {
    const blocks: SkinBlock[] = [];
    while (this.#at < this.#tokens.length && !this.#problems.isFull) {
      const token = this.#tokens[this.#at] as Token;
      if (token.kind === 'at') {
        const block = this.#media(token);
        if (block !== null) blocks.push(block);
        continue;
      }
      const rule = this.#rule();
      if (rule !== null) blocks.push({ media: null, rules: [rule] });
    }
    return blocks.filter(({ rules }) => rules.length > 0);
  }

  #media(at: Token): SkinBlock | null {
    this.#at += 1;
    const head = this.#upTo(['{', ';', '}']);
    if (at.text.toLowerCase() !== '@media' || !this.#isSign('{')) {
      this.#problems.add('at-rule', at.at, at.text);
      this.#skipBlock();
      return null;
    }
    const media = readMedia(head);
    if (media === null) this.#problems.add('media', at.at, this.#written(head));
    this.#at += 1;
    const rules: SkinRule[] = [];
    while (this.#at < this.#tokens.length && !this.#isSign('}') && !this.#problems.isFull) {
      const token = this.#tokens[this.#at] as Token;
      if (token.kind === 'at') {
        this.#problems.add('at-rule', token.at, token.text);
        this.#at += 1;
        this.#upTo(['{', ';', '}']);
        this.#skipBlock();
        continue;
      }
      const rule = this.#rule();
      if (rule !== null) rules.push(rule);
    }
    if (!this.#isSign('}')) this.#problems.add('unclosed', at.at, at.text);
    this.#at += 1;
    return { media, rules };
  }

  #rule(): SkinRule | null {
    const first = this.#tokens[this.#at] as Token;
    const head = this.#upTo(['{', ';', '}']);
    if (!this.#isSign('{')) {
      this.#problems.add('selector', first.at, this.#written(head) || first.text);
      this.#at += 1;
      return null;
    }
    this.#at += 1;
    const selectors = readSelectors(
      head.length === 0 ? [first] : head,
      this.#source,
      this.#problems,
    );
    this.#selectors += selectors?.length ?? 0;
    if (this.#selectors > selectorsMost) {
      this.#problems.add('too-many-rules', first.at, String(selectorsMost));
      this.#at = this.#tokens.length;
      return null;
    }
    const declarations = this.#declarations(selectors ?? []);
    if (!this.#isSign('}')) this.#problems.add('unclosed', first.at, this.#written(head));
    this.#at += 1;
    if (selectors === null || declarations.length === 0) return null;
    return { selectors: selectors.map(({ css }) => css), declarations };
  }

  #declarations(selectors: readonly Selector[]): string[] {
    const isWhole = selectors.some((selector) => selector.isWhole);
    const declarations: string[] = [];
    while (this.#at < this.#tokens.length && !this.#isSign('}') && !this.#problems.isFull) {
      const parts = this.#upTo([';', '}']);
      if (this.#isSign(';')) this.#at += 1;
      if (parts.length === 0) continue;
      const declaration = this.#declaration(parts, isWhole);
      if (declaration !== null) declarations.push(declaration);
    }
    return declarations;
  }

  #declaration(parts: readonly Token[], isWhole: boolean): string | null {
    const [name, colon, ...rest] = parts as [Token, ...Token[]];
    const property = name.text.toLowerCase();
    const refuse = (reason: Parameters<SkinProblems['add']>[0], what: string): null => {
      this.#problems.add(reason, name.at, what);
      return null;
    };
    if (name.kind === 'word' && name.text.startsWith('--')) {
      return refuse('custom-property', name.text);
    }
    if (name.kind !== 'word' || colon?.kind !== 'sign' || colon.text !== ':') {
      return refuse('declaration', this.#written(parts));
    }
    if (!properties.has(property)) return refuse('property', property);
    if (isWhole && !wholeTextProperties.has(property)) return refuse('whole-text', property);
    const [bang, important] = rest.slice(-2);
    const isBang = bang?.kind === 'sign' && bang.text === '!';
    const isImportant =
      isBang && important?.kind === 'word' && important.text.toLowerCase() === 'important';
    const told = this.#problems.found.length;
    const value = readValue(property, isImportant ? rest.slice(0, -2) : rest, this.#problems);
    if (value === null) {
      const isTold = this.#problems.found.length > told;
      return isTold ? null : refuse('value', this.#written(parts));
    }
    return `${property}: ${value}${isImportant ? ' !important' : ''}`;
  }

  /** Tokens up to one of these signs outside brackets; it is the next. */
  #upTo(signs: readonly string[]): Token[] {
    const taken: Token[] = [];
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at += 1) {
      const token = this.#tokens[this.#at] as Token;
      const isSign = token.kind === 'sign';
      if (isSign && token.text === '}') break;
      if (isSign && depth <= 0 && signs.includes(token.text)) break;
      if (token.kind === 'function' || (isSign && /[([]/.test(token.text))) depth += 1;
      if (isSign && /[)\]]/.test(token.text)) depth -= 1;
      taken.push(token);
    }
    return taken;
  }

  /** Past the block that begins here, or the sign that ends a line. */
  #skipBlock(): void {
    let depth = 0;
    do {
      if (this.#isSign('{')) depth += 1;
      if (this.#isSign('}')) depth -= 1;
      this.#at += 1;
    } while (depth > 0 && this.#at < this.#tokens.length);
  }

  #isSign(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'sign' && token.text === text;
  }

  #written(tokens: readonly Token[]): string {
    const [first] = tokens;
    return first === undefined ? '' : this.#source.slice(first.at, tokens.at(-1)?.end);
  }
}

/** `screen and (max-width: 40em), print`: where alone the rules hold. */
function readMedia(tokens: readonly Token[]): string | null {
  const typed = tokens.map(({ kind, text }) => (kind === 'word' ? ` ${text}` : text)).join('');
  const queries = typed.toLowerCase().split(',').map(readQuery);
  const known = queries.filter((query) => query !== null);
  return known.length === queries.length && known.length <= 5 ? known.join(', ') : null;
}

const conditions: readonly RegExp[] = [
  /^screen$/,
  /^print$/,
  /^all$/,
  /^\((?:min|max)-width:\d{1,4}(?:\.\d{1,3})?(?:px|em|rem)\)$/,
  /^\(prefers-color-scheme:(?:dark|light)\)$/,
  /^\(prefers-contrast:(?:more|less)\)$/,
];

function readQuery(typed: string): string | null {
  const parts = typed.split(/ and(?= |\()/).map((part) => part.replace(/\s/g, ''));
  const isKnown = parts.every(
    (part, at) => conditions.some((one) => one.test(part)) && (at === 0 || part.startsWith('(')),
  );
  return isKnown ? parts.map((part) => part.replace(':', ': ')).join(' and ') : null;
}
