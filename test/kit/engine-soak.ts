// A long life of an engine: random edits and questions, each answer compared with a plain scan's,
// packing, saving, loading and sharing in between. The same seed lives the same life.
import assert from 'node:assert/strict';
import {
  attachEngine,
  type Change,
  type Clause,
  createEngine,
  createEngineBuilder,
  type Document,
  type Engine,
  loadEngine,
  memoryStorage,
  type Query,
  type Shape,
  type Sort,
  type StoragePort,
  saveEngine,
  shareEngine,
  type Term,
} from '../../src/engine/index.ts';
import { type Random, randomFrom } from '../../src/shared/synthetic-draws.ts';
import { answerOf, Scan } from './engine-scan.ts';

/** How much of what was done. */
export type Soaked = {
  readonly edits: number;
  readonly queries: number;
  readonly packed: number;
  readonly loaded: number;
  readonly attached: number;
};

const shape: Shape = {
  groups: ['fandom', 'relationship', 'freeform'],
  columns: ['words', 'updated'],
  texts: ['title'],
};
const documentsMost = 300;
const termsMost = 60;

/** Throws at the first answer that differs, naming the seed and the step. */
export async function soak(steps: number, seed: number): Promise<Soaked> {
  const life = new Life(randomFrom(seed));
  for (let step = 0; step < steps; step++) {
    try {
      await life.step();
    } catch (error) {
      throw new Error(`seed ${seed}, step ${step}`, { cause: error });
    }
  }
  life.equalsRebuild();
  return life.done;
}

