// Every bound of notices, each with its reason.
import { dayMs, hourMs, minuteMs, secondMs } from '../../kit/time/index.ts';

/** One screen and a half. */
export const noticesOnPage = 30;
/** More is “99+” in the header; counting on would cost more than it tells. */
export const countedMost = 100;
/** A mail that lists more is not read; the rest is on the page. */
export const linesInMail = 50;
/** A lively hour of comments is some mails, not sixty. */
export const betweenMailsMs = 10 * minuteMs;
/** A browser that rings sixty times an hour is told to be silent for ever. */
export const betweenPushesMs = 10 * minuteMs;
/** What is due is sent this often. */
export const pushMs = 5 * secondMs;
/** Tries in a row, ever later: four days; while much comes in, two thirds of one. */
export const pushFailuresMax = 100;
/** Browsers show two lines; a message holds 4 KB. */
export const pushLettersMax = 200;
/** More browsers than anybody is logged in with. */
export const devicesMax = 10;
/** What browsers call themselves is shorter. */
export const clientLettersMax = 300;
/** Digests are there before the day's first look at one's mail. */
export const morningHour = '07:00';
/** What was read is remembered for a while; what nobody reads, for a year. */
export const readKeptMs = 90 * dayMs;
export const unreadKeptMs = 365 * dayMs;
/** Old notices are looked for this often. */
export const forgetEveryMs = hourMs;
/** A subject that fits a list of mails. */
export const subjectCharactersMax = 120;
