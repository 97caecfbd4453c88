// The button to follow what a page shows. The pages of lower features have it without knowing what
// following is: the app brings it.
import type { Html } from '../kit/html/index.ts';
import type { Parts } from '../shared/parts.ts';
import type { Ask } from './ask.ts';

export type FollowKind = 'work' | 'series' | 'creator' | 'tag' | 'filter' | 'collection';

/** A list item with the form, for the actions of a page; nothing for guests. */
export type FollowItem = (
  ask: Ask,
  parts: Parts,
  subject: { readonly kind: FollowKind; readonly id: number },
) => Promise<Html>;
