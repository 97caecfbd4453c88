// Comments through the API: read, written, changed and deleted by the rules of their pages.
import { Refused } from '../../../kit/http/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import { type ChapterId, type PseudId, parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  type Comment,
  type CommentId,
  type Comments,
  deleteComment,
  editComment,
  postComment,
  type Thread,
} from '../../comments/index.ts';
import {
  type CallHandler,
  parseBody,
  readJson,
  requireReading,
  requireScope,
  tagged,
} from '../call.ts';
import { text } from '../messages.ts';
import { commentBody, commentPatch } from '../talk-body.ts';
import { seenWork } from './works.ts';

export function listCommentsCall(comments: Comments): CallHandler {
  return async (ask, parts) => {
    requireReading(ask);
    const work = await seenWork(ask, parts);
    const chapter = parseId<ChapterId>(ask.query.get('chapter') ?? undefined);
    const page = parseId<number>(ask.query.get('page') ?? undefined) ?? 1;
    const talk = work.posted
      ? await comments.readTalk(parts, ask.viewer, { work, chapter, page })
      : null;
    if (talk === null) throw new Refused(404);
    const items = talk.threads.flatMap(inOrder).map(commentJson);
    return tagged(ask, { items, page: talk.page, pages: talk.pages, barred: talk.barred });
  };
}

function inOrder({ comment, answers }: Thread): Comment[] {
  return [comment, ...answers.flatMap(inOrder)];
}

export function showCommentCall(comments: Comments): CallHandler {
  return async (ask, parts) => {
    requireReading(ask);
    return answerComment(ask, parts, comments, idOf(ask));
  };
}

/** The same words again within a minute are the same comment: a call may be sent twice. */
export function createCommentCall(comments: Comments): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'write');
    const work = await seenWork(ask, parts);
    const body = parseBody(commentBody, (await readJson(ask)).value);
    const as = (body.as ?? null) as PseudId | null;
    if (as !== null && !member.pseuds.some(({ id }) => id === as)) {
      const errors = [{ field: 'as', detail: text.unknownPseud({ as: String(as) }) }];
      throw new Refused(422, { detail: text.bodyWrong(), errors });
    }
    const posted = await postComment(
      parts,
      { kind: 'member', member, as },
      {
        work: work.id,
        chapter: (body.chapter ?? null) as ChapterId | null,
        parent: (body.parent ?? null) as CommentId | null,
        text: body.text,
      },
    );
    if (!posted.ok) throw refusal(posted.problems, posted.waitSeconds);
    const answer = await answerComment(ask, parts, comments, posted.id);
    const headers = new Headers(answer.headers);
    headers.set('location', `${parts.settings.url}/api/v1/comments/${posted.id}`);
    return new Response(answer.body, { status: 201, headers });
  };
}

export function changeCommentCall(comments: Comments): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'write');
    const comment = await comments.readOne(parts, ask.viewer, idOf(ask));
    if (!comment.own) throw new Refused(403);
    const body = parseBody(commentPatch, (await readJson(ask)).value);
    const problems = await editComment(parts, member, comment.id, body.text);
    if (problems.length > 0) throw refusal(problems);
    return answerComment(ask, parts, comments, comment.id);
  };
}

/** Of what the caller does not meet they learn nothing, as on its page. */
export function deleteCommentCall(comments: Comments): CallHandler {
  return async (ask, parts) => {
    const member = requireScope(ask, 'write');
    const { id, standing } = await comments.readOne(parts, ask.viewer, idOf(ask));
    if (standing !== 'seen') throw new Refused(404);
    await deleteComment(parts, member, id);
    return new Response(null, { status: 204 });
  };
}

function idOf({ params }: Ask): CommentId | null {
  return parseId<CommentId>(params['id']);
}

type Problems = readonly { readonly field: string; readonly detail: string }[];

/** A problem of no field is a rule that stands against the call. */
function refusal(problems: Problems, waitSeconds?: number): Refused {
  const detail = problems.find(({ field }) => field === '')?.detail;
  if (waitSeconds !== undefined) {
    const headers = { 'retry-after': String(waitSeconds) };
    return new Refused(429, { ...(detail && { detail }), headers });
  }
  if (detail !== undefined) return new Refused(403, { detail });
  const errors = problems.map((one) => ({ field: 'text', detail: one.detail }));
  return new Refused(422, { detail: text.bodyWrong(), errors });
}

async function answerComment(
  ask: Ask,
  parts: Parts,
  comments: Comments,
  id: CommentId | null,
): Promise<Response> {
  return tagged(ask, commentJson(await comments.readOne(parts, ask.viewer, id)));
}

/** A place without words says neither when nor how they were written: its page does not. */
function commentJson(comment: Comment) {
  const { id, work, chapter, parent, thread, byCreator, own, standing, state, frozen } = comment;
  const { author, html, createdAt, editedAt } = comment;
  const isSeen = standing === 'seen';
  return {
    ...{ id, work, chapter, parent, thread, author, byCreator, own, standing },
    ...(isSeen ? { html } : {}),
    ...{ state: isSeen ? state : 'shown', frozen },
    createdAt: isSeen ? isoTime(createdAt) : null,
    editedAt: editedAt === null ? null : isoTime(editedAt),
  };
}
