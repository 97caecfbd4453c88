// Kudos of one work: the page of who left them, leaving them, taking them back.
import { jsonResponse, Refused } from '../../kit/http/index.ts';
import { parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { workUrl } from '../works/urls.ts';
import { type Left, leaveKudos, seenWork, takeKudosBack } from './actions.ts';
import { giverOf, newGiverOf } from './giver.ts';
import { namesPerPage } from './limits.ts';
import { text } from './messages.ts';
import { kudosPage } from './pages/kudos-page.ts';
import { readKudos } from './read.ts';
import { countNames } from './store.ts';
import { kudosUrl } from './urls.ts';

export async function showKudos(ask: Ask, parts: Parts): Promise<Response> {
  const work = await seenWork(parts, ask.viewer, parseId<WorkId>(ask.params['id']));
  const named = await countNames(parts.database.read, work.id);
  const pages = Math.max(1, Math.ceil(named / namesPerPage));
  const page = parseId(ask.query.get('page') ?? '1') ?? 1;
  if (page > pages) throw new Refused(404);
  const part = { skipped: (page - 1) * namesPerPage, most: namesPerPage };
  const shown = await readKudos(ask, parts, work, part);
  const hrefFor = (number: number) => `${kudosUrl(work)}?page=${number}`;
  return answerPage(ask, kudosPage(ask.frame(), work, shown, { page, pages, hrefFor }));
}

export async function submitKudos(ask: Ask, parts: Parts): Promise<Response> {
  const id = parseId<WorkId>(ask.params['id']);
  const giver = newGiverOf(ask, parts);
  const { viewer, clientAddress: address } = ask;
  const left = await leaveKudos(parts, { viewer, giver, address }, id);
  if (left.kind !== 'left' && left.kind !== 'there') return answerRefusal(ask, kudosRefusal(left));
  return answerKudos(ask, id as WorkId, true);
}

/** Script shows the sentence beside its button. */
function answerRefusal(ask: Ask, refused: Refused): Response {
  if (!isScript(ask)) throw refused;
  const said = { sentence: refused.options.detail ?? '', mine: false };
  return jsonResponse(said, refused.status, refused.options.headers ?? {});
}

/** Why none could be left, as an answer. */
export function kudosRefusal(left: Left): Refused {
  if (left.kind === 'too-many') {
    const headers = { 'retry-after': String(left.waitSeconds) };
    return new Refused(429, { detail: text.tooMany(), headers });
  }
  return new Refused(403, { detail: left.kind === 'own' ? text.own() : text.keptAway() });
}

export async function submitTakeBack(ask: Ask, parts: Parts): Promise<Response> {
  const id = parseId<WorkId>(ask.params['id']);
  if (id === null) throw new Refused(404);
  const giver = giverOf(ask, parts);
  const taken = giver !== null && (await takeKudosBack(parts, giver, id));
  // Who had left none learns nothing of a work they do not see.
  if (!taken) await seenWork(parts, ask.viewer, id);
  return answerKudos(ask, id, false);
}

function answerKudos(ask: Ask, id: WorkId, mine: boolean): Response {
  const sentence = mine ? text.thanks() : text.takenBack();
  if (isScript(ask)) return jsonResponse({ sentence, mine }, 200, { 'cache-control': 'no-store' });
  return answerDone(ask, `${workUrl({ id })}#kudos`, sentence);
}

function isScript({ request }: Ask): boolean {
  return request.headers.get('accept') === 'application/json';
}
