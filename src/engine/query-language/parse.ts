// A text as a query. It never throws and takes time in proportion to the text: what is not
// understood is searched as words or left out, and a warning says which.
import type { Field, QueryFields } from './fields.ts';
import { queryCharactersMax, queryClausesMax, queryDepthMax } from './limits.ts';
import { printNode } from './print.ts';
import { boundary, ends, Scanner, signsAlone } from './scanner.ts';
import {
  allOf,
  anyOf,
  everything,
  isEverything,
  notOf,
  type QueryLeaf,
  type QueryNode,
  type QueryOrder,
  type QueryTree,
  type Span,
} from './tree.ts';
import { type Value, ValueReader } from './value-reader.ts';
import { type QueryWarning, Warnings } from './warnings.ts';

export type ParsedQuery = QueryTree & {
  readonly warnings: readonly QueryWarning[];
  /** Code units looked at, for tests: in proportion to the text. */
  readonly steps: number;
};

/** Reads a text in the language of these fields. Never throws. */
export function parseQuery(text: string, fields: QueryFields): ParsedQuery {
  const warnings = new Warnings();
  const read = withinLength(text, warnings);
  const scanner = new Scanner(read);
  const parser = new Parser(scanner, fields, warnings);
  const where = parser.query();
  return { where, order: parser.order, warnings: warnings.list, steps: scanner.steps };
}

/** What is cut off begins at a space where there is one, so that no word is cut in two. */
function withinLength(text: string, warnings: Warnings): string {
  if (text.length <= queryCharactersMax) return text;
  const cut = text.slice(0, queryCharactersMax);
  const whole = cut.lastIndexOf(' ');
  const read = whole > queryCharactersMax - 200 ? cut.slice(0, whole) : cut;
  warnings.add('tooLong', { start: read.length, end: text.length });
  return read;
}

