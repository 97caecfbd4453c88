// The work page, whole or by chapters, and the chapter index.
import { Refused } from '../../../kit/http/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import type { FollowItem } from '../../../web/follow-form.ts';
import { readKudos } from '../../kudos/index.ts';
import {
  findNeighbours,
  findWorkOfChapter,
  isOneShot,
  listBlurbs,
  readChapters,
  readRelated,
  type Work,
} from '../../works/index.ts';
import { consentingAddress, isGated, keepAdultConsent } from '../adult-gate.ts';
import type { HitCounter } from '../hits.ts';
import { chapterIndexPage } from '../pages/chapter-index-page.ts';
import { adultGatePage } from '../pages/gate-pages.ts';
import { workPage } from '../pages/work-page.ts';
import type { SeriesStep, WorkView } from '../pages/work-view.ts';
import { openWork } from './open-work.ts';

export async function showWork(
  ask: Ask,
  parts: Parts,
  hits: HitCounter,
  followItem: FollowItem,
): Promise<Response> {
  return showWorkAt({ ask, parts, hits, followItem }, parseId<WorkId>(ask.params['id']), null);
}

export async function showChapter(
  ask: Ask,
  parts: Parts,
  hits: HitCounter,
  followItem: FollowItem,
): Promise<Response> {
  const chapter = parseId<ChapterId>(ask.params['chapterId']);
  if (chapter === null) throw new Refused(404);
  return showWorkAt({ ask, parts, hits, followItem }, parseId<WorkId>(ask.params['id']), chapter);
}

/** `/chapters/ID`: the work is found by the chapter. */
export async function showLoneChapter(
  ask: Ask,
  parts: Parts,
  hits: HitCounter,
  followItem: FollowItem,
): Promise<Response> {
  const chapter = parseId<ChapterId>(ask.params['chapterId']);
  if (chapter === null) throw new Refused(404);
  const id = await findWorkOfChapter(parts.database.read, chapter);
  return showWorkAt({ ask, parts, hits, followItem }, id, chapter);
}

export async function showChapterIndex(ask: Ask, parts: Parts): Promise<Response> {
  const opened = await openWork(ask, parts, parseId<WorkId>(ask.params['id']));
  if (opened.work === null) return opened.instead;
  return answerPage(ask, chapterIndexPage(opened.work));
}

type Showing = {
  readonly ask: Ask;
  readonly parts: Parts;
  readonly hits: HitCounter;
  readonly followItem: FollowItem;
};

async function showWorkAt(
  { ask, parts, hits, followItem }: Showing,
  id: WorkId | null,
  chapterId: ChapterId | null,
): Promise<Response> {
  keepAdultConsent(ask);
  const opened = await openWork(ask, parts, id);
  if (opened.work === null) {
    hits.countPage(ask, null);
    return opened.instead;
  }
  const { work } = opened;
  if (chapterId !== null && !work.chapters.some((chapter) => chapter.id === chapterId)) {
    throw new Refused(404);
  }
  if (isGated(ask, work)) {
    hits.countPage(ask, null);
    return answerPage(ask, adultGatePage(ask.frame(), work, consentingAddress(ask)));
  }
  const read = await readView(ask, parts, work, chapterId);
  const view = { ...read, follow: await followItem(ask, parts, { kind: 'work', id: work.id }) };
  hits.countPage(ask, work.own ? null : work.id);
  return answerPage(ask, workPage(ask.frame(), view));
}

async function readView(
  ask: Ask,
  parts: Parts,
  work: Work,
  chapterId: ChapterId | null,
): Promise<Omit<WorkView, 'follow'>> {
  const { read } = parts.database;
  const shown = shownOf(ask, work);
  const all = work.chapters.map((chapter) => chapter.id);
  const wanted = shown === 'whole' ? all : [chapterId ?? all[0]].filter((id) => id !== undefined);
  const [chapters, related, kudos, series] = await Promise.all([
    readChapters(read, work, wanted),
    readRelated(read, ask.viewer, work.id),
    readKudos(ask, parts, work),
    Promise.all(work.series.map((place) => stepOf(ask, parts, work, place))),
  ]);
  return { work, shown, chapters, series, related, kudos, atChapter: chapterId !== null };
}

function shownOf(ask: Ask, work: Work): WorkView['shown'] {
  if (isOneShot(work)) return 'one-shot';
  const isWhole = ask.query.get('view_full_work') === 'true' && work.chapters.length > 1;
  return isWhole ? 'whole' : 'chapter';
}

async function stepOf(
  ask: Ask,
  parts: Parts,
  work: Work,
  place: Work['series'][number],
): Promise<SeriesStep> {
  const { read } = parts.database;
  const { previous, next } = await findNeighbours(read, ask.viewer, place.id, work.id);
  const [following] = next === null ? [] : await listBlurbs(read, ask.viewer, [next]);
  return {
    ...place,
    previous: previous === null ? null : { id: previous },
    next: following === undefined ? null : { id: following.id, title: following.title },
  };
}
