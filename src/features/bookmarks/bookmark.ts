// What a bookmark is, as those who may read it see it.
import type { SeriesId, UserId, WorkId } from '../../shared/ids.ts';

declare const brand: unique symbol;
/** The number of a bookmark. */
export type BookmarkId = number & { readonly [brand]: 'bookmark' };

/** What is bookmarked: something here by its number, or an address on the web. */
export type Subject =
  | { readonly kind: 'work'; readonly work: WorkId }
  | { readonly kind: 'series'; readonly series: SeriesId }
  | { readonly kind: 'elsewhere'; readonly address: string };

/** Something here that is gone for good; what it was called, if its owner could know. */
export type Gone = { readonly kind: 'gone'; readonly of: 'work' | 'series' };

export type Bookmark = {
  readonly id: BookmarkId;
  readonly userId: UserId;
  readonly login: string;
  readonly of: Subject | Gone;
  /** Of things elsewhere and gone: as somebody typed them, or as they were. */
  readonly title: string;
  readonly creators: string;
  readonly fandoms: string;
  readonly notesSource: string;
  /** Sanitised HTML. */
  readonly notes: string;
  readonly rec: boolean;
  readonly private: boolean;
  readonly at: number;
  /** The person's own words, in their order. */
  readonly tags: readonly string[];
};
