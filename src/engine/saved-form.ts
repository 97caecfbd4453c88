// The bytes of a saved engine. A head (8 cells of 32 bits: mark, version, bytes of the header,
// checksum of the header, then zeros), a header in JSON (shape, position, sections with their
// lengths and checksums), the sections, each starting on a multiple of 8 bytes. Numbers are
// little-endian, as on every machine that runs this.
import type { Document, Engine, Shape } from './engine.ts';
import type { Term } from './taxonomy.ts';

const mark = 0x494e4b45;
const version = 1;
const headBytes = 32;
// Fills the header up to a multiple of 8 bytes; JSON allows it.
const space = 0x20;

type Cells = Float64Array | Int32Array | Uint16Array;
type Section = { readonly name: string; readonly bytes: number; readonly checksum: number };
type Header = { shape: Shape; position: number; documents: number; sections: Section[] };

/** What a saved engine held, one after the other. */
export type Saved = {
  readonly position: number;
  terms(): Iterable<Term>;
  documents(): Iterable<Document>;
};

/** The engine as bytes: the same state gives the same bytes. */
export function encoded(engine: Engine): Uint8Array {
  const kept = new Map<string, Cells>();
  keepTerms(engine, kept);
  keepDocuments(engine, kept);
  const parts = [...kept].map(([name, cells]) => {
    const bytes = new Uint8Array(rounded(cells.byteLength));
    bytes.set(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength));
    return { bytes, section: { name, bytes: cells.byteLength, checksum: checksumOf(bytes) } };
  });
  const header: Header = {
    shape: engine.shape,
    position: engine.position,
    documents: engine.documentCount,
    sections: parts.map(({ section }) => section),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = new Uint8Array(rounded(text.length)).fill(space);
  headerBytes.set(text);
  const length = headerBytes.length;
  const head = Int32Array.of(mark, version, length, checksumOf(headerBytes), 0, 0, 0, 0);
  const all = [new Uint8Array(head.buffer), headerBytes, ...parts.map(({ bytes }) => bytes)];
  const whole = new Uint8Array(all.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of all) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

/** What was saved, or in a few words why the bytes are refused. */
export function decoded(given: Uint8Array, shape: Shape): Saved | string {
  // Cells of 8 bytes can only be read where memory is aligned to them.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.length < headBytes) return 'too short';
  const head = new Int32Array(bytes.buffer, bytes.byteOffset, headBytes / 4);
  if (head[0] !== mark) return 'not a saved engine';
  if (head[1] !== version) return `version ${head[1]}, not ${version}`;
  if (head.subarray(4).some((cell) => cell !== 0)) return 'the head is damaged';
  const length = head[2]!;
  if (length !== rounded(length) || length < 0) return 'the head is damaged';
  if (headBytes + length > bytes.length) return 'the header is cut off';
  const headerBytes = bytes.subarray(headBytes, headBytes + length);
  if (checksumOf(headerBytes) !== head[3]) return 'the header is damaged';
  const header = JSON.parse(new TextDecoder().decode(headerBytes)) as Header;
  if (JSON.stringify(header.shape) !== JSON.stringify(shape)) return 'saved with another shape';
  const sections = new Map<string, Uint8Array>();
  let at = headBytes + headerBytes.length;
  for (const { name, bytes: size, checksum } of header.sections) {
    const part = bytes.subarray(at, at + rounded(size));
    at += rounded(size);
    if (at > bytes.length) return `section ${name} is cut off`;
    if (checksumOf(part) !== checksum) return `section ${name} is damaged`;
    sections.set(name, part.subarray(0, size));
  }
  if (at !== bytes.length) return 'longer than it says';
  return new Reading(header, sections);
}

function keepTerms(engine: Engine, kept: Map<string, Cells>): void {
  const terms = [...engine.terms()].sort((a, b) => a.id - b.id);
  const groups = new Map(engine.shape.groups.map((group, at) => [group, at]));
  kept.set(
    'term.id',
    Float64Array.from(terms, (term) => term.id),
  );
  kept.set(
    'term.group',
    Int32Array.from(terms, (term) => groups.get(term.group)!),
  );
  kept.set(
    'term.counted',
    Int32Array.from(terms, (term) => Number(term.counted)),
  );
  kept.set(
    'term.synonymOf',
    Float64Array.from(terms, (term) => term.synonymOf ?? -1),
  );
  kept.set(
    'term.metatags',
    Int32Array.from(terms, (term) => term.metatags.length),
  );
  kept.set('term.metatag', Float64Array.from(terms.flatMap((term) => term.metatags)));
}

function keepDocuments(engine: Engine, kept: Map<string, Cells>): void {
  const documents = [...engine.documents()];
  kept.set(
    'document.id',
    Float64Array.from(documents, (each) => each.id),
  );
  kept.set(
    'document.audience',
    Int32Array.from(documents, (each) => each.audience | 0),
  );
  kept.set(
    'document.terms',
    Int32Array.from(documents, (each) => each.terms.length),
  );
  kept.set('document.term', Float64Array.from(documents.flatMap((each) => each.terms)));
  for (const name of engine.shape.columns) {
    const values = documents.map((each) => each.numbers[name] ?? Number.NaN);
    kept.set(`column.${name}`, Float64Array.from(values));
  }
  for (const name of engine.shape.texts) {
    const texts = documents.map((each) => each.texts[name] ?? null);
    kept.set(
      `text.${name}.length`,
      Int32Array.from(texts, (text) => text?.length ?? -1),
    );
    kept.set(`text.${name}`, unitsOf(texts));
  }
}

// Code units, not UTF-8: a sort key must come back exactly, lone surrogates and all.
function unitsOf(texts: readonly (string | null)[]): Uint16Array {
  const units = new Uint16Array(texts.reduce((sum, text) => sum + (text?.length ?? 0), 0));
  let at = 0;
  for (const text of texts) {
    for (let unit = 0; unit < (text?.length ?? 0); unit++) units[at++] = text!.charCodeAt(unit);
  }
  return units;
}

class Reading implements Saved {
  readonly position: number;
  readonly #header: Header;
  readonly #sections: ReadonlyMap<string, Uint8Array>;

  constructor(header: Header, sections: ReadonlyMap<string, Uint8Array>) {
    this.position = header.position;
    this.#header = header;
    this.#sections = sections;
  }

  *terms(): Iterable<Term> {
    const ids = this.#doubles('term.id');
    const groups = this.#integers('term.group');
    const counted = this.#integers('term.counted');
    const targets = this.#doubles('term.synonymOf');
    const lengths = this.#integers('term.metatags');
    const metatags = this.#doubles('term.metatag');
    let from = 0;
    for (let at = 0; at < ids.length; at++) {
      yield {
        id: ids[at]!,
        group: this.#header.shape.groups[groups[at]!]!,
        synonymOf: targets[at]! < 0 ? null : targets[at]!,
        metatags: [...metatags.subarray(from, from + lengths[at]!)],
        counted: counted[at] === 1,
      };
      from += lengths[at]!;
    }
  }

  *documents(): Iterable<Document> {
    const { columns, texts } = this.#header.shape;
    const ids = this.#doubles('document.id');
    const audiences = this.#integers('document.audience');
    const lengths = this.#integers('document.terms');
    const terms = this.#doubles('document.term');
    const values = columns.map((name) => [name, this.#doubles(`column.${name}`)] as const);
    const words = texts.map((name) => [name, this.#texts(name)] as const);
    let from = 0;
    for (let at = 0; at < ids.length; at++) {
      const numbers: Record<string, number> = {};
      for (const [name, cells] of values) if (!Number.isNaN(cells[at]!)) numbers[name] = cells[at]!;
      const keys: Record<string, string> = {};
      for (const [name, each] of words) {
        const text = each.next().value;
        if (typeof text === 'string') keys[name] = text;
      }
      const own = [...terms.subarray(from, from + lengths[at]!)];
      from += lengths[at]!;
      yield { id: ids[at]!, audience: audiences[at]! >>> 0, terms: own, numbers, texts: keys };
    }
  }

  *#texts(name: string): Generator<string | null> {
    const lengths = this.#integers(`text.${name}.length`);
    const bytes = this.#sections.get(`text.${name}`)!;
    const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    let from = 0;
    for (const length of lengths) {
      yield length < 0 ? null : textOf(units.subarray(from, from + length));
      from += Math.max(0, length);
    }
  }

  #doubles(name: string): Float64Array {
    const bytes = this.#sections.get(name)!;
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  }

  #integers(name: string): Int32Array {
    const bytes = this.#sections.get(name)!;
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  }
}

function textOf(units: Uint16Array): string {
  let text = '';
  for (const unit of units) text += String.fromCharCode(unit);
  return text;
}

function rounded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

// Each step is a bijection of the sum before it, so any one changed cell changes the checksum.
function checksumOf(bytes: Uint8Array): number {
  const cells = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let sum = cells.length | 0;
  for (let at = 0; at < cells.length; at++) {
    sum = Math.imul(sum ^ cells[at]!, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum;
}
