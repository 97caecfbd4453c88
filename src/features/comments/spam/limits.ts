// Bounds of learning what is spam.
import { hourMs } from '../../../kit/time/index.ts';

/** Fewer decisions of either kind are an accident: nothing is scored. */
export const learntLeast = 10;
/** Comments of each kind that are learnt from, the newest: some seconds of an hour. */
export const learntEach = 2_000;
/** A sign of a single comment tells nothing of the next. */
export const signBearersLeast = 2;
/** From here on a guest's or young account's comment waits: nine of ten such were hidden. */
export const holdFrom = 0.9;
/** How often the chore learns anew, in milliseconds. */
export const learnSpamMs = hourMs;
/** Rows of one statement; SQLite takes 32,766 values. */
export const signsAtOnce = 1_000;
