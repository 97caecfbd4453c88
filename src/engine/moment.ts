// What an engine held at one moment, read while it goes on changing: what is packed and what has
// changed since are read as they come, and beside them is kept what each term and document was
// before it first changed after the moment. Made again in that order, they are the moment.
import { type Change, changesSince, documentAt } from './changes.ts';
import type { Document, Shape } from './engine.ts';
import type { Packed } from './packed/arrays.ts';
import type { Parts } from './parts.ts';
import type { Term } from './taxonomy.ts';

/** One moment of an engine, which must tell it of each change before it makes it. */
export class Moment {
  readonly packed: Packed;
  readonly position: number;
  readonly documentCount: number;
  readonly #shape: Shape;
  // Those of the moment: when all is packed anew meanwhile, they stay as they are.
  readonly #parts: Parts;
  readonly #terms = new Map<number, Term | null>();
  readonly #documents = new Map<number, Document | null>();

  constructor(parts: Parts, shape: Shape, position: number) {
    this.packed = parts.packed;
    this.position = position;
    this.documentCount = parts.documents.count;
    this.#shape = shape;
    this.#parts = parts;
  }

  /** What the change is about is noted as it still is in `parts`. */
  changing(change: Change, parts: Parts): void {
    if (change.kind === 'putTerm') this.#noteTerm(change.term.id, parts);
    else if (change.kind === 'removeTerm') this.#noteTerm(change.id, parts);
    else if (change.kind === 'putDocument') this.#noteDocument(change.document.id, parts);
    else this.#noteDocument(change.id, parts);
  }

  /**
   * What changed since packing, some of it later than the moment. Numbers stand in their cells too:
   * read it after those, so that it names every document whose cell has changed.
   */
  since(): Generator<Change> {
    return changesSince(this.#parts, this.#shape);
  }

  /** What leads back to the moment. To be read when everything else has been. */
  *former(): Generator<Change> {
    for (const [id, term] of this.#terms) {
      yield term === null ? { kind: 'removeTerm', id } : { kind: 'putTerm', term };
    }
    for (const [id, document] of this.#documents) {
      yield document === null ? { kind: 'removeDocument', id } : { kind: 'putDocument', document };
    }
  }

  #noteTerm(id: number, { taxonomy }: Parts): void {
    if (!this.#terms.has(id)) this.#terms.set(id, taxonomy.term(id));
  }

  #noteDocument(id: number, parts: Parts): void {
    if (this.#documents.has(id)) return;
    const doc = parts.documents.find(id);
    this.#documents.set(id, doc < 0 ? null : documentAt(doc, parts));
  }
}
