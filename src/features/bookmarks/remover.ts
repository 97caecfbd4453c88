// Bookmarks outlive what they point to.
import { readLastSeenSeries, readLastSeenWork, type WorkRemover } from '../works/index.ts';
import { keepOfGoneSeries, keepOfGoneWork } from './store.ts';

/** Keeps the title and creators of a work or series that is removed, for those who marked it. */
export const bookmarksRemover: WorkRemover = {
  tables: ['bookmarks'],
  async remove(transaction, work) {
    await keepOfGoneWork(transaction, work, await readLastSeenWork(transaction, work));
  },
  async removeSeries(transaction, series) {
    await keepOfGoneSeries(transaction, series, await readLastSeenSeries(transaction, series));
  },
};
