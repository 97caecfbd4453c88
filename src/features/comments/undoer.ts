// Undoing what an account said: moderators hide it, and show it again.
import { foundBy, type Undoer } from '../../shared/undoing.ts';
import { setCommentHidden } from './actions/change-comment.ts';
import type { CommentId } from './schema.ts';
import { readCommentHidden, saidBy } from './store/desk.ts';

/** Comments that an account wrote. */
export const commentsUndoer: Undoer = {
  kind: 'comments',
  ...foundBy((reader, span) => saidBy(reader, span).select('id')),
  async undo({ transaction, parts, at }, thing) {
    const id = thing as CommentId;
    if ((await readCommentHidden(transaction, id)) !== false) return null;
    await setCommentHidden({ transaction, parts }, id, true, at);
    return '';
  },
  async restore({ transaction, parts, at }, thing) {
    const id = thing as CommentId;
    if ((await readCommentHidden(transaction, id)) !== true) return;
    await setCommentHidden({ transaction, parts }, id, false, at);
  },
};
