// Readings: marking a work, and the list of one's own.
import { Refused } from '../../kit/http/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { returnPath } from '../accounts/index.ts';
import { findWork, listBlurbs, type Work } from '../works/index.ts';
import { workUrl } from '../works/urls.ts';
import { markWork } from './actions.ts';
import { readingsPerPage } from './limits.ts';
import { text } from './messages.ts';
import { readingsPage } from './pages/readings-page.ts';
import { type Reading, type ReadingState, readState } from './reading.ts';
import { countReadings, findReading, listReadings } from './store.ts';
import { readingsUrl } from './urls.ts';

/** `state`: what the address itself says; null: the form does. */
export function submitMark(state: ReadingState | null) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const work = await seenWork(ask, parts);
    const form = await ask.form();
    const said = state ?? readState(form.text('state'));
    if (said === null && form.text('state') !== 'none') throw new Refused(422);
    const before = await findReading(parts.database.read, ask.viewer, work.id);
    const place = form.has('chapter') ? parseId<ChapterId>(form.text('chapter')) : before?.chapter;
    await markWork(parts, ask.viewer, work, said, place ?? null);
    const sentence =
      said === null ? text.forgotten() : text.saved({ state: text[`state-${said}`]() });
    return answerDone(ask, returnPath(form.text('back')) ?? workUrl(work), sentence);
  };
}

async function seenWork(ask: Ask, { database }: Parts): Promise<Work> {
  const id = parseId<WorkId>(ask.params['id']);
  const found = id === null ? null : (await findWork(database.read, ask.viewer, id)).work;
  if (found === null || !found.posted) throw new Refused(404);
  return found;
}

export async function showReadings(ask: MemberAsk, { database }: Parts): Promise<Response> {
  const { viewer } = ask;
  if (ask.params['login']?.toLowerCase() !== viewer.login.toLowerCase()) throw new Refused(403);
  const { read } = database;
  const state = readState(ask.query.get('show'));
  const total = await countReadings(read, viewer, state);
  const pages = Math.max(1, Math.ceil(total / readingsPerPage));
  const page = parseId(ask.query.get('page') ?? '1') ?? 1;
  if (page > pages) throw new Refused(404);
  const part = { skipped: (page - 1) * readingsPerPage, most: readingsPerPage };
  const readings = await listReadings(read, viewer, state, part);
  const ids = readings.map(({ work }) => work);
  const blurbs = await listBlurbs(read, viewer, ids);
  const show = state === null ? '' : `&show=${state}`;
  const hrefFor = (number: number) => `${readingsUrl(viewer.login)}?page=${number}${show}`;
  const items = blurbs.flatMap((blurb) => {
    const reading = readings.find(({ work }) => work === blurb.id);
    return reading === undefined ? [] : [{ blurb, reading }];
  });
  const shown = { login: viewer.login, state, total, items, pages: { page, pages, hrefFor } };
  return answerPage(ask, readingsPage(shown));
}

/** What the page of a work shows; null for guests and where nothing is marked. */
export async function readReading(ask: Ask, parts: Parts, work: WorkId): Promise<Reading | null> {
  if (ask.viewer.kind === 'guest') return null;
  return findReading(parts.database.read, ask.viewer, work);
}
