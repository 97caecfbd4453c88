// Bounds of reports and cases, each with its reason.
import { dayMs, hourMs } from '../../../kit/time/index.ts';

/** A page of what is wrong, where it stands and where it was taken from. */
export const reportCharactersMax = 5_000;
/** A guest has little to report in an hour, a household not much more. */
export const reportsOfAddress = { most: 10, windowMs: hourMs };
/** Whoever clears a day of spam by reports does it with their name. */
export const reportsOfMember = { most: 60, windowMs: dayMs };
/** A novella: enough to judge, and a hundred such cases are some megabytes. */
export const evidenceCharactersMax = 200_000;
/** Enough of a comment to know it by. */
export const titleCharactersMax = 60;
/** Two volunteers do not see more at once. */
export const casesOnPage = 50;
/** Of one case: by then it is clear what people say. */
export const reportsShown = 100;
/** Whoever pastes one text everywhere does it within days; moderators come by within a month. */
export const alikeDays = 60;
/** On one page: what is left shows when these are hidden. */
export const alikeMost = 100;
/** Of a comment that is compared at a glance. */
export const alikeCharacters = 200;
