/** Takes a form of a work or a chapter as it stands, and gives it back with what was found. */
export const deskCheckUrl = '/desk/check';
/** The same with the tags that the text suggests. */
export const deskSuggestUrl = '/desk/suggest';
