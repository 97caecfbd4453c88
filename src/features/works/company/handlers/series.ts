// Changing and deleting a series through forms.
import { Refused } from '../../../../kit/http/index.ts';
import { parseId, type SeriesId, type UserId, type WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../../web/answer.ts';
import type { MemberAsk } from '../../../../web/ask.ts';
import { refusedSeries } from '../../handlers/gone.ts';
import { undeleteDays } from '../../limits.ts';
import { listBlurbs, listDrafts } from '../../store/reads.ts';
import { findSeries } from '../../store/series.ts';
import { seriesUrl, undeleteSeriesUrl } from '../../urls.ts';
import { changeSeries, deleteSeries, undeleteSeries } from '../actions/edit-series.ts';
import { readNumber, readNumbers } from '../forms.ts';
import { text } from '../messages.ts';
import {
  deleteSeriesPage,
  type SeriesFields,
  type SeriesForm,
  seriesFormPage,
  undeleteSeriesPage,
} from '../pages/series-pages.ts';
import { findSeriesFacts, listCompanions, listPlaces } from '../store/series.ts';

export async function showEditSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { id, series, creatorUserIds } = await ownSeries(ask, parts);
  const shown = await readShown(ask, parts, id);
  const fields: SeriesFields = {
    title: series.title,
    summary: series.summary_source,
    notes: series.notes_source,
    complete: series.complete === 1,
    numbers: Object.fromEntries(shown.works.map((one) => [one.id, String(one.position)])),
    creators: creatorUserIds.map(String),
  };
  const form = { id, title: series.title, ...shown, fields, errors: [] };
  return answerPage(ask, seriesFormPage(ask.frame(), form));
}

export async function submitEditSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { id, series } = await ownSeries(ask, parts);
  const sent = await ask.form();
  const fields: SeriesFields = {
    title: sent.text('title'),
    summary: sent.text('summary'),
    notes: sent.text('notes'),
    complete: sent.ticked('complete'),
    numbers: readNumbers(sent, 'number'),
    creators: sent.all('creators'),
  };
  const numbers = Object.entries(fields.numbers).map(([work, typed]) => {
    return [Number(work) as WorkId, readNumber(typed)] as const;
  });
  const outcome = await changeSeries(parts, ask.viewer, id, {
    ...fields,
    numbers: new Map(numbers),
    creators: fields.creators.flatMap((one) => parseId<UserId>(one) ?? []),
  });
  if (!outcome.ok) {
    const shown = await readShown(ask, parts, id);
    const form = { id, title: series.title, ...shown, fields, errors: outcome.errors };
    return answerPage(ask, seriesFormPage(ask.frame(), form), 422);
  }
  return answerDone(ask, seriesUrl({ id }), text.seriesSaved());
}

export async function showDeleteSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { series } = await ownSeries(ask, parts);
  return answerPage(ask, deleteSeriesPage(ask.frame(), series));
}

export async function submitDeleteSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { id } = await ownSeries(ask, parts);
  await deleteSeries(parts, ask.viewer, id);
  const sentence = text.seriesDeletedFlash({ days: undeleteDays });
  return answerDone(ask, undeleteSeriesUrl({ id }), sentence);
}

export async function showUndeleteSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<SeriesId>(ask.params['id']));
  const facts = orNotFound(await findSeriesFacts(parts.database.read, id));
  const own = facts.creatorUserIds.includes(ask.viewer.userId);
  if (!own || facts.series.deleted_at === null) throw new Refused(404);
  return answerPage(ask, undeleteSeriesPage(ask.frame(), facts.series));
}

export async function submitUndeleteSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<SeriesId>(ask.params['id']));
  await undeleteSeries(parts, ask.viewer, id);
  return answerDone(ask, seriesUrl({ id }), text.seriesBack());
}

/** The series of the address for its creators; others are refused as readers of it would be. */
async function ownSeries(ask: MemberAsk, parts: Parts) {
  const id = orNotFound(parseId<SeriesId>(ask.params['id']));
  const { read } = parts.database;
  const facts = orNotFound(await findSeriesFacts(read, id));
  if (!facts.creatorUserIds.includes(ask.viewer.userId)) {
    orNotFound(await findSeries(read, ask.viewer, id));
    throw new Refused(403, { detail: text.notYourSeries() });
  }
  if (facts.series.deleted_at !== null) throw await refusedSeries(read, ask.viewer, id);
  return { id, ...facts };
}

/** The works in it, by title where this creator may know it, and who may be let in. */
async function readShown(
  ask: MemberAsk,
  { database: { read } }: Parts,
  id: SeriesId,
): Promise<Pick<SeriesForm, 'works' | 'companions'>> {
  const places = await listPlaces(read, id);
  const ids = places.map(({ workId }) => workId);
  const [seen, drafts, companions] = await Promise.all([
    listBlurbs(read, ask.viewer, ids),
    listDrafts(read, ask.viewer),
    listCompanions(read, id, ask.viewer.userId),
  ]);
  const titles = new Map([...seen, ...drafts].map((work) => [work.id, work.title]));
  const works = places.map(({ workId, position }) => {
    return { id: workId, position, title: titles.get(workId) ?? null };
  });
  return { works, companions };
}
