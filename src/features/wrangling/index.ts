// The door to the wrangling desk: nothing stands on it but the app, and the demo that fills it.
import type { Parts } from '../../shared/parts.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import type { TagMover } from '../tags/index.ts';
import { type Desk, submitActs } from './handlers/acts.ts';
import { showDesk, showFound, submitNewTag } from './handlers/desk.ts';
import { showAct, showHistory, submitUndo } from './handlers/history.ts';
import { showKeepers, submitKeeping } from './handlers/keepers.ts';
import { showQueue } from './handlers/queue.ts';
import { showTag, submitNote } from './handlers/tag.ts';
import { keepersUrl, undoUrl, wrangleFindUrl, wranglingUrl } from './urls.ts';
import { WaitingEverywhere } from './waiting.ts';

export { keepersMover } from './keepers.ts';
export { ownedByWrangling } from './owned.ts';
export { insertKeeper, insertNote } from './store.ts';

/** The desk, for wranglers alone; `movers` go along with tags that become synonyms. */
export function wranglingRoutes(finding: Finding, movers: readonly TagMover[]): readonly Route[] {
  let everywhere: WaitingEverywhere | null = null;
  const waiting = ({ clock }: Parts) => {
    everywhere ??= new WaitingEverywhere(finding, clock);
    return everywhere;
  };
  const at =
    (answer: (ask: MemberAsk, desk: Desk) => Promise<Response>) =>
    (ask: MemberAsk, parts: Parts): Promise<Response> =>
      answer(ask, { parts, finding, movers });
  return [
    route('GET', wranglingUrl, 'wranglers', (ask, parts) =>
      showDesk(ask, { parts, finding, movers }, waiting(parts)),
    ),
    route('GET', '/wrangling/queue', 'wranglers', (ask, parts) =>
      showQueue(ask, { parts, finding, movers }, waiting(parts)),
    ),
    route('POST', '/wrangling/acts', 'wranglers', at(submitActs)),
    route('GET', '/wrangling/acts/:id', 'wranglers', at(showAct)),
    route('POST', undoUrl, 'wranglers', at(submitUndo)),
    route('GET', '/wrangling/history', 'wranglers', at(showHistory)),
    route(
      'GET',
      keepersUrl,
      'wranglers',
      at((ask, desk) => showKeepers(ask, desk)),
    ),
    route('POST', keepersUrl, 'wranglers', at(submitKeeping)),
    route(
      'GET',
      wrangleFindUrl,
      'wranglers',
      at((ask, desk) => showFound(ask, desk)),
    ),
    route('POST', wrangleFindUrl, 'wranglers', at(submitNewTag)),
    route('GET', '/wrangling/tags/:id', 'wranglers', at(showTag)),
    route('POST', '/wrangling/tags/:id/notes', 'wranglers', at(submitNote)),
  ];
}
