// Every bound of comments, each with its reason. Characters are code points after NFC.
import { dayMs, minuteMs } from '../../kit/time/index.ts';

/** As elsewhere in the community: a long letter. */
export const commentCharactersMax = 10_000;
/** What is typed may be so many times as long as what is kept of it. */
export const sourceGrowth = 4;
/** No script needs more marks on one letter; more cover the lines around them. */
export const marksInARowMax = 8;

/** Threads on a page, and of each so many comments before it continues on its own page. */
export const threadsPerPage = 20;
export const perThreadMax = 60;
/** Of one thread on its own page; the rest follows from the last one’s page. */
export const threadPageMax = 500;
/** Answers are set in so often; deeper ones stand on their own page. */
export const depthShown = 5;

export const inboxPerPage = 25;
export const heldPerPage = 50;
/** Similar texts: looked for among so many, which takes some 0.2 s. */
export const comparedMax = 5_000;
/** Fewer words in a row are shared by chance, more are broken by one changed word. */
export const wordsInARow = 3;
/** Of the pieces of two texts that both have: one word in ten is another. */
export const alikeAtLeast = 0.5;

/** An account as young as this, and a guest, wait for a moderator with a link. */
export const youngMs = 7 * dayMs;
/** The same words by the same person in the same place within this are one comment sent twice. */
export const twiceMs = dayMs;

/** A household of readers; a flood of comments comes from few addresses. */
export const guestsOfAddress = { most: 10, windowMs: 10 * minuteMs };
/** A work that is praised by hundreds at once can wait; one that is flooded has to be read. */
export const guestsOnWork = { most: 60, windowMs: 10 * minuteMs };
/** All guests of the archive: from many addresses on many works. */
export const guestsOfAll = { most: 300, windowMs: minuteMs };
/** A lively talk of one evening. */
export const ofMember = { most: 60, windowMs: 15 * minuteMs };
export const ofYoungMember = { most: 10, windowMs: 15 * minuteMs };
