// Bounds of the host's pages.
import { hourMs, minuteMs } from '../../kit/time/index.ts';

/** What a page shows; who is not among them is looked for by name. */
export const peopleShown = 100;
export const jobsShown = 200;
export const mailsShown = 200;
/** Jobs run every ten seconds: one that has waited so long says that they do not. */
export const jobsLateMs = 5 * minuteMs;
/** A full disk stops everything; this much is a week of a busy archive. */
export const freeBytesLeast = 500_000_000;
/** One mail at a time is enough to see whether they go out. */
export const mailTests = { most: 10, windowMs: hourMs };
/** A sentence or two, for the next admin to read. */
export const reasonCharactersMax = 500;
/** A banner stands above every page: what needs more words has a page of its own. */
export const announcementCharactersMax = 500;
export const announcementLinkCharactersMax = 500;
/** More at once would hide the page. */
export const announcementsAtOnce = 3;
export const announcementsListed = 100;
/** A season on the page; the file has ten years. */
export const daysShown = 92;
export const daysInFile = 3660;
