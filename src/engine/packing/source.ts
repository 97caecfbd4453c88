// What packing reads: documents by a place of their own, and the terms they speak of.
import type { Taxonomy } from '../taxonomy.ts';

/** Texts of documents as places in an order of all different ones. */
export type SourceTexts = {
  /** By new number of the document; `noText` where it has none. Written to and released. */
  readonly ranks: Uint32Array;
  /** By rank, each once, as `encoded` has them; good until the next. */
  readonly texts: Iterable<Uint8Array>;
};

/** In the place of a rank; one more is 0. */
export const noText = 0xffffffff;

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
  /**
   * From here on documents are asked for by their new numbers. `order` is the place by new number,
   * which nobody else writes to, nor asks for.
   */
  reorder(order: Int32Array): Generator<void>;
  /** By new number; NaN where it has none. */
  numbersOf(column: string): (doc: number) => number;
  /** In slices. */
  textsOf(name: string): Generator<void, SourceTexts>;
  /** Nobody asks for these any more, so that they may be let go, in slices. */
  finished(
    part: 'meanings' | 'terms' | 'documents' | 'all' | { readonly column: string },
  ): Generator<void>;
};