class Life {
  readonly done = { edits: 0, queries: 0, packed: 0, loaded: 0, attached: 0 };
  readonly #random: Random;
  readonly #scan = new Scan();
  #engine: Engine = createEngine(shape);
  #packing: Generator<void, void> | null = null;
  // What was done since the engine was last saved.
  #made: Change[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  async step(): Promise<void> {
    if (this.#packing !== null && this.#packing.next().done === true) {
      this.#packing = null;
      this.done.packed += 1;
    }
    const draw = this.#random();
    if (draw < 0.7) this.#edit();
    else if (draw < 0.99) this.#ask(this.#engine);
    else if (draw < 0.994) this.#packing ??= this.#engine.compaction();
    else if (draw < 0.997) await this.#reload();
    else this.#attach();
  }

  /** What has lived long answers as what is built at once from the same. */
  equalsRebuild(): void {
    const rebuilt = this.#rebuilt();
    assert.deepEqual(byId(this.#engine.documents()), byId(rebuilt.documents()));
    assert.deepEqual(byId(this.#engine.terms()), byId(rebuilt.terms()));
    for (let at = 0; at < 200; at++) {
      const query = this.#query();
      assert.deepEqual(this.#engine.query(query), rebuilt.query(query));
      for (const id of this.#scan.documents.keys()) {
        const absence = this.#engine.explain(query, id);
        assert.deepEqual(absence, rebuilt.explain(query, id));
      }
    }
  }

  #rebuilt(): Engine {
    const builder = createEngineBuilder(shape);
    for (const term of this.#scan.terms.values()) builder.putTerm(term);
    for (const document of this.#scan.documents.values()) builder.putDocument(document);
    const slices = builder.finish();
    for (;;) {
      const slice = slices.next();
      if (slice.done === true) return slice.value;
    }
  }

  // Life goes on while the engine is saved: what was done meanwhile is done again to the other.
  async #reload(): Promise<void> {
    const port = memoryStorage();
    const write: StoragePort['write'] = (name, some) => port.write(name, this.#between(some));
    this.#made = [];
    await saveEngine(this.#engine, { ...port, write });
    const loaded = await loadEngine(shape, port);
    if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
    this.#packing = null;
    this.#engine = loaded.engine;
    for (const change of this.#made) this.#engine.apply(change);
    this.done.loaded += 1;
  }

  *#between(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const piece of pieces) {
      yield piece;
      if (this.#random() < 0.3) this.#edit();
      if (this.#random() < 0.2) this.#ask(this.#engine);
      if (this.#random() < 0.1) this.#packing?.next();
    }
  }

  #change(change: Change): void {
    this.#engine.apply(change);
    this.#made.push(change);
  }

  #attach(): void {
    this.#ask(attachEngine(shape, shareEngine(this.#engine)));
    this.done.attached += 1;
  }

  #edit(): void {
    this.done.edits += 1;
    const draw = this.#random();
    const id = this.#documentId();
    if (draw < 0.5) {
      const document = this.#document(id);
      this.#change({ kind: 'putDocument', document });
      this.#scan.documents.set(id, document);
    } else if (draw < 0.6) {
      assert.equal(this.#engine.hasDocument(id), this.#scan.documents.delete(id));
      this.#change({ kind: 'removeDocument', id });
    } else if (draw < 0.75) {
      const words = this.#number();
      const known = this.#scan.documents.get(id);
      this.#change({ kind: 'setNumber', id, column: 'words', value: words });
      if (known === undefined) return;
      const numbers = { ...known.numbers, words };
      this.#scan.documents.set(id, { ...known, numbers });
    } else {
      const term = this.#term();
      if (draw < 0.97) {
        this.#change({ kind: 'putTerm', term });
        this.#scan.terms.set(term.id, term);
      } else {
        this.#change({ kind: 'removeTerm', id: term.id });
        this.#scan.terms.delete(term.id);
      }
      this.#scan.known.clear();
    }
  }

  #ask(engine: Engine): void {
    this.done.queries += 1;
    const query = this.#query();
    const answer = answerOf(this.#scan, query);
    assert.deepEqual(engine.query(query), answer);
    assert.equal(engine.count(query), answer.total);
    const document = this.#scan.documents.get(this.#documentId());
    if (document === undefined) return;
    const isIn = this.#scan.sees(query, document) && this.#scan.matches(query.where, document);
    assert.equal(engine.explain(query, document.id) === null, isIn);
  }

  #query(): Query {
    const some = (): ReadonlySet<number> =>
      new Set(Array.from({ length: this.#below(20) }, () => this.#documentId()));
    const own = this.#random() < 0.2 ? { added: some(), removed: some() } : {};
    return {
      audience: this.#below(4),
      ...own,
      where: this.#clause(3),
      sort: this.#sort(),
      page: { number: 1 + this.#below(5), size: this.#below(12) },
      facets: { groups: shape.groups, top: this.#below(6) },
    };
  }

  #clause(depth: number): Clause {
    const draw = this.#below(depth > 0 ? 12 : 8);
    const terms = (): number[] => Array.from({ length: this.#below(5) }, () => this.#termId());
    const group = shape.groups[this.#below(3)]!;
    if (draw < 3) return { kind: 'term', term: this.#termId() };
    if (draw === 3) return { kind: 'bears', term: this.#termId() };
    if (draw === 4) return { kind: 'anyTerm', terms: terms() };
    if (draw === 5) return { kind: this.#random() < 0.5 ? 'crossover' : 'otp', group };
    if (draw === 6) {
      const column = shape.columns[this.#below(2)]!;
      const min = this.#below(10) - 3;
      return { kind: 'range', column, min, max: min + this.#below(5) - 1 };
    }
    if (draw === 7) {
      const ids = new Set(Array.from({ length: this.#below(80) }, () => this.#documentId()));
      return this.#random() < 0.5 ? { kind: 'documents', ids } : { kind: 'everything' };
    }
    if (draw < 10) return { kind: 'not', of: this.#clause(depth - 1) };
    const of = Array.from({ length: this.#below(4) }, () => this.#clause(depth - 1));
    return { kind: draw === 10 ? 'all' : 'any', of };
  }

  #sort(): Sort {
    const direction = this.#random() < 0.5 ? 'ascending' : 'descending';
    const draw = this.#below(4);
    if (draw < 2) return { column: shape.columns[draw]!, direction };
    if (draw === 2) return { text: 'title', direction };
    const scored = Array.from({ length: this.#below(40) }, () => this.#documentId());
    return { scores: new Map(scored.map((id) => [id, this.#below(6)])) };
  }

  #document(id: number): Document {
    const terms = Array.from({ length: this.#below(8) }, () => this.#termId());
    const title = ['', 'a', 'b', 'é', 'a\ud800'][this.#below(5)]!;
    return {
      id,
      audience: this.#below(4),
      terms,
      numbers: { words: this.#number(), updated: this.#number() },
      texts: this.#random() < 0.2 ? {} : { title },
    };
  }

  #term(): Term {
    return {
      id: this.#termId(),
      group: shape.groups[this.#below(3)]!,
      synonymOf: this.#random() < 0.3 ? this.#termId() : null,
      metatags: Array.from({ length: this.#below(3) }, () => this.#termId()),
      counted: this.#random() < 0.9,
    };
  }

  #number(): number | null {
    return this.#random() < 0.1 ? null : this.#below(12) - 3;
  }

  // Few terms are on many works: the square of an even draw.
  #termId(): number {
    const number = Math.floor(this.#random() ** 2 * termsMost);
    return number % 2 === 0 ? number : number * 2 ** 45 + 7;
  }

  #documentId(): number {
    const number = 1 + this.#below(documentsMost);
    return number % 3 === 0 ? number : number * 2 ** 44 + 3;
  }

  #below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }
}

function byId<Held extends { readonly id: number }>(held: Iterable<Held>): Held[] {
  return [...held]
    .map((each) => ('terms' in each ? { ...each, terms: sorted(each.terms) } : each))
    .sort((a, b) => a.id - b.id);
}

function sorted(terms: unknown): number[] {
  return [...(terms as readonly number[])].sort((a, b) => a - b);
}
