// Bounds of moderation.

/** Room for a few paragraphs and a link. */
export const reasonCharactersMax = 5_000;
/** A warning that bites, a cooling-off, a season; longer is a ban, which can be lifted too. */
export const suspensionDays: readonly number[] = [1, 3, 7, 14, 30, 90, 180, 365];
/** Of one person: the newest. */
export const notesShown = 100;
/** Of one person, the newest: nobody is told more. */
export const decisionsShown = 200;
/** What a request does itself of an undoing; a job does the rest. */
export const undoneAtOnce = 500;
/** Of one person: the newest. */
export const undoingsShown = 20;
