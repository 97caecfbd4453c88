// The door to comments: their routes, and what a work’s page shows of them.
import type { ChapterId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type Route, route } from '../../web/routes.ts';
import type { NoticeKind } from '../notices/index.ts';
import type { Work } from '../works/index.ts';
import type { Comment } from './comment.ts';
import { showRules, submitDecision, submitRules } from './handlers/deciding.ts';
import { showHeld, showInbox, submitInbox } from './handlers/inbox.ts';
import { showComments, showThread } from './handlers/reading.ts';
import {
  showDelete,
  showEdit,
  showReply,
  submitComment,
  submitDelete,
  submitEdit,
} from './handlers/writing.ts';
import { commentNotices } from './notices.ts';
import { type MutedPeople, readTalk, type Talk } from './read.ts';
import type { CommentId } from './schema.ts';
import { readComment } from './seen-comment.ts';
import { ruleOf } from './work-of-comments.ts';

export {
  type Decision,
  decideComment,
  deleteComment,
  editComment,
  setCommentHidden,
} from './actions/change-comment.ts';
export { partWithComments } from './actions/part.ts';
export { type NewComment, type Posted, postComment } from './actions/post-comment.ts';
export { listSimilar } from './alike.ts';
export type { Comment, CommentRow } from './comment.ts';
export { ownedByComments } from './owned.ts';
export { talkPart } from './pages/talk-part.ts';
export type { Talk, Thread } from './read.ts';
export { commentsRemover } from './remover.ts';
export type { CommentId } from './schema.ts';
export { findSeenComment, type SeenComment } from './seen-comment.ts';
export {
  forgetSpam,
  judgeComments,
  learnSpam,
  readSpamLearning,
  type SpamScore,
} from './spam/learning.ts';
export { learnSpamMs } from './spam/limits.ts';
export type { Speaker } from './speaker.ts';
export { countOpen } from './store/comments.ts';
export { listCommentsOf, listHeld, readCommentHidden } from './store/desk.ts';
export { writeRules } from './store/rules.ts';
export { commentsUndoer } from './undoer.ts';

/** Comments as a process has them: their routes, and reading them for a page of a work. */
export type Comments = {
  readonly routes: readonly Route[];
  /** What people are told of comments. */
  noticeKinds(parts: Parts): readonly NoticeKind[];
  /** The first threads under a work, or a chapter of it, that the viewer has been shown. */
  readTalk(
    parts: Parts,
    viewer: Viewer,
    of: { readonly work: Work; readonly chapter: ChapterId | null; readonly page?: number },
  ): Promise<Talk | null>;
  /** A comment as the viewer meets it on its own page; 404 for what they do not. */
  readOne(parts: Parts, viewer: Viewer, id: CommentId | null): Promise<Comment>;
};

/** `mutedPeople`: whose comments a member does not meet. */
export function createComments(mutedPeople: MutedPeople): Comments {
  return {
    routes: [
      route('GET', '/works/:id/comments', 'anyone', showComments(mutedPeople)),
      route('POST', '/works/:id/comments', 'anyone', submitComment),
      route('GET', '/works/:id/comments/rules', 'members', showRules),
      route('POST', '/works/:id/comments/rules', 'members', submitRules),
      route('GET', '/comments/:id', 'anyone', showThread(mutedPeople)),
      route('GET', '/comments/:id/reply', 'anyone', showReply),
      route('GET', '/comments/:id/edit', 'members', showEdit),
      route('POST', '/comments/:id/edit', 'members', submitEdit),
      route('GET', '/comments/:id/delete', 'members', showDelete),
      route('POST', '/comments/:id/delete', 'members', submitDelete),
      route('POST', '/comments/:id/decide', 'members', submitDecision),
      route('GET', '/inbox', 'members', showInbox(mutedPeople)),
      route('POST', '/inbox', 'members', submitInbox),
      route('GET', '/moderation/comments', 'moderators', showHeld),
    ],
    noticeKinds: (parts) => commentNotices(parts, mutedPeople),
    async readTalk(parts, viewer, { work, chapter, page }) {
      const seen = { work, rule: await ruleOf(parts, viewer, work) };
      return readTalk(parts, { viewer, seen, chapter }, mutedPeople, page);
    },
    readOne: readComment,
  };
}
