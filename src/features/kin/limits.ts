import { dayMs } from '../../kit/time/index.ts';

/** How long somebody who is there has to say so, after mails: a summer without a computer. */
export const kinWaitDays = 30;
export const kinWaitMs = kinWaitDays * dayMs;
export const kinWordsMax = 2000;
/** Orphaned in one transaction. */
export const orphansAtOnce = 50;
