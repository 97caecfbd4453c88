// The kinds of notices that followers get.
import type { NoticeSort } from '../notices/index.ts';

const standard = { standard: 'here', quietWhenBarred: true } as const;

/** Unread ones about the same become one: the new works of a creator, the chapters of a work. */
export const newChapter: NoticeSort = { name: 'new-chapter', ...standard };
export const newInSeries: NoticeSort = { name: 'new-in-series', ...standard };
export const newByCreator: NoticeSort = { name: 'new-by-creator', ...standard };
export const newInFilter: NoticeSort = { name: 'new-in-filter', ...standard };
export const newInTag: NoticeSort = { name: 'new-in-tag', ...standard };

export const followSorts = [newChapter, newInSeries, newByCreator, newInFilter, newInTag];
