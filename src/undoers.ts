// What of an account's doings moderators can undo: each feature's part. What stands on other things
// comes first: a work is removed after what was said under it.
import { invitationsUndoer } from './features/accounts/index.ts';
import { bookmarksUndoer } from './features/bookmarks/index.ts';
import { commentsUndoer } from './features/comments/index.ts';
import { kudosUndoer } from './features/kudos/index.ts';
import { type TagMover, tagActsUndoer } from './features/tags/index.ts';
import { undoersOfWorks } from './features/works/index.ts';
import type { Undoer } from './shared/undoing.ts';

export function undoersOf(movers: readonly TagMover[]): readonly Undoer[] {
  return [
    commentsUndoer,
    kudosUndoer,
    bookmarksUndoer,
    ...undoersOfWorks,
    tagActsUndoer(movers),
    invitationsUndoer,
  ];
}
