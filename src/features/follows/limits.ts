// Every bound of follows, each with its reason.
import { hourMs, secondMs } from '../../kit/time/index.ts';

/** Thrice what the most eager reader follows; more would make each new work slow for all. */
export const followsMax = 5000;
/** Each is asked for by a program all day long. */
export const privateFeedsMax = 100;
/** That a feed is used is for its owner to see, who does not need it finer. */
export const feedUsedEveryMs = hourMs;
/** Follows that the feed of all of them looks at, the newest first. */
export const followsInFeed = 200;
export const followsOnPage = 50;
/** Characters of text in one answer of a feed: 25 long chapters, and a program still reads it. */
export const feedTextsMax = 2_000_000;
/** News is looked for this often. */
export const announceMs = 20 * secondMs;
/** Changes looked through at once: works of an import, in one go for each of their followers. */
export const changesAtOnce = 500;
/** After an import of a hundred thousand works nobody else shall wait: the rest comes later. */
export const roundsAtOnce = 20;
/** Notices left in one transaction: a person who writes meanwhile waits for no more. */
export const tellingsAtOnce = 100;
