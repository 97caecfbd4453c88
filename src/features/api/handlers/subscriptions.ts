// What the caller follows.
import { Refused } from '../../../kit/http/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import type { Finding } from '../../finding/index.ts';
import {
  followKinds,
  listSubscriptions,
  type NamedFollow,
  subscribe,
  unsubscribe,
} from '../../follows/index.ts';
import { type CallHandler, parseBody, readJson, requireScope, tagged } from '../call.ts';
import { subscriptionBody } from '../talk-body.ts';

export function listSubscriptionsCall(finding: Finding): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'read');
    const kind = followKinds.find((one) => one === ask.query.get('kind')) ?? null;
    const page = parseId<number>(ask.query.get('page') ?? undefined) ?? 1;
    const listed = await listSubscriptions(parts, finding, member, { kind, page });
    const { follows, ...rest } = listed;
    const items = follows.map((one) => subscriptionJson(one, parts.settings.url));
    return tagged(ask, { ...rest, items });
  };
}

export function subscribeCall(finding: Finding): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'write');
    const { kind, subject, news } = parseBody(subscriptionBody, (await readJson(ask)).value);
    const made = await subscribe(parts, finding, member, { kind, id: subject }, news);
    return tagged(ask, subscriptionJson(made, parts.settings.url));
  };
}

export async function unsubscribeCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const id = parseId<number>(ask.params['id']);
  if (id === null) throw new Refused(404);
  await unsubscribe(parts, member, id);
  return new Response(null, { status: 204 });
}

function subscriptionJson({ follow, place }: NamedFollow, siteUrl: string) {
  const { followId: id, kind, id: subject, news, since } = follow;
  return {
    ...{ id, kind, subject, news, since: isoTime(since) },
    name: place?.name ?? null,
    url: place === null ? null : `${siteUrl}${place.href}`,
  };
}
