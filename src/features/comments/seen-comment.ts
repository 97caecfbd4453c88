// A comment for parts of the archive that look at it from outside: moderation, programs.
import { Refused } from '../../kit/http/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { plainText } from '../../text/index.ts';
import { findWork } from '../works/index.ts';
import { asComment, type Comment } from './comment.ts';
import type { CommentId } from './schema.ts';
import { findComment } from './store/comments.ts';
import { findSeenWork, ruleOf } from './work-of-comments.ts';

/** The words of a comment; its author is for moderators alone, null for guests and who has left. */
export type SeenComment = {
  readonly id: CommentId;
  /** Plain text. */
  readonly words: string;
  readonly authorId: UserId | null;
};

/** The comment, if the viewer meets it and its work, and can read it; muted people’s too. */
export async function findSeenComment(
  reader: Reader,
  viewer: Viewer,
  id: CommentId,
): Promise<SeenComment | null> {
  const row = await findComment(reader, id);
  const work = row === null ? null : (await findWork(reader, viewer, row.work_id)).work;
  if (row === null || !work?.posted) return null;
  const rule = await ruleOf({ database: { read: reader } }, viewer, work);
  const comment = asComment(viewer, row, rule, new Set());
  if (comment?.standing !== 'seen') return null;
  return { id: comment.id, words: plainText(comment.html), authorId: row.user_id };
}

/** As it stands for the viewer, whomever they have muted; 404 where they meet none. */
export async function readComment(
  parts: Parts,
  viewer: Viewer,
  id: CommentId | null,
): Promise<Comment> {
  const row = id === null ? null : await findComment(parts.database.read, id);
  const seen = row === null ? null : await findSeenWork(parts, viewer, row.work_id);
  const comment = row && seen && asComment(viewer, row, seen.rule, new Set());
  if (!comment) throw new Refused(404);
  return comment;
}
