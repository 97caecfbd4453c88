// Bounds of known devices.
import { dayMs } from '../../../kit/time/index.ts';

/** Browsers keep no cookie longer. */
export const deviceMs = 400 * dayMs;
/** As many browsers as anybody uses; of more, the one not seen for longest is forgotten. */
export const devicesMost = 30;
/** Mails of new log-ins an hour: whoever has had so many has been told. */
export const newLogInMailsMost = 10;
