// What the caller reads and has opened, through the API.
import { Refused } from '../../../kit/http/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { orNotFound } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { type Finding, filterOfCall } from '../../finding/index.ts';
import {
  type HistoryAct,
  isIn,
  listEntries,
  markWork,
  performHistoryAct,
  type Reading,
  type ReadingEntry,
  readHistory,
  readPart,
  readStandings,
  removeVisit,
  type Standing,
  scopeOfEntries,
  unmarkWork,
  type VisitKeeper,
  writeNoted,
} from '../../readings/index.ts';
import { type Blurb, findWork, type Work } from '../../works/index.ts';
import { type CallHandler, parseBody, readJson, requireScope, tagged } from '../call.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { historyPatch, readingBody } from '../library-body.ts';
import { text } from '../messages.ts';
import { blurbJson } from '../work-json.ts';
import { answerList, readLimit } from './list.ts';

export function listReadingsCall(finding: Finding, visits: VisitKeeper): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'library');
    const { query } = ask;
    await writeNoted(parts, visits);
    const part = readPart(query.get('show'));
    const all = await listEntries(parts.database.read, member);
    const entries = all.filter((entry) => isIn(part, entry));
    const scope = scopeOfEntries(entries);
    const { filter, warnings } = filterOfCall(query, await finding.index(), member, scope);
    const list = JSON.stringify(['readings', part, filter]);
    const found = await finding.find(member, filter, {
      page: { after: readCursor(parts.secret, list, query.get('after')), size: readLimit(query) },
      facets: 0,
      scope,
    });
    const items = await readItems(parts, finding, member, found.ids, entries);
    const next = writeCursor(parts.secret, list, found.next);
    return answerList(ask, parts, '/readings', { total: found.total, items, next, warnings });
  };
}

async function readItems(
  parts: Parts,
  finding: Finding,
  member: Member,
  ids: readonly WorkId[],
  entries: readonly ReadingEntry[],
) {
  const blurbs = await finding.blurbs(member, ids);
  const standings = await readStandings(parts.database.read, member, blurbs);
  const byWork = new Map(entries.map((entry) => [entry.work, entry]));
  return blurbs.map((blurb) =>
    readingJson(blurb, standings.get(blurb.id), byWork.get(blurb.id)?.visit ?? null, parts),
  );
}

function readingJson(
  blurb: Blurb,
  standing: Standing | undefined,
  visit: ReadingEntry['visit'],
  { settings }: Parts,
) {
  const reading: Reading | null = standing?.reading ?? null;
  const [id, number] = [reading?.chapter ?? null, standing?.number ?? null];
  return {
    work: blurbJson(blurb, settings.url),
    state: reading?.state ?? null,
    chapter: id === null || number === null ? null : { id, number },
    place: reading?.place ?? null,
    newChapters: standing?.newChapters ?? 0,
    markedAt: reading === null ? null : isoTime(reading.at),
    visit:
      visit === null
        ? null
        : { firstAt: isoTime(visit.firstAt), lastAt: isoTime(visit.lastAt), times: visit.times },
  };
}

export function showReadingCall(finding: Finding, visits: VisitKeeper): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'library');
    const work = await seenWork(ask, parts, member);
    await writeNoted(parts, visits);
    return answerReading(ask, parts, finding, member, work);
  };
}

export function markCall(finding: Finding, visits: VisitKeeper): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'library');
    const work = await seenWork(ask, parts, member);
    const { value } = await readJson(ask);
    const said = parseBody(readingBody, value);
    const before = (await readStandings(parts.database.read, member, [work])).get(work.id)?.reading;
    const chapter = said.chapter === undefined ? (before?.chapter ?? null) : said.chapter;
    if (said.chapter != null && !work.chapters.some(({ id }) => id === said.chapter)) {
      const errors = [{ field: 'chapter', detail: text.noSuchChapter() }];
      throw new Refused(422, { detail: text.bodyWrong(), errors });
    }
    const kept = chapter === before?.chapter ? (before?.place ?? null) : null;
    const place = said.place === undefined ? kept : said.place;
    await markWork(parts, member, work, said.state, { chapter: chapter as ChapterId, place });
    await writeNoted(parts, visits);
    return answerReading(ask, parts, finding, member, work);
  };
}

async function answerReading(
  ask: Ask,
  parts: Parts,
  finding: Finding,
  member: Member,
  { id }: Work,
): Promise<Response> {
  const entries = await listEntries(parts.database.read, member);
  const [item] = await readItems(parts, finding, member, [id], entries);
  return tagged(ask, orNotFound(item));
}

/** Whether the work is to be seen now is not asked: the mark is the caller's own. */
export async function unmarkCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'library');
  await unmarkWork(parts, member, orNotFound(parseId<WorkId>(ask.params['id'])));
  return new Response(null, { status: 204 });
}

export function showHistoryCall(visits: VisitKeeper): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'library');
    await writeNoted(parts, visits);
    return answerHistory(ask, parts, member);
  };
}

export function changeHistoryCall(visits: VisitKeeper): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'library');
    const { value } = await readJson(ask);
    const { keeps } = parseBody(historyPatch, value);
    return performAct(ask, parts, member, visits, keeps ? 'keep' : 'stop');
  };
}

export function clearHistoryCall(visits: VisitKeeper): CallHandler {
  return (ask, parts) => performAct(ask, parts, requireScope(ask, 'library'), visits, 'clear');
}

export function restoreHistoryCall(visits: VisitKeeper): CallHandler {
  return (ask, parts) => performAct(ask, parts, requireScope(ask, 'library'), visits, 'restore');
}

async function performAct(
  ask: Ask,
  parts: Parts,
  member: Member,
  visits: VisitKeeper,
  act: HistoryAct,
): Promise<Response> {
  await visits.flush();
  await performHistoryAct(parts, member, act);
  return answerHistory(ask, parts, member);
}

export function forgetVisitCall(visits: VisitKeeper): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'library');
    await visits.flush();
    await removeVisit(parts, member, orNotFound(parseId<WorkId>(ask.params['id'])));
    return new Response(null, { status: 204 });
  };
}

async function answerHistory(ask: Ask, parts: Parts, member: Member): Promise<Response> {
  const { choice, opened, cleared } = await readHistory(parts, member);
  return tagged(ask, {
    keeps: choice === 'unasked' ? null : choice === 'kept',
    works: opened,
    cleared: cleared && { works: cleared.works, until: isoTime(cleared.until) },
  });
}

async function seenWork(ask: Ask, { database }: Parts, member: Member): Promise<Work> {
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  const { work } = await findWork(database.read, member, id);
  if (work === null || !work.posted) throw new Refused(404);
  return work;
}
