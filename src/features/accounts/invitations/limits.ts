import { dayMs, hourMs } from '../../../kit/time/index.ts';
import type { TryLimit } from '../limits.ts';

/** Long enough for a mailbox that is looked into on Sundays. */
export const invitationMs = 30 * dayMs;
/** Each costs a mail to somebody who may not have asked for it. */
export const asksOfAddress: TryLimit = { most: 20, windowMs: hourMs };
/** What is taken back can be given again, to anybody: each time is a mail. */
export const invitesOfMember: TryLimit = { most: 20, windowMs: hourMs };
/** More at once is a slip of the finger; it can be done again. */
export const givenAtOnceMost = 1000;
/** How often the chore looks whether a day has passed. */
export const inviteDailyMs = hourMs;
/** Rows of each list on the host's page. */
export const listedMost = 200;
