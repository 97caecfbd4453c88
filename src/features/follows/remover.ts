import type { WorkRemover } from '../works/index.ts';
import { forgetWork } from './store/follows.ts';

/** What goes of follows with a work that is removed for good. */
export const followsRemover: WorkRemover = {
  tables: ['announced', 'announced_parts'],
  remove: forgetWork,
};
