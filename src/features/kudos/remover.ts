import type { WorkRemover } from '../works/index.ts';
import { deleteKudosOfWork } from './store.ts';

/** What goes of kudos with a work that is removed for good. */
export const kudosRemover: WorkRemover = { tables: ['kudos'], remove: deleteKudosOfWork };
