import { dayMs } from '../../../kit/time/index.ts';

/** Who is called otherwise every day is called nothing. */
export const renameEveryDays = 7;
export const renameEveryMs = renameEveryDays * dayMs;
