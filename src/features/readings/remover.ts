import type { WorkRemover } from '../works/index.ts';
import { deleteReadingsOfWork } from './store.ts';

/** What goes of readings with a work that is removed for good. */
export const readingsRemover: WorkRemover = { tables: ['readings'], remove: deleteReadingsOfWork };
