// What can be followed.

import type { UserId } from '../../shared/ids.ts';
import type { FollowKind } from '../../web/follow-form.ts';

/** Kinds in the order in which one follow goes before another, where several lead to a work. */
export const followKinds: readonly FollowKind[] = [
  'work',
  'series',
  'creator',
  'filter',
  'tag',
  'collection',
];
export type { FollowKind };

export type Subject = { readonly kind: FollowKind; readonly id: number };

/** Hearing of new works alone, or of new chapters of works that were there too. */
export const followNews = ['works', 'works-and-chapters'] as const;
export type FollowNews = (typeof followNews)[number];

/** Kinds whose followers choose; followers of a work hear of its chapters. */
export const choosingKinds: readonly FollowKind[] = ['series', 'creator', 'filter', 'tag'];

/** What holds until the follower chooses: a tag has far more chapters than anybody reads. */
export function standardNews(kind: FollowKind): FollowNews {
  return kind === 'filter' || kind === 'tag' ? 'works' : 'works-and-chapters';
}

export type Follow = Subject & {
  readonly followId: number;
  readonly news: FollowNews;
  /** Epoch milliseconds. */
  readonly since: number;
};

/** Somebody who follows a subject. */
export type Follower = {
  readonly userId: UserId;
  readonly login: string;
  readonly subject: number;
  readonly chapters: boolean;
};
