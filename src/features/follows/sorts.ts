// The kinds of notices that followers get.
import type { NoticeSort } from '../notices/index.ts';

/** Unread ones about the same become one: the new works of a creator, the chapters of a work. */
export const newChapter: NoticeSort = { name: 'new-chapter', standard: 'here' };
export const newInSeries: NoticeSort = { name: 'new-in-series', standard: 'here' };
export const newByCreator: NoticeSort = { name: 'new-by-creator', standard: 'here' };
export const newInFilter: NoticeSort = { name: 'new-in-filter', standard: 'here' };
export const newInTag: NoticeSort = { name: 'new-in-tag', standard: 'here' };

export const followSorts = [newChapter, newInSeries, newByCreator, newInFilter, newInTag];
