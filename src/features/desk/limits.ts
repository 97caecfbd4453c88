/** Dismissals that are kept of one person; the oldest go first. */
export const dismissalsMost = 5_000;

/** A chapter at its limit takes 3 s on a busy machine. */
export const checkAnswerMs = 20_000;
/** The thread that checks gives its memory back after so long. */
export const checkIdleMs = 60_000;
/** Texts that wait for their turn. */
export const checksWaitingMost = 8;

/** Pages list so many findings; the rest is counted. */
export const findingsShownMost = 100;

export const suggestedFandomsMost = 3;
export const suggestedCharactersMost = 20;
export const pairsShownMost = 10;
