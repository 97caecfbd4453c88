// The tables of saved filters, as migration 0009 leaves them.
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import type { FilterId } from './saved-filter.ts';

export interface SavedFiltersTable {
  id: FilterId;
  user_id: UserId;
  name: string;
  /** `caseKey(name)`: once for each person. */
  name_key: string;
  /** In the query language, tags by their numbers. */
  query: string;
  /** The list it was made for; of a tag's list the tag says which. */
  list_path: string;
  list_tag_id: TagId | null;
  created_at: Milliseconds;
  updated_at: Milliseconds;
}

/** The tags that a filter's query has by number. */
export interface SavedFilterTagsTable {
  filter_id: FilterId;
  tag_id: TagId;
}

export interface DefaultFiltersTable {
  user_id: UserId;
  filter_id: FilterId;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    saved_filters: SavedFiltersTable;
    saved_filter_tags: SavedFilterTagsTable;
    default_filters: DefaultFiltersTable;
  }
}
