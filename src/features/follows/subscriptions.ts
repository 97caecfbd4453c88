// What a member follows, for programs: a page of it, one more, one less.
import { Refused } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Finding } from '../finding/index.ts';
import { follow, unfollow } from './actions.ts';
import { choosingKinds, type FollowKind, type FollowNews, type Subject } from './follow.ts';
import { followsMax, followsOnPage } from './limits.ts';
import { text } from './messages.ts';
import type { NamedFollow } from './pages/subscriptions-page.ts';
import { findPlaces, isThere } from './places.ts';
import { findFollow, listFollows } from './store/follows.ts';

export type Subscriptions = {
  readonly follows: readonly NamedFollow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** The newest first; 404 for a page beyond the last. */
export async function listSubscriptions(
  parts: Parts,
  finding: Finding,
  member: Member,
  { kind, page }: { readonly kind: FollowKind | null; readonly page: number },
): Promise<Subscriptions> {
  const span = { offset: (page - 1) * followsOnPage, limit: followsOnPage };
  const { follows, all } = await listFollows(parts.database.read, member.userId, kind, span);
  const pages = Math.max(1, Math.ceil(all / followsOnPage));
  if (page > pages) throw new Refused(404);
  return { follows: await findPlaces(parts, finding, member, follows), total: all, page, pages };
}

/** Again is no harm. 404 for what the member does not see; 422 when they follow too much. */
export async function subscribe(
  parts: Parts,
  finding: Finding,
  member: Member,
  subject: Subject,
  news?: FollowNews,
): Promise<NamedFollow> {
  if (!(await isThere(parts, finding, member, subject))) throw new Refused(404);
  const chosen = choosingKinds.includes(subject.kind) ? news : undefined;
  if (!(await follow(parts, member, subject, chosen))) {
    throw new Refused(422, { detail: text.tooMany({ most: followsMax }) });
  }
  const made = await findFollow(parts.database.read, member.userId, subject);
  const [named] = made === null ? [] : await findPlaces(parts, finding, member, [made]);
  if (named === undefined) throw new Refused(404);
  return named;
}

/** Ends one by its number; 404 where the member has none of it. */
export async function unsubscribe(parts: Parts, member: Member, followId: number): Promise<void> {
  const found = await findFollow(parts.database.read, member.userId, followId);
  if (found === null) throw new Refused(404);
  await unfollow(parts, member, found);
}
