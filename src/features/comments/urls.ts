type Numbered = { readonly id: number };

/** All comments on a work. */
export const commentsUrl = (work: Numbered) => `/works/${work.id}/comments`;
export const commentRulesUrl = (work: Numbered) => `/works/${work.id}/comments/rules`;
/** A comment with the answers to it. */
export const commentUrl = (comment: Numbered) => `/comments/${comment.id}`;
/** Where a comment is answered; `back`: the page to come back to. */
export const replyUrl = (comment: Numbered, back: string) =>
  `/comments/${comment.id}/reply?return=${encodeURIComponent(back)}`;
export const quoteUrl = (comment: Numbered, back: string) => `${replyUrl(comment, back)}&quote=yes`;
export const editCommentUrl = (comment: Numbered) => `/comments/${comment.id}/edit`;
export const deleteCommentUrl = (comment: Numbered) => `/comments/${comment.id}/delete`;
/** Where creators and moderators decide about a comment. */
export const decideCommentUrl = (comment: Numbered) => `/comments/${comment.id}/decide`;
export const inboxUrl = '/inbox';
/** Comments that wait for a moderator. */
export const heldCommentsUrl = '/moderation/comments';
