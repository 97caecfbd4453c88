// Sort keys in words, compared by UTF-16 code unit: whoever puts them folds and orders them. Those
// of packed documents are places in an order; a later one finds its place among those, or between.
import { grown } from './growth.ts';
import { numberOf, type Packed } from './packed/arrays.ts';
import { PackedTexts } from './packed/texts.ts';

/** The texts of one name by document. A document never changes its own. */
export class Text {
  readonly #packed: number;
  readonly #texts: PackedTexts;
  readonly #fresh: (string | null)[] = [];
  #keys = new Float64Array(0);

  constructor(packed: Packed, name: string) {
    this.#packed = numberOf(packed, 'documents');
    this.#texts = new PackedTexts(packed, name);
  }

  at(doc: number): string | null {
    if (doc >= this.#packed) return this.#fresh[doc - this.#packed] ?? null;
    const rank = this.#texts.rankOf(doc);
    return rank < 0 ? null : this.#texts.textAt(rank);
  }

  /**
   * What the document is sorted by, NaN where it has none. Two keys that are equal and not whole
   * stand between the same packed texts: those texts must be compared.
   */
  keyOf(doc: number): number {
    if (doc >= this.#packed) return this.#keys[doc - this.#packed]!;
    const rank = this.#texts.rankOf(doc);
    return rank < 0 ? Number.NaN : rank;
  }

  /** The key that a document of this text has or would have. */
  keyFor(text: string): number {
    return this.#texts.placeOf(text);
  }

  /** Documents come one after the other. */
  append(doc: number, text: string | null): void {
    const at = doc - this.#packed;
    this.#keys = grown(this.#keys, at + 1);
    this.#keys[at] = text === null ? Number.NaN : this.keyFor(text);
    this.#fresh[at] = text;
  }

  /** The packed texts and which document has which, for packing anew. */
  get packedTexts(): PackedTexts {
    return this.#texts;
  }
}

/** The texts of an engine by name. */
export class Texts {
  readonly names: readonly string[];
  readonly #texts: ReadonlyMap<string, Text>;

  constructor(packed: Packed, names: readonly string[]) {
    this.names = [...names];
    this.#texts = new Map(names.map((name) => [name, new Text(packed, name)]));
  }

  /** Refuses a text not named at creation. */
  of(name: string): Text {
    const text = this.#texts.get(name);
    if (text === undefined) throw new RangeError(`there is no text "${name}"`);
    return text;
  }
}
