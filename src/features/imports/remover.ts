import type { WorkRemover } from '../works/index.ts';
import { deleteImportsOfWork } from './store/removed.ts';

/** What goes of imports with a work that is removed for good. */
export const importsRemover: WorkRemover = {
  tables: ['imports'],
  remove: deleteImportsOfWork,
};
