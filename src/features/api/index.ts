// The JSON API, made of a table of calls. It stands above what it shows, and nothing stands on it.
import { answerPage } from '../../web/answer.ts';
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import type { TagMover } from '../tags/index.ts';
import { limited, tagged } from './call.ts';
import { apiCalls, type Beside } from './calls.ts';
import { openApiDocument } from './openapi.ts';
import { apiPage } from './pages/api-page.ts';
import { createRateLimit } from './rate-limit.ts';

/**
 * The API's routes over an index; `movers` go along with tags that become synonyms, `version` is
 * the product's, for the OpenAPI document.
 */
export function apiRoutes(
  finding: Finding,
  movers: readonly TagMover[],
  beside: Beside,
  version: string,
): readonly Route[] {
  const calls = apiCalls(finding, movers, beside);
  const limit = createRateLimit();
  return [
    ...calls.map(({ method, path, handler }) =>
      route(method, `/api/v1${path}`, 'tokens', limited(limit, handler)),
    ),
    route('GET', '/api/v1/openapi.json', 'anyone', async (ask, parts) =>
      tagged(ask, openApiDocument(calls, parts.settings.url, version)),
    ),
    route('GET', '/api', 'anyone', (ask) => answerPage(ask, apiPage(calls)), {
      sameForGuests: true,
    }),
  ];
}
