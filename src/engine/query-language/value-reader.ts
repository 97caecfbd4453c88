// What stands behind a field's name, and words that stand alone.
import type { Field, QueryFields } from './fields.ts';
import { boundary, ends, type Scanner, signsAlone } from './scanner.ts';
import type { QueryLeaf, QueryName, QueryOrder, QueryWords, Span } from './tree.ts';
import { takeAge, takeDays, takeNumbers } from './values.ts';
import type { QueryWarningCode, Warnings } from './warnings.ts';

/** `group`: values in parentheses come next. `none`: left out, and said. */
export type Value =
  | { readonly kind: 'leaf'; readonly leaf: QueryLeaf }
  | { readonly kind: 'order'; readonly order: QueryOrder }
  | { readonly kind: 'group' }
  | { readonly kind: 'none' };

const none: Value = { kind: 'none' };

const word = new RegExp(`[^${ends}]+`, 'uy');
const listed = new RegExp(`[^${ends},，、]+`, 'uy');
const comma = /[,，、]/y;
const star = /\*/y;
const opening = /[(（]/y;
const plainQuote = /"([^"\\]*(?:\\.[^"\\]*)*)"/sy;
const curlyQuote = /[“”„‟＂]([^"“”„‟＂]*)["“”„‟＂]/y;
const mixedQuote = /"([^“”„‟＂]*)[“”„‟＂]/y;
const joining = new RegExp(`(?:AND|OR|NOT)${boundary}|[-−－–](?=\\S)|&&`, 'y');
const orders = new RegExp(
  '([-−<>＜＞+])?([\\p{L}_]{1,40})(?:[(（](\\d{1,10})[)）])?' +
    '(?:\\s{1,5}(asc|desc)(?:ending)?(?![\\p{L}\\p{N}_]))?',
  'iuy',
);

type Piece = Span & {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isBeginning: boolean;
};

/** Reads values at the scanner's place. */
export class ValueReader {
  readonly #scanner: Scanner;
  readonly #fields: QueryFields;
  readonly #warnings: Warnings;
  readonly #startsField: () => boolean;

  constructor(
    scanner: Scanner,
    fields: QueryFields,
    warnings: Warnings,
    startsField: () => boolean,
  ) {
    this.#scanner = scanner;
    this.#fields = fields;
    this.#warnings = warnings;
    this.#startsField = startsField;
  }

  isQuote(): boolean {
    return this.isQuoteAt(this.#scanner.at);
  }

  isQuoteAt(at: number): boolean {
    return /["“”„‟＂]/.test(this.#scanner.text.charAt(at));
  }

  /** A word or a phrase without a field of its own; null: nothing in it, which is said. */
  bare(start: number): QueryLeaf | null {
    const piece = this.#piece(word);
    if (piece === null) return null;
    return { kind: 'words', field: null, of: [this.#wordsOf(piece)], start, end: piece.end };
  }

  /** Values inside the parentheses of a field. */
  inGroup(start: number, field: Field): QueryLeaf | null {
    const value = this.#list(field, start);
    return value.kind === 'leaf' ? value.leaf : null;
  }

  /** The value of a field whose name was read. */
  read(field: Field, start: number): Value {
    const named = { start, end: this.#scanner.at };
    this.#scanner.skipSpace();
    const isParted = this.#scanner.at > named.end;
    const isEmpty =
      this.#scanner.isDone ||
      /[|｜)）]/.test(this.#scanner.text.charAt(this.#scanner.at)) ||
      (isParted && (this.#scanner.look(joining) !== null || this.#startsField()));
    if (isEmpty) {
      this.#scanner.at = named.end;
      this.#warnings.add('emptyField', named, { field: field.name });
      return none;
    }
    switch (field.kind) {
      case 'names':
      case 'words':
        if (this.#scanner.look(opening) !== null) return { kind: 'group' };
        return this.#list(field, start);
      case 'number':
        return this.#number(field, start);
      case 'date':
        return this.#date(field, start);
      case 'flag':
        return this.#flag(field, start);
      case 'order':
        return this.#order(field, start);
    }
  }

  #list(field: Field, start: number): Value {
    const pieces: Piece[] = [];
    do {
      const piece = this.#piece(listed);
      if (piece !== null) pieces.push(piece);
    } while (this.#scanner.take(comma) !== null && this.#goesOn());
    const [first] = pieces;
    if (first === undefined) {
      this.#warnings.add('emptyField', { start, end: this.#scanner.at }, { field: field.name });
      return none;
    }
    const span = { field: field.name, start, end: (pieces.at(-1) ?? first).end };
    const leaf: QueryLeaf =
      field.kind === 'names'
        ? { kind: 'names', of: pieces.map(nameOf), ...span }
        : { kind: 'words', of: pieces.map((piece) => this.#wordsOf(piece)), ...span };
    return { kind: 'leaf', leaf };
  }

  /** Whether a list has more after its comma: `teen, general`, but not `teen, kudos>100`. */
  #goesOn(): boolean {
    const { at } = this.#scanner;
    this.#scanner.skipSpace();
    const isParted = this.#scanner.at > at;
    const isOver =
      this.#scanner.isDone ||
      (this.#scanner.look(listed) === null && !this.isQuote()) ||
      (isParted && (this.#scanner.look(joining) !== null || this.#startsField()));
    if (isOver) this.#scanner.at = at;
    return !isOver;
  }

  /** A quoted or plain piece; null: empty quotes, or nothing. */
  #piece(plain: RegExp): Piece | null {
    const start = this.#scanner.at;
    const isQuoted = this.isQuote();
    const typed = isQuoted ? this.#quoted() : (this.#scanner.take(plain)?.[0] ?? '');
    const end = this.#scanner.at;
    if (isQuoted) {
      const isBeginning = this.#scanner.take(star) !== null;
      const text = typed.replace(/\s+/gu, ' ').trim();
      if (text === '') this.#warnings.add('emptyQuotes', { start, end });
      return text === '' ? null : { text, isQuoted, isBeginning, start, end: this.#scanner.at };
    }
    return this.#plain(typed, { start, end });
  }

  /** The signs that mean something to other search engines stay: as words they say nothing. */
  #plain(typed: string, span: Span): Piece | null {
    const isBeginning = /[^*]\*$/.test(typed);
    const text = isBeginning ? typed.slice(0, -1) : typed;
    if (text === '') return null;
    if (text.includes('*')) this.#warnings.add('wildcard', span);
    else if (/.[~^]\d{1,4}(?:\.\d{1,4})?$/.test(text)) this.#warnings.add('operator', span);
    return { text, isQuoted: false, isBeginning, ...span };
  }

  #wordsOf({ text, isQuoted, isBeginning, ...span }: Piece): QueryWords {
    if (isQuoted && isBeginning) this.#warnings.add('wildcard', span);
    if (isQuoted && signsAlone.test(text)) this.#warnings.add('noWord', span);
    return { text, phrase: isQuoted, prefix: isBeginning && !isQuoted };
  }

  #quoted(): string {
    const plain = this.#scanner.take(plainQuote);
    if (plain !== null) return (plain[1] as string).replaceAll(/\\(["\\])/g, '$1');
    const other = this.#scanner.take(curlyQuote) ?? this.#scanner.take(mixedQuote);
    if (other !== null) return other[1] as string;
    const start = this.#scanner.at;
    this.#warnings.add('openQuote', { start, end: start + 1 });
    this.#scanner.at = this.#scanner.text.length;
    this.#scanner.steps += this.#scanner.at - start;
    return this.#scanner.text.slice(start + 1).replaceAll(/\\(["\\])/g, '$1');
  }

  #number(field: Field, start: number): Value {
    const bounds = takeNumbers(this.#scanner);
    if (bounds === null) return this.#leftOut(field, start, 'notNumber');
    const { min, max } = bounds;
    if (min === undefined && max === undefined) return this.#leftOut(field, start, 'notNumber');
    return this.#ranged({ kind: 'number', ...bounds }, field, start);
  }

  #date(field: Field, start: number): Value {
    const days = takeDays(this.#scanner);
    if (days !== null && (days.min !== undefined || days.max !== undefined)) {
      return this.#ranged({ kind: 'date', ...days }, field, start);
    }
    const age = days === null ? takeAge(this.#scanner) : null;
    if (age === null) return this.#leftOut(field, start, 'notDate');
    const { backwards, ...rest } = age;
    const span = { start, end: this.#scanner.at };
    if (backwards) this.#warnings.add('backwards', span, { field: field.name });
    return { kind: 'leaf', leaf: { kind: 'age', field: field.name, ...rest, ...span } };
  }

  #ranged(
    {
      kind,
      min,
      max,
      backwards,
    }: { kind: 'number' | 'date'; backwards: boolean } & {
      readonly min?: number;
      readonly max?: number;
    },
    field: Field,
    start: number,
  ): Value {
    const span = { start, end: this.#scanner.at };
    if (backwards) this.#warnings.add('backwards', span, { field: field.name });
    const ends = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    return { kind: 'leaf', leaf: { kind, field: field.name, ...ends, ...span } };
  }

  #flag(field: Field, start: number): Value {
    const { at } = this.#scanner;
    const typed = this.#scanner.take(listed)?.[0] ?? '';
    const span = { start, end: this.#scanner.at };
    const wanted = /^(?:yes|true|t|y|1|only)$/i.test(typed);
    if (wanted || /^(?:no|false|f|n|0)$/i.test(typed)) {
      return { kind: 'leaf', leaf: { kind: 'flag', field: field.name, wanted, ...span } };
    }
    this.#scanner.at = at;
    return this.#leftOut(field, start, 'notFlag');
  }

  #order(field: Field, start: number): Value {
    const { at } = this.#scanner;
    const found = this.#scanner.take(orders);
    const [, sign = '', name = '', seed = '', way = ''] = found ?? [];
    const order = this.#fields.order(name);
    const next = this.#scanner.text.charAt(this.#scanner.at);
    if (order === null || (next !== '' && !/[\s()（）|]/.test(next))) {
      this.#scanner.at = at;
      return this.#leftOut(field, start, 'notOrder');
    }
    const asked = { asc: 'ascending', desc: 'descending' } as const;
    // As the forms of the large archive have it: `>` begins with the least.
    const signed = /[<＜]/.test(sign) ? 'descending' : /[>＞]/.test(sign) ? 'ascending' : null;
    return {
      kind: 'order',
      order: {
        field: field.name,
        name: order.name,
        reversed: /[-−]/.test(sign),
        direction: asked[way.toLowerCase() as keyof typeof asked] ?? signed,
        seed: order.seeded && seed !== '' ? Number(seed) : null,
        start,
        end: this.#scanner.at,
      },
    };
  }

  /** Passes over what should have been a value. */
  #leftOut(field: Field, start: number, code: QueryWarningCode): Value {
    if (this.isQuote()) this.#quoted();
    else this.#scanner.take(word);
    this.#warnings.add(code, { start, end: this.#scanner.at }, { field: field.name });
    return none;
  }
}

function nameOf({ text, isQuoted, isBeginning, start, end }: Piece): QueryName {
  const id = isQuoted || isBeginning ? null : /^#(\d{1,15})$/.exec(text);
  if (id !== null) return { kind: 'id', id: Number(id[1]), start, end };
  return { kind: isBeginning ? 'beginning' : 'name', text, start, end };
}
