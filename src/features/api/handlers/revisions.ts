// Versions of works and chapters through the API: for their creators alone.
import { Refused } from '../../../kit/http/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  findVersion,
  type ListedRevision,
  listRevisions,
  type Revised,
  restoreVersion,
} from '../../works/index.ts';
import { requireScope, tagged } from '../call.ts';
import { text } from '../messages.ts';
import { ownWork } from './works.ts';

const perPage = 100;

export async function listRevisionsCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'read');
  const thing = await thingOf(ask, parts);
  const below = parseId<number>(ask.query.get('below') ?? '');
  const page = { limit: perPage, ...(below === null ? {} : { below }) };
  const rows = await listRevisions(parts.database.read, thing, member.userId, page);
  return tagged(ask, { revisions: rows.map(revisionJson) });
}

export async function showRevisionCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'read');
  const found = await findVersion(parts, member, await thingOf(ask, parts), numberOf(ask));
  if (found === null) throw new Refused(404);
  return tagged(ask, { ...revisionJson(found.row), version: found.version });
}

export async function restoreRevisionCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const thing = await thingOf(ask, parts);
  const found = await findVersion(parts, member, thing, numberOf(ask));
  if (found === null) throw new Refused(404);
  const outcome = await restoreVersion(parts, member, thing, found.version);
  if (!outcome.ok) throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
  return tagged(ask, { ...revisionJson(found.row), version: found.version });
}

function revisionJson(row: ListedRevision) {
  const { number, login, reason, words, words_added, words_removed } = row;
  const counts = { words, wordsAdded: words_added, wordsRemoved: words_removed };
  return { number, madeAt: isoTime(row.made_at), madeBy: login, reason, ...counts };
}

async function thingOf(ask: Ask, parts: Parts): Promise<Revised> {
  const work = await ownWork(ask, parts);
  if (ask.params['chapterId'] === undefined) return { work: work.id, chapter: 0 };
  const chapter = parseId<ChapterId>(ask.params['chapterId']);
  if (!work.chapters.some(({ id }) => id === chapter)) throw new Refused(404);
  return { work: work.id, chapter: chapter as ChapterId };
}

function numberOf(ask: Ask): number {
  const number = parseId<number>(ask.params['number']);
  if (number === null) throw new Refused(404);
  return number;
}
