// Bounds of what is kept for safety.
import { dayMs, minuteMs, secondMs } from '../../../kit/time/index.ts';

/** From so many days the newest back-up of each stays. */
export const daysChoices: readonly number[] = [3, 7, 14, 30];
export const daysUsual = 7;
/** The same for weeks. */
export const weeksChoices: readonly number[] = [0, 4, 12, 52];
export const weeksUsual = 4;
/** Mail that was never sent holds links that log somebody in; 0: it stays. */
export const outboxDaysChoices: readonly number[] = [7, 30, 90, 0];
export const outboxDaysUsual = 30;
/** Of those before migrations the newest stay whatever their age: they are the only way back. */
export const migrationBackupsKept = 3;
/** Before that nobody has found out that an upgrade went wrong. */
export const migrationBackupsMs = 90 * dayMs;
/** Far from anybody's evening in Europe and America. */
export const dailyHour = 3;
/** A full disk stops everything; this much is a week of a busy archive. */
export const freeBytesLeast = 500_000_000;
/** What the page lists of what was done. */
export const runsShown = 10;
export const runsKept = 200;
/** How often progress is written down, and the job kept from others. */
export const progressMs = 2 * secondMs;
/** How often to look what has to be removed, and whether the day's back-up is due. */
export const upkeepMs = 10 * minuteMs;
/** How often to look for what was asked for. */
export const runMs = 5 * secondMs;
