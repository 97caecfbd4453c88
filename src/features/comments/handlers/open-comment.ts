// A comment for whoever asks, with its work: 404 unless they meet both.
import { Refused } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import { returnPath } from '../../accounts/index.ts';
import { asComment, type Comment, type CommentRow } from '../comment.ts';
import type { Setting } from '../pages/comment-item.ts';
import { isThreadFrozen } from '../read.ts';
import type { CommentId } from '../schema.ts';
import { findComment } from '../store/comments.ts';
import { findSeenWork, type SeenWork } from '../work-of-comments.ts';

export type Opened = {
  readonly row: CommentRow;
  readonly comment: Comment;
  readonly seen: SeenWork;
};

/** Opened by itself, a comment is shown whomever it is by. */
export async function openComment(ask: Ask, parts: Parts): Promise<Opened> {
  const id = parseId<CommentId>(ask.params['id']);
  const row = id === null ? null : await findComment(parts.database.read, id);
  const seen = row === null ? null : await findSeenWork(parts, ask.viewer, row.work_id);
  const comment = row && seen && asComment(ask.viewer, row, seen.rule, new Set());
  if (row === null || seen === null || comment === null) throw new Refused(404);
  return { row, comment, seen };
}

/** The same with its words there to be read. */
export async function openWords(ask: Ask, parts: Parts): Promise<Opened> {
  const opened = await openComment(ask, parts);
  if (opened.comment.standing !== 'seen') throw new Refused(404);
  return opened;
}

/** What pages of comments need besides them. */
export async function settingOf(
  ask: Ask,
  parts: Parts,
  { row, seen }: Pick<Opened, 'row' | 'seen'>,
): Promise<Setting> {
  const frame = ask.frame();
  const closed = await isThreadFrozen(parts, row);
  return { frame, viewer: ask.viewer, work: seen.work, closed, back: frame.path };
}

/** Where the form says to go back to, if that is a page of ours. */
export function backOf(typed: string, otherwise: string): string {
  return returnPath(typed) ?? otherwise;
}
