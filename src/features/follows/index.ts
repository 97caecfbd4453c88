// The door to follows: subscriptions, their button, and telling followers what is new.
import { nothing } from '../../kit/html/index.ts';
import type { FeedSource } from '../../web/feeds.ts';
import type { FollowItem } from '../../web/follow-form.ts';
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import { showPrivateFeeds, submitPrivateFeed, submitRevoking } from './feed-handlers.ts';
import { showSubscriptions, submitSubscription } from './handlers.ts';
import { followItem } from './pages/follow-item.ts';
import { answerPrivateFeed } from './private-feeds.ts';
import { isFollowing } from './store/follows.ts';
import { privateFeedPath, privateFeedsUrl, subscriptionsUrl } from './urls.ts';

export { announce } from './announcing.ts';
export { feedsOfFollows, listAt } from './feed-sources.ts';
export { followKinds, followNews } from './follow.ts';
export { followNotices } from './kinds.ts';
export { announceMs } from './limits.ts';
export { ownedByFollows } from './owned.ts';
export type { NamedFollow } from './pages/subscriptions-page.ts';
export { followsRemover } from './remover.ts';
export { listSubscriptions, subscribe, unsubscribe } from './subscriptions.ts';

/** A member's own subscriptions and private feeds. `sources`: every list that can be a feed. */
export function followsRoutes(finding: Finding, sources: readonly FeedSource[]): readonly Route[] {
  const own = subscriptionsUrl(':login');
  const feeds = privateFeedsUrl(':login');
  return [
    route('GET', own, 'members', showSubscriptions(finding)),
    route('POST', own, 'members', submitSubscription(finding)),
    route('GET', feeds, 'members', showPrivateFeeds(sources)),
    route('POST', feeds, 'members', submitPrivateFeed(finding, sources)),
    route('POST', `${feeds}/:id/delete`, 'members', submitRevoking),
    route('GET', privateFeedPath(':token'), 'anyone', (ask, parts) =>
      answerPrivateFeed(ask, parts, sources),
    ),
  ];
}

/** The button for a page: a member's own, leading back to where it was pressed. */
export const followItemFor: FollowItem = async (ask, parts, subject) => {
  const { viewer } = ask;
  if (viewer.kind === 'guest') return nothing;
  if (subject.kind === 'creator' && subject.id === viewer.userId) return nothing;
  const follows = await isFollowing(parts.database.read, viewer.userId, subject);
  const { login } = viewer;
  const token = ask.session.formToken();
  return followItem({ login, token, subject, follows, back: ask.path });
};
