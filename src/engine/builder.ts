// Building an engine from all that an archive holds, packed from the start: what comes is gathered
// in arrays as narrow as they may be, and these are let go while they are packed.
import { GatheredColumn } from './building/gathered-column.ts';
import { GatheredDocuments } from './building/gathered-documents.ts';
import { GatheredTerms } from './building/gathered-terms.ts';
import { GatheredTexts } from './building/gathered-texts.ts';
import { type Document, Engine, type Shape } from './engine.ts';
import { release } from './growth.ts';
import { pack } from './packing/pack.ts';
import type { Source } from './packing/source.ts';
import { requireSound } from './sound-document.ts';
import type { Term } from './taxonomy.ts';

/** Takes an archive, terms and documents in any order, and makes an engine of it at the end. */
export type EngineBuilder = {
  /** As of `Engine`. */
  putTerm(term: Term): void;
  /** Each id once: a second document of the same id is refused with a RangeError at the end. */
  putDocument(document: Document): void;
  /** How many documents it has taken. */
  readonly documentCount: number;
  /**
   * Packs what was taken, in slices of a few milliseconds: the engine is the generator's answer.
   * The builder is empty afterwards and takes nothing more.
   */
  finish(): Generator<void, Engine>;
};

/** A builder with nothing in it. Refuses what `createEngine` refuses. */
export function createEngineBuilder(shape: Shape): EngineBuilder {
  return new Building(shape);
}

class Building implements EngineBuilder {
  readonly #shape: Shape;
  readonly #terms: GatheredTerms;
  readonly #documents: GatheredDocuments;
  readonly #columns: Named<GatheredColumn>;
  readonly #texts: Named<GatheredTexts>;

  constructor(shape: Shape) {
    this.#shape = shape;
    this.#terms = new GatheredTerms(shape.groups);
    this.#documents = new GatheredDocuments(this.#terms);
    this.#columns = new Named('column', shape.columns, () => new GatheredColumn());
    this.#texts = new Named('text', shape.texts, () => new GatheredTexts());
  }

  get documentCount(): number {
    return this.#documents.count;
  }

  putTerm(term: Term): void {
    this.#terms.put(term);
  }

  putDocument(document: Document): void {
    requireSound(document, this.#columns, this.#texts);
    this.#documents.push(document);
    for (const [name, column] of this.#columns.all) {
      column.push(document.numbers[name] ?? Number.NaN);
    }
    for (const [name, texts] of this.#texts.all) texts.push(document.texts[name] ?? null);
  }

  *finish(): Generator<void, Engine> {
    this.#terms.close();
    const packed = yield* pack(this.#source(), this.#shape);
    return new Engine(this.#shape, undefined, packed);
  }

  #source(): Source {
    const documents = this.#documents;
    const terms = this.#terms;
    let by: Int32Array = new Int32Array(0);
    return {
      size: documents.count,
      taxonomy: terms,
      idAt: (place) => documents.idAt(place),
      audienceAt: (place) => documents.audienceAt(place),
      readTerms: (place) => documents.readTerms(place),
      get terms() {
        return documents.terms;
      },
      // biome-ignore lint/correctness/useYield: nothing takes any time.
      reorder: function* (order) {
        by = order;
      },
      numbersOf: (name) => {
        const column = this.#columns.of(name);
        return (doc) => column.at(by[doc]!);
      },
      textsOf: (name) => this.#texts.of(name).sorted(by),
      finished: (part) => this.#free(part, by),
    };
  }

  *#free(part: Parameters<Source['finished']>[0], by: Int32Array): Generator<void> {
    if (part === 'meanings') yield* this.#terms.free();
    else if (part === 'terms') yield* this.#documents.freeTerms();
    else if (part === 'documents') yield* this.#documents.free();
    else if (part === 'all') {
      release(by);
      for (const [, texts] of this.#texts.all) yield* texts.free();
    } else yield* this.#columns.of(part.column).free();
  }
}

/** What is gathered under each name of the shape. */
class Named<Gathered> {
  readonly all: readonly (readonly [string, Gathered])[];
  readonly #kind: string;
  readonly #byName: ReadonlyMap<string, Gathered>;

  constructor(kind: string, names: readonly string[], start: () => Gathered) {
    this.#kind = kind;
    this.#byName = new Map(names.map((name) => [name, start()]));
    this.all = [...this.#byName];
  }

  /** Refuses a name that is not of the shape. */
  of(name: string): Gathered {
    const gathered = this.#byName.get(name);
    if (gathered === undefined) throw new RangeError(`there is no ${this.#kind} "${name}"`);
    return gathered;
  }
}
