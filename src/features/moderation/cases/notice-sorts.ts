import type { NoticeSort } from '../../notices/index.ts';

/** To a reporter: about the case that was closed. */
export const reportAnswer: NoticeSort = { name: 'report-answer', standard: 'here' };
/** To moderators: there are new cases. */
export const newCase: NoticeSort = { name: 'new-case', standard: 'daily' };
