import { dayMs } from '../../kit/time/index.ts';

/** As long as a deleted work can be had back. */
export const comeBackDays = 30;
/** A moment more, so that works that were deleted with the account are due before it. */
export const comeBackMs = comeBackDays * dayMs + 1;
/** Works that the page offers as exceptions; the rest go with what is chosen for all. */
export const exceptionsMost = 500;
