// The engine of one copy of the index: gathered first, then packed and asked; and every change of
// it is told to whoever holds the same engine on another thread.
import {
  type Change,
  createEngineBuilder,
  type Document,
  type Engine,
  type EngineBuilder,
  type Term,
} from '../../../engine/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import { worksShape } from './shape.ts';

/** Takes changes from the start; `engine` is there once it is packed. */
export class LiveEngine {
  #builder: EngineBuilder | null;
  #engine: Engine | null;
  #tellOthers: ((change: Change) => void) | null = null;

  /** Without an engine that was loaded: an empty one, to be filled and packed. */
  constructor(loaded: Engine | null) {
    this.#engine = loaded;
    this.#builder = loaded === null ? createEngineBuilder(worksShape) : null;
  }

  get engine(): Engine {
    if (this.#engine === null) throw new Error('the engine is asked before it is packed');
    return this.#engine;
  }

  /** Others go first between the slices. */
  async pack(): Promise<void> {
    if (this.#builder === null) return;
    const packing = this.#builder.finish();
    let step = packing.next();
    for (; !step.done; step = packing.next()) await nextTurn();
    this.#engine = step.value;
    this.#builder = null;
  }

  /** From here on each change is told too, in order, after it is made here. */
  tellOthers(tell: ((change: Change) => void) | null): void {
    this.#tellOthers = tell;
  }

  putTerm(term: Term): void {
    if (this.#builder !== null) this.#builder.putTerm(term);
    else this.#change({ kind: 'putTerm', term });
  }

  putDocument(document: Document): void {
    if (this.#builder !== null) this.#builder.putDocument(document);
    else this.#change({ kind: 'putDocument', document });
  }

  removeDocument(id: number): void {
    this.#change({ kind: 'removeDocument', id });
  }

  setNumber(id: number, column: string, value: number): void {
    this.#change({ kind: 'setNumber', id, column, value });
  }

  #change(change: Change): void {
    this.engine.apply(change);
    this.#tellOthers?.(change);
  }
}
