// The history of a work or a chapter: its versions, what changed with each, and the way back.
import { Refused } from '../../../kit/http/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { changeChapter } from '../actions/chapters.ts';
import { forgetRevisions } from '../actions/forget-revisions.ts';
import type { Outcome } from '../actions/outcome.ts';
import { changeWork } from '../actions/write-work.ts';
import { text } from '../messages.ts';
import type { FieldDifference } from '../pages/differences.ts';
import {
  forgetPage,
  type HistoryOf,
  historyPage,
  revisionPage,
  revisionsPerPage,
} from '../pages/history-pages.ts';
import {
  findRevision,
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
  inputOfChapterVersion,
  inputOfVersion,
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
  return answerPage(ask, historyPage(of, revisions));
}

export async function showRevision(ask: MemberAsk, parts: Parts): Promise<Response> {
  return renderRevision(ask, parts, [], 200);
}

export async function submitRestore(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { of, thing } = await findThing(ask, parts);
  const row = await seenRevisionRow(ask, parts, thing);
  const content = await readRevision(parts.database.read, row);
  const outcome = await restore(ask, parts, thing, content);
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
  const { read } = parts.database;
  const { of, thing, present } = await findThing(ask, parts);
  const row = await seenRevisionRow(ask, parts, thing);
  const version = parsed(await readRevision(read, row));
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

async function restore(
  ask: MemberAsk,
  parts: Parts,
  { work, chapter }: Revised,
  content: string,
): Promise<Outcome<unknown>> {
  const version = parsed(content);
  const reason = 'restore' as const;
  if ('source' in version) {
    const change = { chapter: inputOfChapterVersion(version), reason };
    return changeChapter(parts, ask.viewer, work, chapter as ChapterId, change);
  }
  return changeWork(parts, ask.viewer, work, { work: inputOfVersion(version), reason });
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
async function seenRevisionRow(
  ask: MemberAsk,
  parts: Parts,
  thing: Revised,
): Promise<ListedRevision> {
  const number = orNotFound(parseId<number>(ask.params['number']));
  const row = orNotFound(await findRevision(parts.database.read, thing, number));
  const theirs = row.reason === 'autosave' && row.made_by !== ask.viewer.userId;
  if (theirs) throw new Refused(404);
  return row;
}

function addressOf({ work, chapter }: HistoryOf): string {
  return chapter === null ? historyUrl(work) : chapterHistoryUrl(work, chapter);
}
