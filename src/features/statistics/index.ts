// The door to statistics: what creators see of how their works are read.
import type { OwnedTable } from '../../kit/sql/index.ts';
import { type Route, route } from '../../web/routes.ts';
import { ofOwnWork, type WorkRemover } from '../works/index.ts';
import {
  sendStatistics,
  sendWorkStatistics,
  showStatistics,
  showWorkStatistics,
} from './handlers.ts';
import { deleteDaysOfWork } from './store.ts';

export { createDayKeeper } from './keep-days.ts';
export { keepDaysMs } from './limits.ts';

/** Statistics of one's works and of each of them, as pages and as CSV. */
export const statisticsRoutes: readonly Route[] = [
  route('GET', '/users/:login/stats', 'members', showStatistics),
  route('GET', '/users/:login/stats.csv', 'members', sendStatistics),
  route('GET', '/works/:id/stats', 'members', showWorkStatistics),
  route('GET', '/works/:id/stats.csv', 'members', sendWorkStatistics),
];

/** What goes of statistics with a work that is removed for good. */
export const statisticsRemover: WorkRemover = { tables: ['work_days'], remove: deleteDaysOfWork };

/** How one's works were counted, day by day. */
export const ownedByStatistics: readonly OwnedTable[] = [
  { table: 'work_days', key: ['work_id', 'day'], by: [ofOwnWork] },
];
