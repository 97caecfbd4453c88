// What every door for documents refuses.
import { requireValue } from './columns.ts';
import type { Document } from './engine.ts';
import { requireId } from './id-table.ts';

/** Where the names of columns and texts are known: asking for an unknown one throws. */
export type KnownNames = { of(name: string): unknown };

/** Refuses, with a RangeError, malformed ids, masks and numbers, and names that are not known. */
export function requireSound(document: Document, columns: KnownNames, texts: KnownNames): void {
  requireId(document.id, 'document');
  if (!Number.isInteger(document.audience)) {
    throw new RangeError(`${document.audience} is not an audience`);
  }
  for (let at = 0; at < document.terms.length; at++) requireId(document.terms[at]!, 'term');
  for (const name in document.numbers) {
    columns.of(name);
    requireValue(name, document.numbers[name]!);
  }
  for (const name in document.texts) texts.of(name);
}
