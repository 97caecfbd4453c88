// Making, reading and taking back private feeds.
import { createHash } from 'node:crypto';
import { Refused } from '../../kit/http/index.ts';
import { hashToken, randomToken } from '../../kit/ids/index.ts';
import type { Flag } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Ask } from '../../web/ask.ts';
import {
  type FeedFormat,
  type FeedPage,
  type FeedSource,
  feedFormats,
  feedPageAsked,
  feedResponse,
} from '../../web/feeds.ts';
import { findMember, readBar } from '../accounts/index.ts';
import type { ListMeant } from './feed-sources.ts';
import { withTexts } from './feed-texts.ts';
import { feedUsedEveryMs, privateFeedsMax } from './limits.ts';
import * as store from './store/private-feeds.ts';
import { privateFeedPath } from './urls.ts';

/** The token, which is kept nowhere: shown once. Null when the member has as many as can be. */
export async function makePrivateFeed(
  parts: Parts,
  member: Member,
  list: ListMeant & { readonly texts: boolean },
): Promise<string | null> {
  const token = randomToken(parts.random, 160);
  const id = parts.ids.next();
  const { kind, which, query } = list;
  const texts: Flag = list.texts ? 1 : 0;
  const of = { kind, which, query, texts };
  const row = { ...of, id, user_id: member.userId, token_hash: hashToken(token) };
  return parts.database.write(async (transaction) => {
    const there = await store.listPrivateFeeds(transaction, member.userId);
    if (there.length >= privateFeedsMax) return null;
    const made_at = parts.clock.now();
    await store.insertPrivateFeed(transaction, { ...row, made_at, used_at: null });
    return token;
  });
}

/** False if the member has no such feed. */
export function revokePrivateFeed(parts: Parts, member: Member, id: number): Promise<boolean> {
  return parts.database.write((transaction) =>
    store.deletePrivateFeed(transaction, member.userId, id),
  );
}

/** What a list is now for its reader; null while it is not there for them. */
export async function readPrivateFeed(
  parts: Parts,
  sources: readonly FeedSource[],
  viewer: Member,
  { kind, which, query }: ListMeant,
  page = 1,
): Promise<FeedPage | null> {
  const source = sources.find((one) => one.kind === kind);
  const asked = { viewer, query: new URLSearchParams(query), page };
  return source === undefined ? null : source.read(parts, asked, which);
}

/** Whatever is wrong with a token is answered alike: no such thing. */
export async function answerPrivateFeed(
  ask: Ask,
  parts: Parts,
  sources: readonly FeedSource[],
): Promise<Response> {
  const { read } = parts.database;
  const [token = '', ending] = (ask.params['token'] ?? '').split('.');
  const format = feedFormats.find((one) => one === ending);
  const feed = format === undefined ? null : await store.findByToken(read, hashToken(token));
  const member = feed === null ? null : await findMember(read, feed.login);
  if (format === undefined || feed === null || member === null) throw new Refused(404);
  const now = parts.clock.now();
  // Who is banned reads nothing of the archive as a member, here neither.
  const bar = await readBar(read, member.userId, now);
  if (bar?.kind === 'banned') throw new Refused(404);
  const page = feedPageAsked(ask.query);
  const shown = await readPrivateFeed(parts, sources, member, feed, page);
  if (shown === null) throw new Refused(404);
  const filled = feed.texts === 1 ? await withTexts(parts, member, shown) : shown;
  if (now - (feed.used_at ?? 0) >= feedUsedEveryMs) {
    await parts.database.write((transaction) => store.writeUsed(transaction, feed.id, now));
  }
  return privately(ask, await written(parts, filled, { token, format, page }));
}

function written(
  { settings }: Parts,
  shown: FeedPage,
  { token, format, page }: { token: string; format: FeedFormat; page: number },
): Response {
  return feedResponse(format, shown, {
    site: settings.url,
    siteName: new URL(settings.url).host,
    self: `${privateFeedPath(token)}.${format}`,
    query: new URLSearchParams(),
    page,
  });
}

/** No place on the way keeps it, no search engine lists it, no link from it tells its address. */
async function privately(ask: Ask, answer: Response): Promise<Response> {
  const body = await answer.text();
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = new Headers(answer.headers);
  headers.set('etag', etag);
  headers.set('cache-control', 'private, no-cache');
  headers.set('x-robots-tag', 'noindex, nofollow');
  headers.set('referrer-policy', 'no-referrer');
  const seen = ask.request.headers.get('if-none-match');
  if (seen?.split(/\s*,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
