import type { WorkRemover } from '../works/index.ts';
import { deleteMutesOfWork } from './store.ts';

/** What goes of mutes with a work that is removed for good. */
export const mutesRemover: WorkRemover = { tables: ['mutes'], remove: deleteMutesOfWork };
