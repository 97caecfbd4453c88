// What packing reads: documents by a place of their own, and the terms they speak of.
import type { Taxonomy } from '../taxonomy.ts';

/** Texts of documents as places in an order of all different ones. */
export type SourceTexts = {
  /** By place of the document; -1 where it has none. */
  readonly ranks: Int32Array;
  /** By rank, each once, as `encoded` has them; good until the next. */
  readonly texts: Iterable<Uint8Array>;
};

/** An archive to be packed. Documents keep their places and terms meanwhile. */
export type Source = {
  readonly size: number;
  readonly taxonomy: Pick<
    Taxonomy,
    'size' | 'version' | 'canonicalOf' | 'idOf' | 'groupOf' | 'isHidden' | 'targetOf' | 'metatagsOf'
  >;
  idAt(place: number): number;
  audienceAt(place: number): number;
  /** Reads its own terms, each once, into the first cells of `terms`; says how many they are. */
  readTerms(place: number): number;
  /** What `readTerms` read, good until the next: take it anew each time. */
  readonly terms: Int32Array;
  /** NaN where it has none. */
  numbersOf(column: string): (place: number) => number;
  /** In slices. */
  textsOf(name: string): Generator<void, SourceTexts>;
  /** Nobody asks for these any more, so that they may be let go. */
  finished(part: 'meanings' | 'terms' | 'documents' | { readonly column: string }): void;
};
