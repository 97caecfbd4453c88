// What a comment is to whoever reads it, and the one rule of who reads it.
import type { ChapterId, UserId, WorkId } from '../../shared/ids.ts';
import { hasRole, type Viewer } from '../../shared/viewer.ts';
import type { CommentId, CommentState, CommentsTable, HiddenBy } from './schema.ts';

/** A row with what is known of its author. */
export type CommentRow = CommentsTable & {
  readonly login: string | null;
  readonly pseud: string | null;
  /** A moderator has hidden the author. */
  readonly authorHidden: boolean;
};

/** The work’s part in the rule. */
export type WorkOfComments = {
  readonly id: WorkId;
  readonly creatorIds: readonly UserId[];
  /** Its creators are not named to the viewer. */
  readonly concealed: boolean;
  /** The viewer may know who was its creator once. */
  readonly mayKnow: boolean;
};

export type Author =
  | { readonly kind: 'member'; readonly login: string; readonly name: string }
  | { readonly kind: 'guest'; readonly name: string }
  | { readonly kind: 'anonymous-creator' }
  /** Was a creator of the work when they wrote it, and has left it. */
  | { readonly kind: 'former-creator' }
  /** Has left the archive. */
  | { readonly kind: 'gone' };

export type Comment = {
  readonly id: CommentId;
  readonly work: WorkId;
  readonly chapter: ChapterId | null;
  readonly thread: CommentId;
  readonly parent: CommentId | null;
  readonly author: Author;
  /** By a creator of the work. */
  readonly byCreator: boolean;
  /** The viewer’s own. */
  readonly own: boolean;
  readonly standing: Exclude<CommentStanding, 'unseen'>;
  /** Sanitised HTML; empty unless it is seen. */
  readonly html: string;
  readonly state: CommentState;
  readonly hiddenBy: HiddenBy | null;
  readonly frozen: boolean;
  readonly createdAt: number;
  readonly editedAt: number | null;
};

/**
 * - seen: all of it.
 * - muted: the viewer has muted its author; it opens on its own page.
 * - hidden, deleted: a place without words, where answers hang on it.
 * - unseen: as if it were not there.
 */
export type CommentStanding = 'seen' | 'muted' | 'hidden' | 'deleted' | 'unseen';

type Judged = Pick<
  CommentRow,
  'user_id' | 'state' | 'hidden_by' | 'deleted_at' | 'authorHidden' | 'as_creator'
>;

/** The one rule, for a work that the viewer sees. */
export function standingOfComment(
  viewer: Viewer,
  row: Judged,
  work: WorkOfComments,
  muted: ReadonlySet<UserId>,
): CommentStanding {
  if (row.deleted_at !== null) return 'deleted';
  if (isOwn(viewer, row) || hasRole(viewer, 'moderator')) return 'seen';
  if (row.state === 'held') return 'unseen';
  if (row.hidden_by === 'moderator' || row.authorHidden) return 'hidden';
  if (isCreator(viewer, work)) return 'seen';
  if (row.state === 'waiting') return 'unseen';
  if (row.hidden_by === 'creator') return 'hidden';
  if (row.user_id === null || !muted.has(row.user_id)) return 'seen';
  // Else muting people would tell which of them wrote an anonymous work.
  return isConcealed(row, work) ? 'seen' : 'muted';
}

/** Whether everybody who sees the work can read it: these are counted. */
export function isOpen(row: Pick<CommentsTable, 'state' | 'hidden_by' | 'deleted_at'>): boolean {
  return row.state === 'shown' && row.hidden_by === null && row.deleted_at === null;
}

export function isCreator(viewer: Viewer, work: WorkOfComments): boolean {
  return viewer.kind === 'member' && work.creatorIds.includes(viewer.userId);
}

function isOwn(viewer: Viewer, row: Pick<CommentsTable, 'user_id'>): boolean {
  return viewer.kind === 'member' && row.user_id === viewer.userId;
}

/** By a creator, or somebody who was one, whom the work does not name to the viewer. */
export function isConcealed(
  row: Pick<CommentsTable, 'user_id' | 'as_creator'>,
  work: WorkOfComments,
): boolean {
  if (row.user_id === null) return false;
  if (work.creatorIds.includes(row.user_id)) return work.concealed;
  return row.as_creator === 1 && !work.mayKnow;
}

/** The comment as the viewer meets it; null for what they do not. */
export function asComment(
  viewer: Viewer,
  row: CommentRow,
  work: WorkOfComments,
  muted: ReadonlySet<UserId>,
): Comment | null {
  const standing = standingOfComment(viewer, row, work, muted);
  if (standing === 'unseen') return null;
  const isSeen = standing === 'seen';
  return {
    id: row.id,
    work: row.work_id,
    chapter: row.chapter_id,
    thread: row.thread_id,
    parent: row.parent_id,
    author: isSeen ? authorOf(viewer, row, work) : { kind: 'gone' },
    byCreator: isSeen && row.user_id !== null && work.creatorIds.includes(row.user_id),
    own: isOwn(viewer, row),
    standing,
    html: isSeen ? row.html : '',
    state: row.state,
    hiddenBy: row.hidden_by,
    frozen: row.frozen === 1,
    createdAt: row.created_at,
    editedAt: isSeen ? row.edited_at : null,
  };
}

function authorOf(viewer: Viewer, row: CommentRow, work: WorkOfComments): Author {
  if (isConcealed(row, work) && !isOwn(viewer, row)) {
    const isThere = row.user_id !== null && work.creatorIds.includes(row.user_id);
    return { kind: isThere || work.concealed ? 'anonymous-creator' : 'former-creator' };
  }
  if (row.guest_name !== null) return { kind: 'guest', name: row.guest_name };
  if (row.login === null) return { kind: 'gone' };
  return { kind: 'member', login: row.login, name: row.pseud ?? row.login };
}
