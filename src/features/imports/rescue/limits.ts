// Bounds of a rescue: it is done while a person waits.

/** Characters: a second's work, and more than ten long chapters. */
export const rescueCharactersMax = 1_000_000;
/** Of a file: two seconds' work, in memory many times over. */
export const rescuedFileCharactersMax = 1_000_000;
/** The form holds the text, four bytes a character at most when it is encoded three times over. */
export const rescueBytesMax = 13_000_000;
/** Parts on one page: more than a chapter, few enough for any browser. */
export const shownPartsMax = 250;

/** A text of the longest takes 2 s; on a machine that does much else, several times as long. */
export const rescueAnswerMs = 20_000;
/** The thread that rescues gives its memory back after so long. */
export const rescueIdleMs = 60_000;
/** Texts that wait for their turn. */
export const rescuesWaitingMost = 8;
