// Bounds of the second step.
import { dayMs, minuteMs } from '../../../kit/time/index.ts';
import type { TryLimit } from '../limits.ts';

/** RFC 4226 recommends 160 bits. */
export const seedBytes = 20;
/** Clocks of telephones are seconds off, and people type slowly: one code before, one after. */
export const driftSteps = 1;

export const recoveryCodeCount = 10;
/** 80 bits: cannot be guessed even by who has the table of hashes. */
export const recoveryCodeBytes = 10;

/** Between showing the secret and the first code typed. */
export const setUpMs = 15 * minuteMs;
/** Between the password and the code at log-in. */
export const logInStepMs = 10 * minuteMs;

/** Three of a million codes are right at a time: forty tries a day find one in twenty years. */
export const codeTries: TryLimit = { most: 8, windowMs: 15 * minuteMs };
export const codeTriesOfDay: TryLimit = { most: 40, windowMs: dayMs };
/** Recovery codes are beyond guessing; this bounds the work only. */
export const recoveryTriesOfAddress: TryLimit = { most: 30, windowMs: 15 * minuteMs };
