// The documents under dense inside numbers: their ids, who may see them, the terms they bear
// themselves. A number is given again after its document is removed.
import { grown } from './growth.ts';
import { IdTable } from './id-table.ts';
import { Runs } from './runs.ts';

/** What keeps a derived truth about documents: told before one goes and after one has come. */
export type Follower = {
  /** The document still bears its old terms and audience. */
  leaving(doc: number): void;
  /** The document bears its new terms and audience. */
  joined(doc: number): void;
};

/** Every document by its inside number: id, audience, own terms. Freed numbers are reused. */
export class Documents {
  /** Each document's own terms, as inside numbers, ascending, each once. */
  readonly terms = new Runs();
  readonly #table = new IdTable();
  readonly #free: number[] = [];
  #ids = new Float64Array(64);
  #audiences = new Int32Array(64);
  #span = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Every document's number is below this. */
  get span(): number {
    return this.#span;
  }

  /** By document; -1 where there is none. Stale after any change. */
  get ids(): Float64Array {
    return this.#ids;
  }

  /** By document: the mask of who sees it; 0 where there is none. Stale after any change. */
  get audiences(): Int32Array {
    return this.#audiences;
  }

  /** The inside number, or -1. */
  find(id: number): number {
    return this.#table.find(id);
  }

  exists(doc: number): boolean {
    return doc < this.#span && this.#ids[doc]! >= 0;
  }

  claim(id: number): number {
    const doc = this.#free.pop() ?? this.#span;
    if (doc === this.#span) {
      this.#span += 1;
      this.#ids = grown(this.#ids, this.#span);
      this.#audiences = grown(this.#audiences, this.#span);
    }
    this.#ids[doc] = id;
    this.#table.findOrAdd(id, doc);
    this.#count += 1;
    return doc;
  }

  describe(doc: number, audience: number, terms: ArrayLike<number>): void {
    this.#audiences[doc] = audience;
    this.terms.replace(doc, terms);
  }

  release(doc: number): void {
    this.#table.delete(this.#ids[doc]!);
    this.#ids[doc] = -1;
    this.#audiences[doc] = 0;
    this.terms.replace(doc, []);
    this.#free.push(doc);
    this.#count -= 1;
  }
}
