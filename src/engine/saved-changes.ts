// Changes as bytes: two counts, then every number of them in a cell of 8 bytes, then the code units
// of their texts. Not UTF-8: a sort key must come back exactly, lone surrogates and all.
import type { Change } from './changes.ts';
import type { Document, Shape } from './engine.ts';
import type { Term } from './taxonomy.ts';

const kinds = ['putTerm', 'removeTerm', 'putDocument', 'removeDocument', 'setNumber'] as const;
const none = -1;
const headCells = 2;
// More arguments than this may be too many for a call.
const unitsAtOnce = 8192;

/** The changes as bytes, a multiple of 8 of them. */
export function encodedChanges(changes: readonly Change[], shape: Shape): Uint8Array {
  const numbers: number[] = [];
  const texts: string[] = [];
  for (const change of changes) {
    numbers.push(kinds.indexOf(change.kind));
    if (change.kind === 'putTerm') writeTerm(change.term, shape, numbers);
    else if (change.kind === 'putDocument') writeDocument(change.document, shape, numbers, texts);
    else if (change.kind === 'setNumber') {
      numbers.push(change.id, shape.columns.indexOf(change.column), change.value ?? Number.NaN);
    } else numbers.push(change.id);
  }
  const text = texts.join('');
  const cells = headCells + numbers.length;
  const bytes = new Uint8Array(8 * (cells + Math.ceil(text.length / 4)));
  const whole = new Float64Array(bytes.buffer);
  whole.set([numbers.length, text.length]);
  whole.set(numbers, headCells);
  const units = new Uint16Array(bytes.buffer, 8 * cells);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return bytes;
}

/** The changes again. The bytes start at a multiple of 8. */
export function decodedChanges(bytes: Uint8Array, shape: Shape): Change[] {
  const { buffer, byteOffset } = bytes;
  const [size = 0, length = 0] = new Float64Array(buffer, byteOffset, headCells);
  const numbers = new Float64Array(buffer, byteOffset + 8 * headCells, size);
  const units = new Uint16Array(buffer, byteOffset + 8 * (headCells + size), length);
  const reading = new Reading(numbers, textOf(units), shape);
  const changes: Change[] = [];
  while (!reading.isDone) changes.push(reading.change());
  return changes;
}

function writeTerm(term: Term, shape: Shape, numbers: number[]): void {
  const { id, group, synonymOf, counted, metatags } = term;
  numbers.push(id, shape.groups.indexOf(group), synonymOf ?? none, counted === false ? 0 : 1);
  numbers.push(metatags.length);
  for (const metatag of metatags) numbers.push(metatag);
}

function writeDocument(document: Document, shape: Shape, numbers: number[], texts: string[]): void {
  numbers.push(document.id, document.audience, document.terms.length);
  for (const term of document.terms) numbers.push(term);
  for (const name of shape.columns) numbers.push(document.numbers[name] ?? Number.NaN);
  for (const name of shape.texts) {
    const text = document.texts[name];
    numbers.push(text?.length ?? none);
    texts.push(text ?? '');
  }
}

class Reading {
  readonly #numbers: Float64Array;
  readonly #text: string;
  readonly #shape: Shape;
  #at = 0;
  #unit = 0;

  constructor(numbers: Float64Array, text: string, shape: Shape) {
    this.#numbers = numbers;
    this.#text = text;
    this.#shape = shape;
  }

  get isDone(): boolean {
    return this.#at >= this.#numbers.length;
  }

  change(): Change {
    const kind = kinds[this.#next()]!;
    if (kind === 'putTerm') return { kind, term: this.#term() };
    if (kind === 'putDocument') return { kind, document: this.#document() };
    const id = this.#next();
    if (kind !== 'setNumber') return { kind, id };
    const column = this.#shape.columns[this.#next()]!;
    const value = this.#next();
    return { kind, id, column, value: Number.isNaN(value) ? null : value };
  }

  #term(): Term {
    const [id, group, target, counted] = [this.#next(), this.#next(), this.#next(), this.#next()];
    return {
      id,
      group: this.#shape.groups[group]!,
      synonymOf: target === none ? null : target,
      metatags: this.#some(this.#next()),
      counted: counted === 1,
    };
  }

  #document(): Document {
    const [id, audience] = [this.#next(), this.#next()];
    const terms = this.#some(this.#next());
    const numbers: Record<string, number> = {};
    for (const name of this.#shape.columns) {
      const value = this.#next();
      if (!Number.isNaN(value)) numbers[name] = value;
    }
    const texts: Record<string, string> = {};
    for (const name of this.#shape.texts) {
      const length = this.#next();
      if (length === none) continue;
      texts[name] = this.#text.slice(this.#unit, this.#unit + length);
      this.#unit += length;
    }
    return { id, audience, terms, numbers, texts };
  }

  #next(): number {
    return this.#numbers[this.#at++]!;
  }

  #some(length: number): number[] {
    this.#at += length;
    return Array.from(this.#numbers.subarray(this.#at - length, this.#at));
  }
}

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += unitsAtOnce) {
    text += String.fromCharCode(...units.subarray(at, at + unitsAtOnce));
  }
  return text;
}
