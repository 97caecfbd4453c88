// The tables of bookmarks, as migration 0033 leaves them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../shared/ids.ts';
import type { BookmarkId } from './bookmark.ts';

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

declare module '../../kit/sql/index.ts' {
  interface Tables {
    bookmarks: BookmarksTable;
    bookmark_tags: BookmarkTagsTable;
  }
}
