import type { NoticeSort } from '../notices/index.ts';

export const commentNotice: NoticeSort = { name: 'comment', standard: 'at-once' };
export const answerNotice: NoticeSort = { name: 'comment-answer', standard: 'at-once' };
