// Packs an archive: the one way in which a packed part comes into being.
import type { Shape } from '../engine.ts';
import { release } from '../growth.ts';
import { type Packed, Packing } from '../packed/arrays.ts';
import { layDocuments } from './lay-documents.ts';
import type { Source } from './source.ts';
import { numberTerms } from './term-numbers.ts';
import { workspaceFor, writeColumn, writeText } from './write-columns.ts';
import { writePostings } from './write-postings.ts';

/**
 * In slices of some milliseconds; those that copy or sort a small stretch of each of ten million
 * documents are the longest. Changes of terms while terms are numbered begin it again.
 */
export function* pack(source: Source, shape: Shape): Generator<void, Packed> {
  let packing = new Packing();
  let version = source.taxonomy.version;
  let terms = yield* numberTerms(source, packing);
  // What a term means must be one and the same throughout; nothing later asks for it.
  while (source.taxonomy.version !== version) {
    packing = new Packing();
    version = source.taxonomy.version;
    terms = yield* numberTerms(source, packing);
  }
  yield* source.finished('meanings');
  yield;
  const order = yield* layDocuments(source, terms, packing);
  yield* source.finished('documents');
  for (const each of [terms.uses, terms.canonicalOf, terms.numberOf]) {
    yield;
    release(each);
  }
  yield* source.reorder(order);
  yield* writePostings(terms.borne, packing);
  release(terms.borne);
  yield;
  const workspace = yield* workspaceFor(packing);
  for (const name of shape.columns) yield* writeColumn(source, name, workspace, packing);
  release(workspace.values);
  yield;
  for (const name of shape.texts) yield* writeText(source, name, workspace, packing);
  for (const each of [workspace.byId, workspace.docs, workspace.room]) {
    release(each);
    yield;
  }
  yield* source.finished('all');
  return { numbers: packing.numbers, arrays: packing.arrays };
}
