// How much statistics keep and show.
import { hourMs } from '../../kit/time/index.ts';

/** How often the counters of the day are kept: what a day ends with is at most so old. */
export const keepDaysMs = hourMs;

/** Works whose counters are kept in one transaction. */
export const keptAtOnce = 1000;

/** Days that are kept each; of older weeks only the last day that moved. */
export const wholeDays = 400;

/** The spans that can be chosen, in days; each is shown in at most some 60 bars. */
export const spans = [30, 90, 365] as const;

export const barsMost = 60;
