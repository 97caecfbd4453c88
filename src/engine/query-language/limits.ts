// Bounds of a query's text, each with its reason.

/** Code units read of a query: more than an address can carry, some hundred lines of clauses. */
export const queryCharactersMax = 10_000;
/** Leaves and names in lists, together: each may cost the index a look-up. */
export const queryClausesMax = 250;
/** Parentheses inside parentheses: nobody nests deeper by hand, and the parser calls itself. */
export const queryDepthMax = 20;
/** Warnings kept of one query: who mends these sees the next ones. */
export const queryWarningsMax = 20;
/** Larger numbers are held to this one: it is a sum of all there will ever be. */
export const queryNumberMax = 1_000_000_000_000_000;
