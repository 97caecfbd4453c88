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
  /** Its own terms, each once. */
  termsAt(place: number): Int32Array;
  /** NaN where it has none. */
  numberAt(column: string, place: number): number;
  textsOf(name: string): SourceTexts;
};
