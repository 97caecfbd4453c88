// Sentences that reader tools look for in the bytes of our pages (contract 6), each on one line
// and with no element inside. They stand here and not among the messages, because a translation
// would hide the page from the tools: the words are a protocol.

/** Tools that make e-books know the adult gate by it, and ask again with `view_adult=true`. */
export const adultCaution =
  'This work could have adult content. If you continue, ' +
  'you have agreed that you are willing to see such content.';

/** The text of the gate's one link that tools follow. */
export const adultContinue = 'Yes, Continue';

/** Tools know by it that they have to log in, or that the work cannot be had without. */
export const membersOnly = 'This work is only available to registered users of the Archive.';

/** Tools know by it that there is a work, and that asking again later makes sense. */
export const unrevealed = 'This work is part of an ongoing challenge and will be revealed soon!';