const or = new RegExp(`OR${boundary}|[|｜]{1,9}`, 'y');
const and = new RegExp(`AND${boundary}|&&${boundary}`, 'y');
const not = new RegExp(`NOT${boundary}`, 'y');
const closing = /[)）]/y;
const opening = /[(（]/y;
const atom = new RegExp(`[^${ends}]+`, 'uy');
const minus = /[-−－–!+](?=\S)/y;
const ordering = /([\p{L}_]{1,40})\s{1,5}by\s{0,5}[:：]/uy;
const naming = /([\p{L}_][\p{L}\p{N}_.]{0,39})(?:([:：=])|(\s{0,9})(?=[<>=≥≤]))/uy;

/** The field whose values stand in parentheses around this place. */
type Around = { readonly depth: number; readonly field: Field | null };

class Parser {
  order: QueryOrder | null = null;
  readonly #scanner: Scanner;
  readonly #fields: QueryFields;
  readonly #warnings: Warnings;
  readonly #values: ValueReader;
  #clauses = 0;
  /** Opened deeper than is read: their closing ones are passed over too. */
  #passedOver = 0;
  #signs: (Span & { readonly text: string }) | null = null;
  #isMixedSaid = false;

  constructor(scanner: Scanner, fields: QueryFields, warnings: Warnings) {
    this.#scanner = scanner;
    this.#fields = fields;
    this.#warnings = warnings;
    this.#values = new ValueReader(scanner, fields, warnings, () => this.#startsField());
  }

  query(): QueryNode {
    const where = this.#alternatives({ depth: 0, field: null }) ?? everything;
    const signs = this.#signs;
    // Signs beside words say nothing; alone they must not find everything.
    if (!isEverything(where) || signs === null || this.order !== null) return where;
    this.#warnings.add('noWord', signs);
    const words = [{ text: signs.text, phrase: true, prefix: false }];
    return { kind: 'words', field: null, of: words, start: signs.start, end: signs.end };
  }

  #alternatives(around: Around): QueryNode | null {
    const nodes: QueryNode[] = [];
    let isMixed = false;
    let joint: Span | null = null;
    for (;;) {
      const { node, isImplicit } = this.#conjunction(around);
      isMixed ||= isImplicit;
      if (node !== null) nodes.push(node);
      const found = this.#take(or);
      if (node === null && (joint !== null || found !== null)) {
        this.#warnings.add('dangling', (joint ?? found) as Span);
      }
      if (found === null) break;
      joint = found;
    }
    if (nodes.length === 0) return null;
    const node = anyOf(nodes);
    if (isMixed && nodes.length > 1 && joint !== null) this.#sayMixed(joint, node);
    return node;
  }

  #sayMixed(joint: Span, node: QueryNode): void {
    if (this.#isMixedSaid) return;
    this.#isMixedSaid = true;
    this.#warnings.add('mixed', joint, { near: printNode(node) });
  }

  #conjunction(around: Around): { node: QueryNode | null; isImplicit: boolean } {
    const nodes: QueryNode[] = [];
    let isImplicit = false;
    let joint: Span | null = null;
    for (;;) {
      this.#scanner.skipSpace();
      if (this.#scanner.isDone || this.#scanner.look(or) !== null) break;
      if (this.#scanner.look(closing) !== null) {
        if (around.depth > 0 && this.#passedOver === 0) break;
        this.#passClosing();
        continue;
      }
      const found = this.#take(and);
      if (found !== null) {
        if (nodes.length === 0 || joint !== null) this.#warnings.add('dangling', found);
        else joint = found;
        continue;
      }
      const node = this.#negated(around);
      if (node === null) continue;
      if (nodes.length > 0 && joint === null) isImplicit = true;
      joint = null;
      nodes.push(node);
    }
    if (joint !== null) this.#warnings.add('dangling', joint);
    return { node: nodes.length === 0 ? null : allOf(nodes), isImplicit };
  }

  #passClosing(): void {
    const span = this.#take(closing) as Span;
    if (this.#passedOver > 0) this.#passedOver -= 1;
    else this.#warnings.add('closing', span);
  }

  #negated(around: Around): QueryNode | null {
    let isNegative = false;
    let word: Span | null = null;
    let sign: Span | null = null;
    for (;;) {
      const found = this.#take(not);
      if (found !== null) {
        word = found;
        isNegative = !isNegative;
        this.#scanner.skipSpace();
      } else if (this.#passSigns()) {
        if (word !== null) this.#warnings.add('dangling', word);
        return null;
      } else {
        const taken = this.#take(minus);
        if (taken === null) break;
        sign = taken;
        if (this.#charAt(taken.start) !== '+') isNegative = !isNegative;
      }
    }
    const { at } = this.#scanner;
    const isOver =
      this.#scanner.isDone || [or, and, closing].some((end) => this.#scanner.look(end));
    const orderBefore = this.order;
    const node = isOver ? null : this.#primary(around);
    if (this.#scanner.at === at && word !== null) this.#warnings.add('dangling', word);
    else if (isOver && sign !== null) this.#warnings.add('looseMinus', sign);
    if (this.order !== orderBefore && this.order !== null) {
      if (isNegative || around.depth > 0) this.#warnings.add('orderInside', this.order);
    }
    if (node === null) return null;
    return isNegative ? notOf(node) : node;
  }

  /** Passes over an atom that holds no word. */
  #passSigns(): boolean {
    const found = this.#scanner.look(atom);
    if (found === null || !signsAlone.test(found[0]) || this.#scanner.look(and)) return false;
    const start = this.#scanner.at;
    const end = start + found[0].length;
    const touches = /["“”„‟＂(（]/.test(this.#charAt(end));
    if (touches && /^[-−－–!+]+$/.test(found[0])) return false;
    this.#scanner.at = end;
    const span = { start, end, text: found[0] };
    this.#signs ??= span;
    if (/^[-−－]$/.test(found[0])) this.#warnings.add('looseMinus', span);
    return true;
  }

  #primary(around: Around): QueryNode | null {
    if (this.#scanner.look(opening) !== null) return this.#group(around);
    const start = this.#scanner.at;
    if (around.field !== null) return this.#counted(this.#values.inGroup(start, around.field));
    if (this.#values.isQuote()) return this.#counted(this.#values.bare(start));
    const field = this.#fieldHere();
    return field === null ? this.#words(start) : this.#condition(field, start);
  }

  #group(around: Around): QueryNode | null {
    const span = this.#take(opening) as Span;
    if (around.depth >= queryDepthMax) {
      if (this.#passedOver === 0) this.#warnings.add('tooDeep', span);
      this.#passedOver += 1;
      return null;
    }
    const node = this.#alternatives({ ...around, depth: around.depth + 1 });
    const found = this.#take(closing);
    if (found === null && !this.#isFull) this.#warnings.add('openParenthesis', span);
    else if (node === null && found !== null) {
      this.#warnings.add('emptyQuotes', { start: span.start, end: found.end });
    }
    return node;
  }

  #words(start: number): QueryNode | null {
    const found = this.#scanner.look(naming);
    const [all = '', name = '', colon = '', gap = ''] = found ?? [];
    const next = start + all.length;
    const isAttempt = all !== '' && gap === '' && !/^[\s()（）/]?$/.test(this.#charAt(next));
    if (!isAttempt) return this.#counted(this.#values.bare(start));
    const field = { field: name, near: this.#fields.near(name) };
    if (colon === '' || !this.#values.isQuoteAt(next)) {
      const leaf = this.#values.bare(start);
      this.#warnings.add('unknownField', leaf ?? { start, end: this.#scanner.at }, field);
      return this.#counted(leaf);
    }
    // The name and its colon are a word, then comes what is quoted.
    this.#scanner.at = next;
    const of = [{ text: all, phrase: false, prefix: false }];
    const word: QueryLeaf = { kind: 'words', field: null, of, start, end: next };
    const phrase = this.#values.bare(next);
    this.#warnings.add('unknownField', { start, end: this.#scanner.at }, field);
    const both = [this.#counted(word), this.#counted(phrase)].filter((node) => node !== null);
    return both.length === 0 ? null : allOf(both);
  }

  #charAt(at: number): string {
    return this.#scanner.text.charAt(at);
  }

  /** The known field that begins here with its colon or sign; moves past name and colon. */
  #fieldHere(): Field | null {
    const by = this.#scanner.look(ordering);
    const ordered = by === null ? null : this.#fields.field(by[1] as string);
    if (by !== null && ordered?.kind === 'order') {
      this.#scanner.at += by[0].length;
      return ordered;
    }
    const found = this.#scanner.look(naming);
    const field = found === null ? null : this.#fields.field(found[1] as string);
    if (found === null || field === null) return null;
    const isCompared = found[2] === undefined;
    if (isCompared && field.kind !== 'number' && field.kind !== 'date') return null;
    this.#scanner.at += found[0].length;
    return field;
  }

  #startsField(): boolean {
    const { at } = this.#scanner;
    const field = this.#fieldHere();
    this.#scanner.at = at;
    return field !== null;
  }

  #condition(field: Field, start: number): QueryNode | null {
    const value: Value = this.#values.read(field, start);
    if (value.kind === 'order') {
      if (this.order !== null) this.#warnings.add('orderTwice', this.order);
      this.order = value.order;
      return null;
    }
    if (value.kind === 'group') {
      return this.#group({ depth: 0, field });
    }
    return value.kind === 'leaf' ? this.#counted(value.leaf) : null;
  }

  get #isFull(): boolean {
    return this.#clauses > queryClausesMax;
  }

  /** The node, while there is room; then the rest of the text is left out. */
  #counted(node: QueryNode | null): QueryNode | null {
    if (node === null) return null;
    const several = node.kind === 'words' || node.kind === 'names' ? node.of.length : 1;
    this.#clauses += several;
    if (!this.#isFull) return node;
    const start = 'start' in node ? node.start : this.#scanner.at;
    this.#warnings.add('tooMany', { start, end: this.#scanner.text.length });
    this.#scanner.at = this.#scanner.text.length;
    return null;
  }

  #take(pattern: RegExp): Span | null {
    const start = this.#scanner.at;
    const found = this.#scanner.take(pattern);
    return found === null ? null : { start, end: this.#scanner.at };
  }
}
