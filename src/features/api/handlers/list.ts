// Lists of works through the API.
import { Refused } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  type Finding,
  type FoundWorks,
  facetGroups,
  filterOfCall,
  tastesLifted,
} from '../../finding/index.ts';
import { listBlurbs } from '../../works/index.ts';
import { type CallHandler, requireReading, tagged } from '../call.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { text } from '../messages.ts';
import { blurbJson } from '../work-json.ts';

const usualLimit = 25;
const limitMax = 100;
// As many as the pages show.
const facetsShown = 10;

export function listWorksCall(finding: Finding): CallHandler {
  return async (ask, parts) => {
    requireReading(ask);
    const { query, viewer } = ask;
    const { filter, warnings } = filterOfCall(query, await finding.index(), viewer);
    const size = readLimit(query);
    const list = JSON.stringify(filter);
    const wantsFacets = query.get('facets') === '1';
    const found = await finding.find(viewer, filter, {
      page: { after: readCursor(parts.secret, list, query.get('after')), size },
      facets: wantsFacets ? facetsShown : 0,
      scope: tastesLifted(ask),
    });
    const blurbs = await listBlurbs(parts.database.read, viewer, found.ids);
    return answerList(ask, parts, '/works', {
      total: found.total,
      items: blurbs.map((blurb) => blurbJson(blurb, parts.settings.url)),
      next: writeCursor(parts.secret, list, found.next),
      ...(wantsFacets ? { facets: facetsJson(found) } : {}),
      warnings,
    });
  };
}

type ListAnswer = { readonly next: string | null } & Readonly<Record<string, unknown>>;

/** With the address of the next page in a header too. `path`: of the list, below `/api/v1`. */
export function answerList(ask: Ask, parts: Parts, path: string, value: ListAnswer): Response {
  const answer = tagged(ask, value);
  if (value.next === null) return answer;
  const next = new URL(`${parts.settings.url}/api/v1${path}`);
  for (const [name, one] of ask.query) if (name !== 'after') next.searchParams.append(name, one);
  next.searchParams.set('after', value.next);
  answer.headers.set('link', `<${next.href}>; rel="next"`);
  return answer;
}

function facetsJson({ facets }: FoundWorks) {
  return Object.fromEntries(
    facetGroups.map((group) => [
      group,
      (facets[group] ?? []).map(({ tag, count }) => ({ id: tag.id, name: tag.name, count })),
    ]),
  );
}

/** `limit`, 1 to 100; 25 when it is absent. */
export function readLimit(query: URLSearchParams): number {
  const asked = query.get('limit');
  if (asked === null || asked === '') return usualLimit;
  const limit = Number(asked);
  if (Number.isInteger(limit) && limit >= 1 && limit <= limitMax) return limit;
  const errors = [{ field: 'limit', detail: text.limitRange() }];
  throw new Refused(400, { detail: text.limitRange(), errors });
}
