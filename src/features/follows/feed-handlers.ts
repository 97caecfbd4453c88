// A member's private feeds: the list, making one, taking one back.
import { Refused } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import type { FeedSource } from '../../web/feeds.ts';
import { listFilters } from '../filters/index.ts';
import { type Finding, tagOfNumberOrSlug } from '../finding/index.ts';
import { type ListMeant, listAt } from './feed-sources.ts';
import { ownerOnly } from './handlers.ts';
import { privateFeedsMax } from './limits.ts';
import { text } from './messages.ts';
import { type FeedForm, feedReadyPage, privateFeedsPage } from './pages/private-feeds-page.ts';
import { makePrivateFeed, readPrivateFeed, revokePrivateFeed } from './private-feeds.ts';
import { listPrivateFeeds } from './store/private-feeds.ts';
import { privateFeedPath, privateFeedsUrl } from './urls.ts';

export function showPrivateFeeds(sources: readonly FeedSource[]) {
  return (ask: MemberAsk, parts: Parts) => {
    ownerOnly(ask);
    return answerFeeds(ask, parts, sources, { address: ask.query.get('of') ?? '', problems: [] });
  };
}

async function answerFeeds(
  ask: MemberAsk,
  parts: Parts,
  sources: readonly FeedSource[],
  form: FeedForm,
): Promise<Response> {
  const { read } = parts.database;
  const { login, userId } = ask.viewer;
  const feeds: Parameters<typeof privateFeedsPage>[0]['feeds'][number][] = [];
  for (const feed of await listPrivateFeeds(read, userId)) {
    const shown = await readPrivateFeed(parts, sources, ask.viewer, feed);
    const place = shown && { name: shown.title, href: shown.home };
    const { id, made_at: made, used_at: used } = feed;
    feeds.push({ id, made, used, place, texts: feed.texts === 1 });
  }
  const filters = await listFilters(read, userId);
  const token = ask.session.formToken();
  const page = privateFeedsPage({ login, token, feeds, filters, form });
  return answerPage(ask, page, form.problems.length === 0 ? 200 : 422);
}

export function submitPrivateFeed(finding: Finding, sources: readonly FeedSource[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const form = await ask.form();
    const address = form.text('address').trim();
    const again = (field: string, detail: string) =>
      answerFeeds(ask, parts, sources, { address, problems: [{ field, detail }] });
    const list = await listMeant(finding, parts, ask, form.text('of'), address);
    const shown = list && (await readPrivateFeed(parts, sources, ask.viewer, list));
    if (list === null || !shown) return again('address', text.feedAddressUnknown());
    const texts = form.text('texts') === '1';
    const token = await makePrivateFeed(parts, ask.viewer, { ...list, texts });
    if (token === null) return again('of', text.feedTooMany({ most: privateFeedsMax }));
    const path = `${parts.settings.url}${privateFeedPath(token)}`;
    const addresses = [`${path}.atom`, `${path}.json`];
    const page = feedReadyPage({ login: ask.viewer.login, name: shown.title, addresses });
    const answer = answerPage(ask, page);
    answer.headers.set('referrer-policy', 'no-referrer');
    return answer;
  };
}

async function listMeant(
  finding: Finding,
  parts: Parts,
  ask: MemberAsk,
  of: string,
  address: string,
): Promise<ListMeant | null> {
  if (of === 'subscriptions' || of === 'works') return { kind: of, which: '', query: '' };
  if (of.startsWith('filter:')) return { kind: 'filter', which: of.slice(7), query: '' };
  const { url } = parts.settings;
  const found = URL.canParse(address, url) ? new URL(address, url) : null;
  if (found === null || found.origin !== new URL(url).origin) return null;
  const index = await finding.index();
  const tagOf = (slug: string) => tagOfNumberOrSlug(ask.viewer, index, slug)?.id ?? null;
  return listAt(found, tagOf);
}

export async function submitRevoking(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const id = parseId<number>(ask.params['id']);
  if (id === null || !(await revokePrivateFeed(parts, ask.viewer, id))) throw new Refused(404);
  return answerDone(ask, privateFeedsUrl(ask.viewer.login), text.feedRevoked());
}
