// What the member follows: the list, following, no longer following.
import { Refused } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { returnPath } from '../accounts/index.ts';
import { listFilters } from '../filters/index.ts';
import { filterUrl } from '../filters/urls.ts';
import type { Finding } from '../finding/index.ts';
import { follow, unfollow } from './actions.ts';
import { choosingKinds, followKinds, followNews } from './follow.ts';
import { followsMax, followsOnPage } from './limits.ts';
import { text } from './messages.ts';
import { subscriptionsPage } from './pages/subscriptions-page.ts';
import { findPlaces, isThere } from './places.ts';
import { listFollows } from './store/follows.ts';
import { subscriptionsUrl } from './urls.ts';

export function showSubscriptions(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const { read } = parts.database;
    const { userId, login } = ask.viewer;
    const kind = followKinds.find((one) => one === ask.query.get('kind')) ?? null;
    const page = parseId<number>(ask.query.get('page') ?? undefined) ?? 1;
    const span = { offset: (page - 1) * followsOnPage, limit: followsOnPage };
    const { follows, all } = await listFollows(read, userId, kind, span);
    const pages = Math.max(1, Math.ceil(all / followsOnPage));
    if (page > pages) throw new Refused(404);
    const filters = await listFilters(read, userId);
    const ofFilters = await listFollows(read, userId, 'filter', { offset: 0, limit: followsMax });
    const followed = new Set(ofFilters.follows.map(({ id }) => id));
    const shown = {
      login,
      token: ask.session.formToken(),
      kind,
      follows: await findPlaces(parts, finding, ask.viewer, follows),
      filters: filters
        .filter(({ id }) => !followed.has(id))
        .map((filter) => ({ id: filter.id, name: filter.name, href: filterUrl(filter) })),
      page,
      pages,
    };
    return answerPage(ask, subscriptionsPage(shown));
  };
}

/** The button's own word says which: tools send it, and so do browsers. */
export function submitSubscription(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const form = await ask.form();
    const kind = followKinds.find((one) => one === form.text('kind'));
    const id = parseId<number>(form.text('id'));
    if (kind === undefined || id === null) throw new Refused(404);
    const back = returnPath(form.text('back')) ?? subscriptionsUrl(ask.viewer.login);
    if (form.text('commit') === text.unfollow()) {
      await unfollow(parts, ask.viewer, { kind, id });
      return answerDone(ask, back, text.unfollowed());
    }
    if (!(await isThere(parts, finding, ask.viewer, { kind, id }))) throw new Refused(404);
    const chosen = followNews.find((one) => one === form.text('news'));
    const news = choosingKinds.includes(kind) ? chosen : undefined;
    const done = await follow(parts, ask.viewer, { kind, id }, news);
    return answerDone(ask, back, done ? text.followed() : text.tooMany({ most: followsMax }));
  };
}

/** Members may open these pages, but only their own. */
export function ownerOnly(ask: MemberAsk): void {
  const login = ask.params['login'] ?? '';
  if (login.toLowerCase() !== ask.viewer.login.toLowerCase()) throw new Refused(403);
}
