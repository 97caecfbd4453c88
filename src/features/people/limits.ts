// Bounds of people's pages.

/** Enough to see what somebody writes; the rest is a list of its own. */
export const newestShown = 5;
