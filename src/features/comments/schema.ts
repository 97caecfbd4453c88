// The tables of comments, as migration 0026 leaves them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { ChapterId, PseudId, UserId, WorkId } from '../../shared/ids.ts';

declare const brand: unique symbol;
/** The number of a comment. */
export type CommentId = number & { readonly [brand]: 'comment' };

export interface CommentsTable {
  id: CommentId;
  work_id: WorkId;
  /** Of the chapter it was written under, which may be gone. */
  chapter_id: ChapterId | null;
  /** The first comment of its thread; of that one, itself. */
  thread_id: CommentId;
  parent_id: CommentId | null;
  /** Null: a guest, or somebody who is gone. */
  user_id: UserId | null;
  pseud_id: PseudId | null;
  guest_name: string | null;
  /** Never shown but to moderators. */
  guest_email: string | null;
  source: string;
  html: string;
  sanitiser_version: number;
  /** The same for comments that say the same, but for spaces, case and punctuation. */
  digest: string;
  state: CommentState;
  hidden_by: HiddenBy | null;
  /** Of a first comment: nobody answers in its thread. */
  frozen: Flag;
  created_at: Milliseconds;
  edited_at: Milliseconds | null;
  /** Its author was a creator of the work when they wrote it. */
  as_creator: Flag;
  /** There for its answers alone: its words are gone. */
  deleted_at: Milliseconds | null;
}

/** Waiting: for a creator of the work. Held: for a moderator. */
export type CommentState = 'shown' | 'waiting' | 'held';
export type HiddenBy = 'creator' | 'moderator';

export interface CommentRulesTable {
  work_id: WorkId;
  who: MayComment;
  moderated: Flag;
}

export type MayComment = 'everyone' | 'members' | 'nobody';

export interface InboxTable {
  user_id: UserId;
  comment_id: CommentId;
  work_id: WorkId;
  /** Under a work of theirs, or in answer to a comment of theirs. */
  why: 'work' | 'reply';
  at: Milliseconds;
  read_at: Milliseconds | null;
  answered_at: Milliseconds | null;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    comments: CommentsTable;
    comment_rules: CommentRulesTable;
    inbox: InboxTable;
  }
}
