// The work page, whole or by chapters, and the chapter index.
import { Refused } from '../../../kit/http/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import type { FollowItem } from '../../../web/follow-form.ts';
import { readOwnBookmark } from '../../bookmarks/index.ts';
import { type Comments, countOpen } from '../../comments/index.ts';
import type { Finding } from '../../finding/index.ts';
import { readKudos } from '../../kudos/index.ts';
import { readOwnHistoryChoice, readReading, type VisitKeeper } from '../../readings/index.ts';
import { findSkin } from '../../skins/index.ts';
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

/** What a work’s page is made with besides the work. */
export type Beside = {
  readonly hits: HitCounter;
  readonly visits: VisitKeeper;
  readonly comments: Comments;
  readonly followItem: FollowItem;
  readonly finding: Finding;
};

export async function showWork(ask: Ask, parts: Parts, beside: Beside): Promise<Response> {
  return showWorkAt({ ask, parts, ...beside }, parseId<WorkId>(ask.params['id']), null);
}

export async function showChapter(ask: Ask, parts: Parts, beside: Beside): Promise<Response> {
  const chapter = parseId<ChapterId>(ask.params['chapterId']);
  if (chapter === null) throw new Refused(404);
  return showWorkAt({ ask, parts, ...beside }, parseId<WorkId>(ask.params['id']), chapter);
}

/** `/chapters/ID`: the work is found by the chapter. */
export async function showLoneChapter(ask: Ask, parts: Parts, beside: Beside): Promise<Response> {
  const chapter = parseId<ChapterId>(ask.params['chapterId']);
  if (chapter === null) throw new Refused(404);
  const id = await findWorkOfChapter(parts.database.read, chapter);
  return showWorkAt({ ask, parts, ...beside }, id, chapter);
}

export async function showChapterIndex(ask: Ask, parts: Parts): Promise<Response> {
  const opened = await openWork(ask, parts, parseId<WorkId>(ask.params['id']));
  if (opened.work === null) return opened.instead;
  return answerPage(ask, chapterIndexPage(opened.work));
}

type Showing = Beside & { readonly ask: Ask; readonly parts: Parts };

async function showWorkAt(
  { ask, parts, hits, visits, comments, followItem }: Showing,
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
  const read = await readView(ask, parts, comments, { work, chapterId });
  const view = { ...read, follow: await followItem(ask, parts, { kind: 'work', id: work.id }) };
  const [first] = view.shown === 'whole' ? [] : view.chapters;
  hits.countPage(ask, work.own ? null : { work: work.id, chapter: first?.id ?? null });
  if (!work.own && work.posted) visits.note(ask, work.id);
  return answerPage(ask, workPage(ask.frame(), view));
}

/**
 * What the page of a work shows. `chapterId`: one of its chapters, or null for the first;
 * `comments`: null where none are shown whatever the address asks for.
 */
export async function readView(
  ask: Ask,
  parts: Parts,
  comments: Comments | null,
  { work, chapterId }: { readonly work: Work; readonly chapterId: ChapterId | null },
): Promise<Omit<WorkView, 'follow'>> {
  const { read } = parts.database;
  const shown = shownOf(ask, work);
  const all = work.chapters.map((chapter) => chapter.id);
  const wanted = shown === 'whole' ? all : [chapterId ?? all[0]].filter((id) => id !== undefined);
  const of = { work, chapter: shown === 'chapter' ? (wanted[0] ?? null) : null };
  const [chapters, related, open, talk, series, skin, own] = await Promise.all([
    readChapters(read, work, wanted),
    readRelated(read, ask.viewer, work.id),
    countComments(parts, of),
    comments !== null && isTalkWanted(ask, work) ? comments.readTalk(parts, ask.viewer, of) : null,
    Promise.all(work.series.map((place) => stepOf(ask, parts, work, place))),
    work.skin === null ? null : findSkin(read, work.skin),
    readOwn(ask, parts, work),
  ]);
  // A page with forms is made for each guest and kept for none.
  if (talk !== null) ask.session.formToken();
  const after = { ...own, talk, comments: open };
  const beside = { skin, isPlain: ask.query.get('style') === 'off' };
  const around = { ...after, ...beside, atChapter: chapterId !== null };
  return { work, shown, chapters, series, related, ...around };
}

/** What the asker has done and kept of the work. */
async function readOwn(ask: Ask, parts: Parts, work: Work) {
  const [kudos, bookmark, reading, history] = await Promise.all([
    readKudos(ask, parts, work),
    readOwnBookmark(ask, parts, { kind: 'work', work: work.id }),
    readReading(ask, parts, work.id),
    readOwnHistoryChoice(ask, parts),
  ]);
  return { kudos, bookmark, reading, history };
}

function isTalkWanted(ask: Ask, work: Work): boolean {
  return work.posted && ask.query.get('show_comments') === 'true';
}

/** Of a chapter, or of the whole work; asked for only where there are some. */
async function countComments(
  { database }: Parts,
  { work, chapter }: { readonly work: Work; readonly chapter: ChapterId | null },
): Promise<number> {
  const all = work.counts.comments;
  const isPart = chapter !== null && all > 0 && work.chapters.length > 1;
  return isPart ? countOpen(database.read, chapter, work.id) : all;
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
