// The history of a work or a chapter: its versions, what changed with each, and the way back.
import { dayMs } from '../../../kit/time/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { forgetRevisions } from '../actions/forget-revisions.ts';
import { findVersion, restoreVersion } from '../actions/restore.ts';
import { undeleteDays } from '../limits.ts';
import { text } from '../messages.ts';
import type { FieldDifference } from '../pages/differences.ts';
import {
  forgetPage,
  type HistoryOf,
  historyPage,
  revisionPage,
  revisionsPerPage,
} from '../pages/history-pages.ts';
import { listDeletedChapters } from '../store/deleted-chapters.ts';
import {
  type ListedRevision,
  listRevisions,
  type Revised,
  readRevision,
  sumRevisions,
} from '../store/revisions.ts';
import { readChapterSource, readWorkSource } from '../store/sources.ts';
import { chapterHistoryUrl, chapterUrl, historyUrl, workUrl } from '../urls.ts';
import {
  type ChapterVersion,
  chapterDifferences,
  versionOfChapter,
  versionOfWork,
  type WorkVersion,
  workDifferences,
} from '../versions.ts';
import { ownWork } from './work.ts';

export async function showHistory(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { of, thing } = await findThing(ask, parts);
  const below = parseId<number>(ask.query.get('below') ?? '');
  const revisions = await listRevisions(parts.database.read, thing, ask.viewer.userId, {
    ...(below === null ? {} : { below }),
    limit: revisionsPerPage,
  });
  const since = parts.clock.now() - undeleteDays * dayMs;
  const deleted =
    of.chapter === null ? await listDeletedChapters(parts.database.read, thing.work, since) : [];
  return answerPage(ask, historyPage(ask.frame(), of, revisions, deleted));
}

export async function showRevision(ask: MemberAsk, parts: Parts): Promise<Response> {
  return renderRevision(ask, parts, [], 200);
}

export async function submitRestore(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { of, thing } = await findThing(ask, parts);
  const { version } = await findShown(ask, parts, thing);
  const outcome = await restoreVersion(parts, ask.viewer, thing, version);
  if (!outcome.ok) return renderRevision(ask, parts, outcome.errors, 422);
  const address = of.chapter === null ? workUrl(of.work) : chapterUrl(of.work, of.chapter);
  return answerDone(ask, address, text.revisionRestored());
}

export async function showForget(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { of, thing } = await findThing(ask, parts);
  const bytes = await sumRevisions(parts.database.read, thing);
  return answerPage(ask, forgetPage(ask.frame(), of, bytes));
}

export async function submitForget(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { of, thing } = await findThing(ask, parts);
  await forgetRevisions(parts, ask.viewer, thing);
  return answerDone(ask, addressOf(of), text.forgetDone());
}

async function renderRevision(
  ask: MemberAsk,
  parts: Parts,
  errors: Parameters<typeof revisionPage>[2]['errors'],
  status: number,
): Promise<Response> {
  const { of, thing, present } = await findThing(ask, parts);
  const { row, version } = await findShown(ask, parts, thing);
  const before = await versionBefore(ask, parts, row);
  const againstPresent = ask.query.get('with') === 'present';
  const fields = againstPresent
    ? differences(version, await present())
    : before === null
      ? null
      : differences(before, version);
  const shown = { row, version, fields, againstPresent, errors };
  return answerPage(ask, revisionPage(ask.frame(), of, shown), status);
}

/** The version before it that the asker may know of; null for the first. */
async function versionBefore(ask: MemberAsk, parts: Parts, row: ListedRevision) {
  const { read } = parts.database;
  const thing = { work: row.work_id, chapter: row.chapter_id };
  const page = { below: row.number, limit: 1 };
  const [before] = await listRevisions(read, thing, ask.viewer.userId, page);
  return before === undefined ? null : parsed(await readRevision(read, before));
}

function differences(
  before: ChapterVersion | WorkVersion,
  after: ChapterVersion | WorkVersion,
): FieldDifference[] {
  if ('source' in before && 'source' in after) return chapterDifferences(before, after);
  return workDifferences(before as WorkVersion, after as WorkVersion);
}

const parsed = (content: string) => JSON.parse(content) as ChapterVersion | WorkVersion;

/** The work or chapter of the address, if it is the asker's own. */
async function findThing(ask: MemberAsk, parts: Parts) {
  const { read } = parts.database;
  const work = await ownWork(ask, parts);
  if (ask.params['chapterId'] === undefined) {
    const thing: Revised = { work: work.id, chapter: 0 };
    const of: HistoryOf = { work, chapter: null };
    return {
      thing,
      of,
      present: async () => versionOfWork(work, await readWorkSource(read, work)),
    };
  }
  const id = orNotFound(parseId<ChapterId>(ask.params['chapterId']));
  const chapter = orNotFound(await readChapterSource(read, work, id));
  const thing: Revised = { work: work.id, chapter: id };
  const of: HistoryOf = { work, chapter };
  return { thing, of, present: async () => versionOfChapter(chapter) };
}

/** The revision of the address; what another has typed and not saved is not there. */
async function findShown(ask: MemberAsk, parts: Parts, thing: Revised) {
  const number = orNotFound(parseId<number>(ask.params['number']));
  return orNotFound(await findVersion(parts, ask.viewer, thing, number));
}

function addressOf({ work, chapter }: HistoryOf): string {
  return chapter === null ? historyUrl(work) : chapterHistoryUrl(work, chapter);
}
