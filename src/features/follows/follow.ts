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

export type Follow = Subject & {
  readonly followId: number;
  /** Epoch milliseconds. */
  readonly since: number;
};

/** Somebody who follows a subject. */
export type Follower = {
  readonly userId: UserId;
  readonly login: string;
  readonly subject: number;
};
