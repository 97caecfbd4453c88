// Bounds of readings, each with its reason.
import { dayMs, hourMs, secondMs } from '../../kit/time/index.ts';

/** A chapter may be of so many paragraphs: more than a text at its limit has. */
export const paragraphsMax = 1_000_000;
/** Whoever comes back later has come once more; reading on is one visit. */
export const visitGapMs = hourMs;
/** What is opened goes into the database this often, as views do. */
export const flushVisitsMs = 10 * secondMs;
/**
 * Visits of that time are a few hundred; of more the disk is full, and none of it is kept. SQLite
 * takes 32,766 values in one question, and all are asked about at once.
 */
export const pendingVisitsMax = 30_000;
/** A history that was cleared can be had back for so long, like a deleted work. */
export const clearedKeptMs = 30 * dayMs;
/** What cannot be had back any more goes this often. */
export const forgetClearedMs = hourMs;
/** Rows of one file that are brought back: more works than anybody reads. */
export const broughtRowsMax = 50_000;
