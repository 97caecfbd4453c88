// The values that documents are ranged and sorted by: numeric columns and texts, by document.
import { grown } from './growth.ts';

/** Numeric columns; null is kept as NaN, so only finite numbers are taken. */
export class Columns {
  readonly names: readonly string[];
  readonly #values: Map<string, Float64Array>;

  constructor(names: readonly string[]) {
    this.names = [...names];
    this.#values = new Map(names.map((name) => [name, new Float64Array(64).fill(Number.NaN)]));
  }

  /** By document, NaN for null. Stale after any change; refuses a column not named at creation. */
  valuesOf(name: string): Float64Array {
    const values = this.#values.get(name);
    if (values === undefined) throw new RangeError(`there is no column "${name}"`);
    return values;
  }

  /** Refuses a value that is neither null nor finite. Says whether the value is another now. */
  set(name: string, doc: number, value: number | null): boolean {
    requireValue(name, value);
    let values = this.valuesOf(name);
    if (doc >= values.length) {
      const before = values.length;
      values = grown(values, doc + 1);
      values.fill(Number.NaN, before);
      this.#values.set(name, values);
    }
    const kept = value ?? Number.NaN;
    if (Object.is(values[doc], kept)) return false;
    values[doc] = kept;
    return true;
  }
}

/** Refuses what is neither null nor a finite number. */
export function requireValue(name: string, value: number | null): void {
  if (value !== null && !Number.isFinite(value)) {
    throw new RangeError(`column "${name}" cannot hold ${value}`);
  }
}

/** Sort keys in words, compared by UTF-16 code unit: whoever puts them folds and orders them. */
export class Texts {
  readonly names: readonly string[];
  readonly #values: Map<string, (string | null)[]>;

  constructor(names: readonly string[]) {
    this.names = [...names];
    this.#values = new Map(names.map((name) => [name, []]));
  }

  /** By document; null where there is none. Refuses a text not named at creation. */
  valuesOf(name: string): readonly (string | null)[] {
    return this.#listOf(name);
  }

  /** Says whether the value is another now. */
  set(name: string, doc: number, value: string | null): boolean {
    const values = this.#listOf(name);
    while (values.length <= doc) values.push(null);
    if (values[doc] === value) return false;
    values[doc] = value;
    return true;
  }

  #listOf(name: string): (string | null)[] {
    const values = this.#values.get(name);
    if (values === undefined) throw new RangeError(`there is no text "${name}"`);
    return values;
  }
}
