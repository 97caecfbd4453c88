// Building an engine from all that an archive holds, packed from the start.
import { type Document, Engine, type Shape } from './engine.ts';
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
   * The builder is empty afterwards.
   */
  finish(): Generator<void, Engine>;
};

/** A builder with nothing in it. Refuses what `createEngine` refuses. */
export function createEngineBuilder(shape: Shape): EngineBuilder {
  const engine = new Engine(shape);
  return {
    putTerm: (term) => engine.putTerm(term),
    putDocument: (document) => engine.putDocument(document),
    get documentCount() {
      return engine.documentCount;
    },
    *finish() {
      yield* engine.compaction();
      return engine;
    },
  };
}
