import type { WorkRemover } from '../works/index.ts';
import { deleteCommentsOfWork } from './store/comments.ts';

/** What goes of comments with a work that is removed for good. */
export const commentsRemover: WorkRemover = {
  tables: ['comments', 'comment_rules', 'inbox'],
  remove: deleteCommentsOfWork,
};
