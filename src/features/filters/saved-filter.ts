// A filter that a member keeps: a query with a name.
import type { TagId } from '../../shared/ids.ts';

declare const brand: unique symbol;
/** The number of a saved filter. */
export type FilterId = number & { readonly [brand]: 'filter' };

/** A query that a member keeps by a name. */
export type SavedFilter = {
  readonly id: FilterId;
  readonly name: string;
  /** In the query language, tags by their numbers. */
  readonly query: string;
  /** The list it was made for: a tag's, or the one at the path. */
  readonly list: { readonly path: string; readonly tag: TagId | null };
  /** Applied to every list of works that the member sees. */
  readonly isDefault: boolean;
};
