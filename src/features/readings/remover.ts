import type { WorkRemover } from '../works/index.ts';
import { deleteVisitsOfWork } from './store/visits.ts';
import { deleteReadingsOfWork } from './store.ts';

/** What goes of readings and histories with a work that is removed for good. */
export const readingsRemover: WorkRemover = {
  tables: ['readings', 'visits'],
  remove: async (transaction, work) => {
    await deleteReadingsOfWork(transaction, work);
    await deleteVisitsOfWork(transaction, work);
  },
};
