// Chapters through the API.
import { Refused } from '../../../kit/http/index.ts';
import type { ChapterId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  addChapter,
  type ChapterInput,
  type ChapterSource,
  changeChapter,
  deleteChapter,
  readChapterSource,
  readChapters,
  type Work,
} from '../../works/index.ts';
import {
  parseBody,
  readJson,
  requireConsent,
  requireReading,
  requireScope,
  revisionTag,
  tagged,
  wantedRevision,
} from '../call.ts';
import { createOnce } from '../idempotency.ts';
import { text } from '../messages.ts';
import { onPresentState } from '../present-state.ts';
import {
  asChapterInput,
  type ChapterBody,
  chapterBody,
  chapterTagsOf,
  nameChapterField,
  plannedTime,
  textField,
  textsSent,
} from '../work-body.ts';
import { chapterJson, chapterNotes, tagsJson } from '../work-json.ts';
import { ownWork, seenWork } from './works.ts';

export async function createChapterCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  const { value, hash } = await readJson(ask);
  const body = parseBody(chapterBody, value);
  if (textsSent(body) !== 1) throw oneTextNeeded();
  const id = await createOnce<ChapterId>(ask, parts, {
    route: `works/${work.id}/chapters`,
    bodyHash: hash,
    async make(alongside) {
      if (plansDraft(work, body)) await requireConsent(ask, parts, member);
      const outcome = await addChapter(parts, member, work.id, {
        chapter: asChapterInput(body),
        // A time is given for a draft.
        post: body.post ?? (body.postAt === undefined || body.postAt === null),
        ...plannedTime(body),
        nameField: nameChapterField(body, ''),
        ...(body.position === undefined ? {} : { position: body.position }),
        alongside,
      });
      if (outcome.ok) return outcome.value;
      throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
    },
  });
  const answer = await answerChapter(ask, parts, id);
  const headers = new Headers(answer.headers);
  headers.set('location', `${parts.settings.url}/api/v1/works/${work.id}/chapters/${id}`);
  return new Response(answer.body, { status: 201, headers });
}

export async function showChapterCall(ask: Ask, parts: Parts): Promise<Response> {
  requireReading(ask);
  return answerChapter(ask, parts, idOf(ask));
}

export async function changeChapterCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  const { id } = await sourceOf(parts, work, idOf(ask));
  const body = parseBody(chapterBody, (await readJson(ask)).value);
  if (textsSent(body) > 1) throw oneTextNeeded();
  if (plansDraft(work, body)) await requireConsent(ask, parts, member);
  const outcome = await onPresentState(ask, async () => {
    const source = await sourceOf(parts, work, id);
    return changeChapter(parts, member, work.id, id, {
      chapter: patchedChapter(source, body),
      post: body.post ?? false,
      news: body.news ?? false,
      ...plannedTime(body),
      nameField: nameChapterField(body, ''),
      ...(body.position === undefined ? {} : { position: body.position }),
      revision: source.revision,
      ...wantedRevision(ask, id),
    });
  });
  if (!outcome.ok) throw new Refused(422, { detail: text.bodyWrong(), errors: outcome.errors });
  return answerChapter(ask, parts, id);
}

/** A time in a draft posts the work. */
function plansDraft(work: Work, body: ChapterBody): boolean {
  return !work.posted && typeof body.postAt === 'string';
}

export async function deleteChapterCall(ask: Ask, parts: Parts): Promise<Response> {
  const member = requireScope(ask, 'write');
  const work = await ownWork(ask, parts);
  const source = await sourceOf(parts, work, idOf(ask));
  const { revision } = wantedRevision(ask, source.id);
  await deleteChapter(parts, member, work.id, source.id, revision);
  return new Response(null, { status: 204 });
}

/** The chapter as it would be with the patch applied to what its creator typed. */
function patchedChapter(source: ChapterSource, body: ChapterBody): ChapterInput {
  const text = (sent: string | null | undefined, present: string) =>
    sent === undefined ? present : (sent ?? '');
  const hasText = textsSent(body) === 1;
  const field = textField(body);
  return {
    title: text(body.title, source.title),
    summary: text(body.summary, source.summary),
    notes: text(body.notes, source.notes),
    endNotes: text(body.endNotes, source.endNotes),
    format: hasText ? field : source.format,
    source: hasText ? (body[field] ?? '') : source.source,
    ...chapterTagsOf(body, source.tags),
  };
}

async function sourceOf(parts: Parts, work: Work, id: ChapterId): Promise<ChapterSource> {
  const source = await readChapterSource(parts.database.read, work, id);
  if (source === null) throw new Refused(404);
  return source;
}

async function answerChapter(ask: Ask, parts: Parts, id: ChapterId): Promise<Response> {
  const work = await seenWork(ask, parts);
  const [chapter] = await readChapters(parts.database.read, work, [id]);
  if (chapter === undefined) throw new Refused(404);
  const { html } = chapter;
  const json = { ...chapterJson(chapter), ...chapterNotes(chapter), html, ...tagsJson(chapter) };
  if (!work.own) return tagged(ask, json);
  const { revision } = await sourceOf(parts, work, id);
  return tagged(ask, json, revisionTag(id, revision, json));
}

function oneTextNeeded(): Refused {
  const errors = [{ field: 'html', detail: text.oneText() }];
  return new Refused(422, { detail: text.oneText(), errors });
}

function idOf(ask: Ask): ChapterId {
  const id = parseId<ChapterId>(ask.params['chapterId']);
  if (id === null) throw new Refused(404);
  return id;
}
