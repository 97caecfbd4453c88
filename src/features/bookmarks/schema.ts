// The tables of bookmarks, as migrations 0033 and 0039 leave them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../shared/ids.ts';
import type { BookmarkId } from './bookmark.ts';
import type { ShelfId } from './shelf.ts';

export interface BookmarksTable {
  id: BookmarkId;
  user_id: UserId;
  kind: 'work' | 'series' | 'elsewhere';
  /** Null with kind `work`: the work is gone for good. */
  work_id: WorkId | null;
  series_id: SeriesId | null;
  address: string | null;
  /** Of things elsewhere as typed, of things gone as they were; else empty. */
  title: string;
  creators: string;
  fandoms: string;
  notes_source: string;
  notes_html: string;
  notes_sanitiser_version: number;
  rec: Flag;
  private: Flag;
  /** Not null: moderators have hidden it from all but its owner. */
  hidden_at: Milliseconds | null;
  bookmarked_at: Milliseconds;
  changed_at: Milliseconds;
}

/** A person's own words for a bookmark; no tags of the archive. */
export interface BookmarkTagsTable {
  bookmark_id: BookmarkId;
  position: number;
  name: string;
  /** `lookKey(name)`. */
  name_key: string;
}

/** A person's own group of bookmarks. */
export interface ShelvesTable {
  id: ShelfId;
  user_id: UserId;
  name: string;
  /** `lookKey(name)`; one of each person's. */
  name_key: string;
  public: Flag;
  position: number;
  made_at: Milliseconds;
}

export interface ShelfBookmarksTable {
  shelf_id: ShelfId;
  bookmark_id: BookmarkId;
  /** Who comes first; there may be gaps. */
  position: number;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    bookmarks: BookmarksTable;
    bookmark_tags: BookmarkTagsTable;
    shelves: ShelvesTable;
    shelf_bookmarks: ShelfBookmarksTable;
  }
}
