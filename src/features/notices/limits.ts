// Every bound of notices, each with its reason.
import { dayMs, hourMs, minuteMs } from '../../kit/time/index.ts';

/** One screen and a half. */
export const noticesOnPage = 30;
/** More is “99+” in the header; counting on would cost more than it tells. */
export const countedMost = 100;
/** A mail that lists more is not read; the rest is on the page. */
export const linesInMail = 50;
/** A lively hour of comments is some mails, not sixty. */
export const betweenMailsMs = 10 * minuteMs;
/** Digests are there before the day's first look at one's mail. */
export const morningHour = '07:00';
/** What was read is remembered for a while; what nobody reads, for a year. */
export const readKeptMs = 90 * dayMs;
export const unreadKeptMs = 365 * dayMs;
/** Old notices are looked for this often. */
export const forgetEveryMs = hourMs;
/** A subject that fits a list of mails. */
export const subjectCharactersMax = 120;
