// Bounds of the audit's page and of how long it is kept.
import { dayMs } from '../../../kit/time/index.ts';

export const auditPerPage = 50;
/** Two years: an appeal, a pattern and a change of moderators fit in, a grudge does not. */
export const auditDaysUsual = 730;
/** What a host can choose; 0 is for good. */
export const auditDaysChoices = [180, 365, 730, 1825, 0] as const;
/** Rows that one transaction deletes: some 10 ms. */
export const deletedAtOnce = 1000;
/** How often the chore looks for old rows, in milliseconds. */
export const forgetAuditMs = dayMs;
