// Bounds of kudos, each with its reason.
import { dayMs, hourMs } from '../../kit/time/index.ts';

/** Named below a work; the page of kudos names them all. */
export const namedMax = 30;
export const namesPerPage = 200;
/** A household or a class behind one address; who wants to push a number has more to do. */
export const guestsOfAddressOnWork = { most: 5, windowMs: dayMs };
/** A guest who reads all day, and others of the same address. */
export const guestsOfAddress = { most: 60, windowMs: hourMs };
/** How long a guest’s browser remembers what it has left kudos on. */
export const cookieSeconds = 31_536_000;
