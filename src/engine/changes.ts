// Changes of an engine as plain data: what another engine over the same packed part is told, in
// order, to hold the same.
import type { Document, Engine, Shape } from './engine.ts';
import type { Parts } from './parts.ts';
import type { Term } from './taxonomy.ts';

/** One change, named as the engine's method that makes it. Plain data, fit for a message. */
export type Change =
  | { readonly kind: 'putTerm'; readonly term: Term }
  | { readonly kind: 'removeTerm'; readonly id: number }
  | { readonly kind: 'putDocument'; readonly document: Document }
  | { readonly kind: 'removeDocument'; readonly id: number }
  | {
      readonly kind: 'setNumber';
      readonly id: number;
      readonly column: string;
      readonly value: number | null;
    };

/** Calls the method that the change is named for. */
export function makeChange(engine: Engine, change: Change): void {
  if (change.kind === 'putTerm') engine.putTerm(change.term);
  else if (change.kind === 'removeTerm') engine.removeTerm(change.id);
  else if (change.kind === 'putDocument') engine.putDocument(change.document);
  else if (change.kind === 'removeDocument') engine.removeDocument(change.id);
  else engine.setNumber(change.id, change.column, change.value);
}

/** What another engine over the same packed part must be told to hold the same. */
export function* changesSince(parts: Parts, shape: Shape): Generator<Change> {
  const { documents, orders, columns, taxonomy } = parts;
  for (const { id, term } of taxonomy.changed()) {
    if (term === null) yield { kind: 'removeTerm', id };
    else yield { kind: 'putTerm', term };
  }
  // Those of documents that are gone too: orders compare with the cells of all that did not move.
  for (const column of shape.columns) {
    for (const doc of orders.byColumn(column)?.movedPacked() ?? columns.of(column).besides()) {
      const value = columns.of(column).at(doc);
      const id = documents.idOf(doc);
      yield { kind: 'setNumber', id, column, value: Number.isNaN(value) ? null : value };
    }
  }
  for (const doc of documents.gone()) yield { kind: 'removeDocument', id: documents.idOf(doc) };
  for (let doc = documents.packed; doc < documents.span; doc++) {
    if (documents.exists(doc)) yield { kind: 'putDocument', document: documentAt(doc, parts) };
  }
}

/** The document as it was put, null columns and absent texts left out. */
export function documentAt(doc: number, parts: Parts): Document {
  const { columns, documents, taxonomy } = parts;
  const numbers: Record<string, number> = {};
  for (const name of columns.names) {
    const value = columns.of(name).at(doc);
    if (!Number.isNaN(value)) numbers[name] = value;
  }
  const texts: Record<string, string> = {};
  for (const name of parts.texts.names) {
    const text = parts.texts.of(name).at(doc);
    if (text !== null) texts[name] = text;
  }
  return {
    id: documents.idOf(doc),
    audience: documents.audienceOf(doc) >>> 0,
    terms: Array.from(documents.termsOf(doc), (term) => taxonomy.idOf(term)),
    numbers,
    texts,
  };
}
