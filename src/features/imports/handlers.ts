// Bringing works in by the form: files are sent, every decision is shown and can be changed, and
// only then there is a work.

import { sourceOfBytes } from '../../kit/archive/index.ts';
import { Refused } from '../../kit/http/index.ts';
import { nextTurn } from '../../kit/time/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { hasRole } from '../../shared/viewer.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { draftsUrl } from '../works/urls.ts';
import { type PicturesLeft, sayLeft } from './actions.ts';
import { readWaitingForm } from './forms.ts';
import type { JudgeChanged, OpenComing } from './judging.ts';
import { text } from './messages.ts';
import { importPage } from './pages/import-page.ts';
import { waitingPage } from './pages/waiting-page.ts';
import { waitingWorkPage } from './pages/waiting-work-page.ts';
import { readSurroundings } from './plan.ts';
import type { ReadUpload } from './reading.ts';
import { authorsUrl, waitingUrl } from './urls.ts';
import {
  bringWaitingIn,
  changeWaitingWork,
  keepUpload,
  listWaitingWorks,
  openWaitingWork,
  throwAway,
} from './waiting.ts';

export async function showImport(ask: MemberAsk, parts: Parts): Promise<Response> {
  const waiting = await listWaitingWorks(parts, ask.viewer);
  return answerPage(ask, importPage(ask.frame(), { waiting: waiting.length, errors: [] }));
}

export function submitFiles(readUpload: ReadUpload) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const files = (await ask.form()).files('files');
    const given = files.map(({ name, bytes }) => ({ name, source: sourceOfBytes(bytes) }));
    const kept = await keepUpload(parts, ask.viewer, given, readUpload);
    if (kept.length > 0) {
      return answerDone(ask, waitingUrl, text.filesRead({ count: kept.length }));
    }
    const detail = files.length === 0 ? text.filesMissing() : text.filesWithoutWorks();
    const waiting = await listWaitingWorks(parts, ask.viewer);
    const page = { waiting: waiting.length, errors: [{ field: 'files', detail }] };
    return answerPage(ask, importPage(ask.frame(), page), 422);
  };
}

export async function showWaiting(ask: MemberAsk, parts: Parts): Promise<Response> {
  const waiting = await listWaitingWorks(parts, ask.viewer);
  return answerPage(
    ask,
    waitingPage(ask.frame(), { ...seenBy(ask), waiting, refused: [], errors: [] }),
  );
}

export function submitWaiting(openComing: OpenComing) {
  return (ask: MemberAsk, parts: Parts) => decideWaiting(ask, parts, openComing);
}

async function decideWaiting(
  ask: MemberAsk,
  parts: Parts,
  openComing: OpenComing,
): Promise<Response> {
  const form = await ask.form();
  const ids = form.all('works').flatMap((value) => parseId(value) ?? []);
  if (form.text('do') === 'discard') {
    await throwAway(parts, ask.viewer, ids);
    return answerDone(ask, waitingUrl, text.thrownAway({ count: ids.length }));
  }
  const forOthers = form.text('do') === 'others' && hasRole(ask.viewer, 'archivist');
  const errors = [];
  if (ids.length === 0) errors.push({ field: 'works', detail: text.chooseWorks() });
  if (!forOthers && !form.ticked('mine')) errors.push({ field: 'mine', detail: text.sayMine() });
  if (errors.length > 0) {
    const waiting = await listWaitingWorks(parts, ask.viewer);
    return answerPage(
      ask,
      waitingPage(ask.frame(), { ...seenBy(ask), waiting, refused: [], errors }),
      422,
    );
  }
  const done = [];
  for (const id of ids) {
    done.push(await bringWaitingIn(parts, ask.viewer, id, openComing, forOthers));
    await nextTurn();
  }
  const refused = done.filter((one) => !one.ok);
  const here = done.filter((one) => one.ok && one.already).length;
  const count = done.length - refused.length - here;
  const waiting = await listWaitingWorks(parts, ask.viewer);
  if (refused.length > 0) {
    return answerPage(
      ask,
      waitingPage(ask.frame(), { ...seenBy(ask), waiting, refused, errors: [] }),
      422,
    );
  }
  const left = done.flatMap((one) => (one.ok ? one.left : []));
  const sum = (of: keyof PicturesLeft) => left.reduce((all, one) => all + one[of], 0);
  const said = sayLeft({ unshown: sum('unshown'), overShare: sum('overShare') });
  const known = here > 0 ? [text.wereHere({ count: here })] : [];
  const told = (sentence: string) => {
    return [...(count > 0 || here === 0 ? [sentence] : []), ...known, ...said].join(' ');
  };
  if (forOthers) return answerDone(ask, authorsUrl, told(text.cameForOthers({ count })));
  const next = waiting.length > 0 ? waitingUrl : draftsUrl(ask.viewer.login);
  return answerDone(ask, next, told(text.cameIn({ count })));
}

export async function showWaitingWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { row, work } = await waitingAsked(ask, parts);
  const { own, languages } = await readSurroundings(parts.database.read);
  return answerPage(ask, waitingWorkPage(ask.frame(), { row, work, own, languages, errors: [] }));
}

export function submitWaitingWork(judgeChanged: JudgeChanged) {
  return (ask: MemberAsk, parts: Parts) => changeWaiting(ask, parts, judgeChanged);
}

async function changeWaiting(
  ask: MemberAsk,
  parts: Parts,
  judgeChanged: JudgeChanged,
): Promise<Response> {
  const opened = await waitingAsked(ask, parts);
  const work = readWaitingForm(await ask.form(), opened.work);
  const problem =
    work.chapters.length === 0
      ? text.noChapterLeft()
      : await changeWaitingWork(parts, ask.viewer, opened, work, judgeChanged);
  if (problem === null) return answerDone(ask, waitingUrl, text.changed());
  const { own, languages } = await readSurroundings(parts.database.read);
  const errors = [{ field: '', detail: problem }];
  const chapters = work.chapters.length === 0 ? opened.work.chapters : work.chapters;
  const shown = { row: opened.row, work: { ...work, chapters }, own, languages, errors };
  return answerPage(ask, waitingWorkPage(ask.frame(), shown), 422);
}

async function waitingAsked(ask: MemberAsk, parts: Parts) {
  const id = parseId<number>(ask.params['id']);
  if (id === null) throw new Refused(404);
  return orNotFound(await openWaitingWork(parts, ask.viewer, id));
}

function seenBy(ask: MemberAsk) {
  return { isArchivist: hasRole(ask.viewer, 'archivist') };
}
