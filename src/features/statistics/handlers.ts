// Statistics for creators, as pages and as tables for spreadsheets; nobody else is shown them.

import { csvOf } from '../../kit/csv/index.ts';
import { Refused } from '../../kit/http/index.ts';
import { dayMs, isoDate } from '../../kit/time/index.ts';
import { parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerPage, orNotFound } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { findWork } from '../works/index.ts';
import { growthOf, type Measure, measures } from './growth.ts';
import { dayOf } from './keep-days.ts';
import { barsMost, spans } from './limits.ts';
import { text } from './messages.ts';
import {
  chapterName,
  personStatisticsPage,
  type Sort,
  sorts,
  type Wanted,
  workStatisticsPage,
} from './pages/statistics-pages.ts';
import { type CountedWork, listCountedChapters, listCountedWorks, listDays } from './store.ts';

export async function showStatistics(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownOnly(ask);
  const wanted = wantedOf(ask);
  const works = await listCountedWorks(parts.database.read, ask.viewer.userId);
  const stretches = await readGrowth(parts, works, wanted.days);
  const sorted = works.toSorted(orderOf(wanted.sort));
  const { login } = ask.viewer;
  return answerPage(ask, personStatisticsPage({ login, works: sorted, stretches, wanted }));
}

export async function showWorkStatistics(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const wanted = wantedOf(ask);
  const chapters = await listCountedChapters(parts.database.read, work.id);
  const stretches = await readGrowth(parts, [work], wanted.days);
  const { login } = ask.viewer;
  return answerPage(ask, workStatisticsPage({ login, work, chapters, stretches, wanted }));
}

/** Every day that is kept of every work, with the totals that it ended with. */
export async function sendStatistics(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownOnly(ask);
  const works = await listCountedWorks(parts.database.read, ask.viewer.userId);
  const titles = new Map(works.map(({ id, title }) => [id, title]));
  const days = await listDays(parts.database.read, [...titles.keys()], 0);
  const counted = days.map((row) => [
    isoDate(row.day * dayMs),
    titles.get(row.work_id) ?? '',
    ...measures.map((measure) => row[measure]),
  ]);
  const names = measures.map((measure) => text[measure]());
  return sendCsv(`statistics-${ask.viewer.login}`, [
    [text.day(), text.work(), ...names],
    ...counted,
  ]);
}

export async function sendWorkStatistics(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const { read } = parts.database;
  const days = await listDays(read, [work.id], 0);
  const chapters = await listCountedChapters(read, work.id);
  return sendCsv(`statistics-${work.id}`, [
    [text.day(), ...measures.map((measure) => text[measure]())],
    ...days.map((row) => [isoDate(row.day * dayMs), ...measures.map((measure) => row[measure])]),
    [],
    [text.chapter(), text.words(), text.hits()],
    ...chapters.map((chapter) => [chapterName(chapter), chapter.words, chapter.hits]),
  ]);
}

/** 404 for a work that the member does not see, 403 for one that is not theirs. */
async function ownWork(ask: MemberAsk, parts: Parts): Promise<CountedWork> {
  const { read } = parts.database;
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  const { work } = await findWork(read, ask.viewer, id);
  if (work === null) throw new Refused(404);
  if (!work.own) throw new Refused(403);
  const works = await listCountedWorks(read, ask.viewer.userId);
  return orNotFound(works.find((counted) => counted.id === work.id));
}

function ownOnly(ask: MemberAsk): void {
  const asked = (ask.params['login'] ?? '').toLowerCase();
  if (asked !== ask.viewer.login.toLowerCase()) throw new Refused(403);
}

async function readGrowth(parts: Parts, works: readonly CountedWork[], days: number) {
  const to = dayOf(parts.clock.now());
  const from = to - days + 1;
  const ids = works.map(({ id }) => id);
  const rows = await listDays(parts.database.read, ids, from);
  return growthOf(rows, { from, to }, barsMost);
}

function wantedOf({ query }: MemberAsk): Wanted {
  const days = Number(query.get('days'));
  return {
    days: spans.find((span) => span === days) ?? spans[0],
    measure: measures.find((measure) => measure === query.get('measure')) ?? 'hits',
    sort: sorts.find((sort) => sort === query.get('sort')) ?? 'hits',
  };
}

function orderOf(sort: Sort): (a: CountedWork, b: CountedWork) => number {
  const byTitle = (a: CountedWork, b: CountedWork) => titleOrder.compare(a.title, b.title);
  if (sort === 'title') return byTitle;
  return (a, b) => b[sort as Measure | 'words'] - a[sort as Measure | 'words'] || byTitle(a, b);
}

const titleOrder = new Intl.Collator('en', { numeric: true });

function sendCsv(name: string, rows: readonly (readonly (string | number)[])[]): Response {
  return new Response(csvOf(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
