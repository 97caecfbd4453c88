// Bounds of reading.
import { dayMs, secondMs } from '../../kit/time/index.ts';

const daySeconds = dayMs / secondMs;

/** How long a device remembers consent and reading preferences; browsers keep none for longer. */
export const deviceCookieSeconds = 365 * daySeconds;
/** A work of more chapters lists only those around the open one on its pages, and links all. */
export const listedChaptersMax = 100;
/** How many it then lists before and after the open one. */
export const chaptersAround = 25;
/** A work with more tags of one kind has them cut to a few lines, to be opened. */
export const unfoldedTagsMax = 25;
/** Views remembered of a day, so that one visitor counts once; some 50 bytes each. */
export const rememberedViewsMax = 500_000;
/** Kept answers whose work is remembered; as many as the guests' cache is likely to hold. */
export const keptAddressesMax = 20_000;
/** Counted views go into the database this often. */
export const flushHitsMs = 10 * secondMs;
/** Search engines and previews show about this much of a summary. */
export const descriptionCharactersMax = 200;
/** A title of more UTF-16 units is set smaller: it would fill a telephone's screen. */
export const longTitleFrom = 90;
